import { describe, expect, it } from 'vitest';
import { monthRange } from '../../../src/engine';
import {
  currentLevel,
  factorsAhead,
  rhythmOfQuarter,
  seasonOfYear,
} from '../../../src/engine/series/calendarSeries';
import { quarterPositions, yearPositions } from '../../../src/engine/series/monthlyCounts';
import { START, after, fitCounts, poissonCounts, sumOf } from './fitCounts';

function seasonAt(month: number): number {
  return Math.exp(0.3 * Math.cos((2 * Math.PI * (month - 8)) / 12));
}

describe('what a calendar series finds of what was planted', () => {
  const months = monthRange(START, 48);
  const ofYear = yearPositions(months);

  it('the rhythm of fiscal quarters, mean 1', () => {
    const planted = [0.8, 0.9, 1.3];
    for (const fiscalYearStart of [1, 2, 3]) {
      const positions = quarterPositions(months, fiscalYearStart);
      const means = Array.from(positions, (position) => 60 * planted[position]!);
      const rhythm = rhythmOfQuarter(fitCounts(poissonCounts(means, 3), { fiscalYearStart }));
      expect(sumOf(rhythm)).toBeCloseTo(3, 12);
      // 16 quarters of 180: a standard error of 3 %, three of them.
      rhythm.forEach((factor, position) =>
        expect(Math.abs(factor / planted[position]! - 1)).toBeLessThan(0.09),
      );
    }
  });

  it('the season of the year, mean 1', () => {
    const means = Array.from(ofYear, (position) => 150 * seasonAt(position));
    const season = seasonOfYear(fitCounts(poissonCounts(means, 4)));
    if (season === null) throw new Error('no season');
    expect(sumOf(season)).toBeCloseTo(12, 12);
    const mean = sumOf(Array.from({ length: 12 }, (_, position) => seasonAt(position))) / 12;
    // Four Januaries of 150: a standard error of 4 %, three of them.
    season.forEach((factor, position) =>
      expect(Math.abs(factor / (seasonAt(position) / mean) - 1)).toBeLessThan(0.12),
    );
  });

  it('the season in the months to come, growth beside it', () => {
    const means = Array.from(ofYear, (position, month) => 100 * 1.02 ** month * seasonAt(position));
    const series = fitCounts(poissonCounts(means, 5));
    const ahead = after(means, 12);
    const level = 100 * 1.02 ** 48;
    const factors = factorsAhead(series, ahead);
    yearPositions(ahead).forEach((position, month) => {
      const factor = factors[month]! / (level * seasonAt(position));
      // Growth is damped, as it should be: by the twelfth month some 15 % are missing of what growth without end would bring.
      expect(factor).toBeGreaterThan(0.75);
      expect(factor).toBeLessThan(1.2);
    });
  });

  it('no season before there are two years', () => {
    expect(seasonOfYear(fitCounts(new Array<number>(23).fill(9)))).toBeNull();
    expect(seasonOfYear(fitCounts(new Array<number>(24).fill(9)))).not.toBeNull();
  });

  it('a level that leapt: today it is the new one', () => {
    const leapt = months.map((_, month) => (month < 36 ? 50 : 100));
    // The level gets there in steps, and of the leap a part may be the season's.
    expect(Math.abs(currentLevel(fitCounts(leapt, { mayTrend: false })) / 100 - 1)).toBeLessThan(0.02);
  });

  it('nothing where there is nothing but chance', () => {
    const series = fitCounts(poissonCounts(new Array<number>(48).fill(50), 7), { mayTrend: true });
    rhythmOfQuarter(series).forEach((factor) => expect(Math.abs(factor - 1)).toBeLessThan(0.05));
    seasonOfYear(series)?.forEach((factor) => expect(Math.abs(factor - 1)).toBeLessThan(0.05));
    factorsAhead(series, after(months, 12)).forEach((factor) =>
      expect(Math.abs(factor / 50 - 1)).toBeLessThan(0.1),
    );
  });
});
