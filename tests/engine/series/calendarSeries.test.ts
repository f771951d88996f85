import { describe, expect, it } from 'vitest';
import { addMonths, monthRange } from '../../../src/engine';
import {
  currentLevel,
  factorsAhead,
  factorsBehind,
  fitCalendarSeries,
  rhythmOfQuarter,
  seasonOfYear,
  type CalendarSeries,
} from '../../../src/engine/series/calendarSeries';
import { START, after, fitCounts, poissonCounts, sumOf } from './fitCounts';

describe('fitCalendarSeries(counts, options): its weights', () => {
  const observed = poissonCounts(new Array<number>(30).fill(20), 1);

  it('sum to 1, and fits that weigh next to nothing are left out', () => {
    const weights = fitCounts(observed).fits.map(({ weight }) => weight);
    expect(sumOf(weights)).toBeCloseTo(1, 12);
    expect(Math.min(...weights)).toBeGreaterThanOrEqual(1e-3);
  });

  it('go to fits without trend only, where the level may not trend', () => {
    const growing = poissonCounts(
      Array.from({ length: 30 }, (_, month) => 20 * 1.05 ** month),
      2,
    );
    const persistence = (series: CalendarSeries): number =>
      sumOf(series.fits.map(({ weight, strengths }) => (strengths.persistence > 0 ? weight : 0)));
    expect(persistence(fitCounts(growing, { mayTrend: true }))).toBeGreaterThan(0.5);
    expect(persistence(fitCounts(growing, { mayTrend: false }))).toBe(0);
  });

  it('are shared among the strengths asked for', () => {
    const { fits } = fitCounts(observed);
    const among = fits.slice(0, 3).map(({ strengths }) => strengths);
    const months = monthRange(START, observed.length);
    const counts = {
      months,
      observed: Float64Array.from(observed),
      expected: new Float64Array(observed.length).fill(1),
      fiscalYearStart: 1,
    };
    const few = fitCalendarSeries(counts, { mayTrend: true, among });
    expect(few.fits.map(({ strengths }) => strengths)).toEqual(among);
    const total = sumOf(fits.slice(0, 3).map(({ weight }) => weight));
    // The search starts elsewhere: evidence to 1e-4.
    few.fits.forEach(({ weight }, index) =>
      expect(Math.abs((weight * total) / fits[index]!.weight - 1)).toBeLessThan(1e-3),
    );
  });
});

describe('factorsAhead(series, months)', () => {
  const growth = 1.04;
  const growing = Array.from({ length: 48 }, (_, month) => 100 * growth ** month);

  it('continues a trend where the level may trend, ever less steeply', () => {
    const factors = factorsAhead(fitCounts(growing, { mayTrend: true }), after(growing, 12));
    // Quarter by quarter: what little rhythm the fits have is the same in each.
    const quarters = [0, 3, 6, 9].map((from) => sumOf(factors.slice(from, from + 3)));
    const growths = quarters.slice(1).map((quarter, before) => quarter / quarters[before]!);
    expect(quarters[0]! / sumOf(growing.slice(-3))).toBeGreaterThan(1.05);
    expect(growths[0]).toBeLessThan(growth ** 3);
    expect(growths[0]).toBeGreaterThan(growths[1]!);
    expect(growths[1]).toBeGreaterThan(growths[2]!);
    expect(growths[2]).toBeGreaterThan(1);
  });

  it('stays where it is otherwise, rhythm and season apart', () => {
    const series = fitCounts(growing, { mayTrend: false });
    const factors = factorsAhead(series, after(growing, 24));
    // A year later the calendar is the same, and so is the level.
    factors.slice(0, 12).forEach((factor, month) => expect(factors[month + 12]).toBeCloseTo(factor, 9));
  });

  it('takes a month that has begun for the same month, not for the next one', () => {
    const series = fitCounts(growing, { mayTrend: true });
    const last = addMonths(START, growing.length - 1);
    const begun = factorsAhead(series, monthRange(last, 4));
    const behind = factorsBehind(series, monthRange(START, growing.length));
    expect(begun[0]).toBeCloseTo(behind.at(-1)!, 12);
    expect(begun.slice(1)).toEqual(factorsAhead(series, after(growing, 3)));
  });

  it('counts months by the share of them that was observed', () => {
    const observed = [...new Array<number>(20).fill(40), 10];
    const expected = [...new Array<number>(20).fill(1), 0.25];
    const [next] = factorsAhead(fitCounts(observed, { expected }), after(observed, 1));
    expect(Math.abs(next! / 40 - 1)).toBeLessThan(0.02);
  });
});

describe('factorsBehind(series, months)', () => {
  it('has the first level in the months before any was observed', () => {
    const observed = [0, 0, 0, ...new Array<number>(20).fill(30)];
    const expected = [0, 0, 0, ...new Array<number>(20).fill(10)];
    const series = fitCounts(observed, { expected });
    expect(series.monthsBefore).toBe(3);
    const factors = factorsBehind(series, monthRange(START, observed.length));
    expect(factors[0]).toBe(factors[2]);
    factors.forEach((factor) => expect(Math.abs(factor / 3 - 1)).toBeLessThan(0.05));
  });
});

describe('series with next to nothing in them', () => {
  const poor: [string, number[], number[]][] = [
    ['one month', [3], [2]],
    ['one month without a count', [0], [1]],
    ['one month that was not observed', [0], [0]],
    ['two months', [0, 5], [1, 1]],
    ['zeros only', new Array<number>(40).fill(0), new Array<number>(40).fill(2)],
    ['not one month observed', new Array<number>(30).fill(0), new Array<number>(30).fill(0)],
    ['one huge month', [...new Array<number>(30).fill(0), 1e6], new Array<number>(31).fill(1)],
    ['hardly anything expected', [1, 0, 2, 0], [1e-9, 1e-9, 1e-9, 1e-9]],
  ];

  it.each(poor)('%s: every factor is finite and above 0', (_, observed, expected) => {
    for (const mayTrend of [true, false]) {
      const series = fitCounts(observed, { expected, mayTrend });
      const factors = [
        ...factorsAhead(series, after(observed, 24)),
        ...factorsBehind(series, monthRange(START, observed.length)),
        ...rhythmOfQuarter(series),
        ...(seasonOfYear(series) ?? []),
        currentLevel(series),
      ];
      factors.forEach((factor) => {
        expect(Number.isFinite(factor)).toBe(true);
        expect(factor).toBeGreaterThan(0);
      });
      expect(sumOf(series.fits.map(({ weight }) => weight))).toBeCloseTo(1, 12);
    }
  });

  it('zeros only: the level sinks towards 0', () => {
    const level = currentLevel(
      fitCounts(new Array<number>(40).fill(0), { expected: new Array<number>(40).fill(2) }),
    );
    // 80 expected, none came.
    expect(level).toBeLessThan(0.05);
  });
});
