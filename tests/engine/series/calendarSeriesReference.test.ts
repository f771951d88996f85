import { describe, expect, it } from 'vitest';
import { addMonths, monthRange } from '../../../src/engine';
import type { Month } from '../../../src/engine';
import {
  currentLevel,
  factorsAhead,
  factorsBehind,
  fitCalendarSeries,
  rhythmOfQuarter,
  seasonOfYear,
} from '../../../src/engine/series/calendarSeries';
import { monthsOfSeries, type MonthlyCounts } from '../../../src/engine/series/monthlyCounts';
import { SeriesFitter } from '../../../src/engine/series/seriesFitter';
import type { Strengths } from '../../../src/engine/series/seriesPrior';
import reference from '../../fixtures/engine-series/calendar_series.json';

interface Counts {
  start: string;
  fiscalYearStart: number;
  observed: number[];
  expected: number[];
}

function countsOf({ start, fiscalYearStart, observed, expected }: Counts): MonthlyCounts {
  return {
    months: monthRange(start as Month, observed.length),
    observed: Float64Array.from(observed),
    expected: Float64Array.from(expected),
    fiscalYearStart,
  };
}

function strengthsFrom(numbers: readonly number[]): Strengths {
  const [step, persistence, quarter, year, dispersion] = numbers as [number, number, number, number, number];
  return { step, persistence, quarter, year, dispersion };
}

/** Largest difference of two rows of numbers. */
function gap(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(found).toHaveLength(expected.length);
  return Math.max(0, ...Array.from(found, (value, index) => Math.abs(value - expected[index]!)));
}

function ratioGap(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(found).toHaveLength(expected.length);
  return Math.max(...Array.from(found, (value, index) => Math.abs(value / expected[index]! - 1)));
}

describe.each(reference.cases)(
  'calendar series against dense matrices and SciPy (tests/fixtures/engine-series/calendar_series.py): $name',
  (known) => {
    const counts = countsOf(known);
    const fitter = new SeriesFitter(monthsOfSeries(counts));

    it('evidence of all strengths', () => {
      const evidence = known.strengths.map((numbers) => fitter.fit(strengthsFrom(numbers)).evidence);
      // Newton stops where a step gains less than 1e-4; y! is the same at all strengths and left out.
      expect(
        gap(
          evidence,
          known.evidence.map((each) => each + known.logFactorials),
        ),
      ).toBeLessThan(1e-4);
    });

    it('levels and effects of the likeliest strengths, and how sure the last level is', () => {
      const { strengths, level, quarter, year, lastVariance } = known.likeliest;
      const fit = fitter.fit(strengths);
      // That stop leaves some 1e-3 of a standard deviation at worst.
      expect(gap(fit.level, level)).toBeLessThan(1e-4);
      expect(gap(fit.quarter, quarter)).toBeLessThan(1e-4);
      expect(gap(fit.year, year)).toBeLessThan(1e-4);
      expect(fit.lastVariance / lastVariance).toBeCloseTo(1, 3);
    });

    it('averages over all strengths: months behind and ahead, level, rhythm and season', () => {
      const series = fitCalendarSeries(counts, { mayTrend: known.mayTrend });
      const ahead = monthRange(addMonths(known.start as Month, known.observed.length), 12);
      const { averaged } = known;
      // The fits that weigh less than a thousandth are left out: up to 1.2 % together; they say things up to a fifth apart.
      const tolerance = 1e-4 + 0.2 * averaged.weightBelowOneInThousand;
      expect(ratioGap(factorsAhead(series, ahead), averaged.ahead)).toBeLessThan(tolerance);
      expect(series.monthsBefore).toBe(known.monthsBefore);
      const behind = factorsBehind(series, counts.months).slice(known.monthsBefore);
      expect(ratioGap(behind, averaged.behind)).toBeLessThan(tolerance);
      expect(Math.abs(currentLevel(series) / averaged.currentLevel - 1)).toBeLessThan(tolerance);
      expect(gap(rhythmOfQuarter(series), averaged.quarter)).toBeLessThan(tolerance);
      const season = seasonOfYear(series);
      expect(season === null).toBe(averaged.year === null);
      if (season !== null && averaged.year !== null)
        expect(gap(season, averaged.year)).toBeLessThan(tolerance);
    });

    it('evidence is within 0.05 of that by importance sampling', () => {
      expect(known.sampled.length).toBeGreaterThan(4);
      for (const { of, evidence, standardError } of known.sampled) {
        const found = fitter.fit(strengthsFrom(known.strengths[of]!)).evidence - known.logFactorials;
        // Laplace was off by 0.023 at most; the samples' own error is below 0.01.
        expect(standardError).toBeLessThan(0.01);
        expect(Math.abs(found - evidence)).toBeLessThan(0.05);
      }
    });

    it('the density not being normalised moves the forecast by less than 1 %', () => {
      expect(ratioGap(known.aheadWithConstant, known.averaged.ahead)).toBeLessThan(0.01);
    });
  },
);

describe('evidence of series so short that it can be integrated', () => {
  it.each(reference.exact)('counts $observed where $expected were expected', (known) => {
    const { evidence } = new SeriesFitter(countsOf(known)).fit(known.strengths);
    expect(Math.abs(evidence - known.logFactorials - known.laplace)).toBeLessThan(1e-4);
    // What Laplace's approximation misses at its worst: a single month, its level all but unknown.
    expect(Math.abs(evidence - known.logFactorials - known.exact)).toBeLessThan(0.03);
  });
});
