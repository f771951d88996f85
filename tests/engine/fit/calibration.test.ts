import { describe, expect, it } from 'vitest';
import { calibrate, dayFromDate, fit, simulate } from '../../../src/engine';
import { calibrationFrom, surpriseOf } from '../../../src/engine/fit/calibration';
import { predictMonths, type PredictedTotal } from '../../../src/engine/fit/predictiveVariance';
import { simulateDeals } from './simulatedDeals';

const DATA_DAY = dayFromDate(2025, 6, 30) ?? 0;
const { model } = fit(
  simulateDeals(
    [
      { kind: 'net', leadsPerDay: 2, wonPerDay: 0.006, lostPerDay: 0.012, value: 5000 },
      { kind: 'spear', leadsPerDay: 0.5, wonPerDay: 0.003, lostPerDay: 0.012, value: 20_000 },
    ],
    DATA_DAY,
    900,
    5,
  ),
  { dataDay: DATA_DAY, horizonMonths: 6, fiscalYearStart: 1, currency: 'SEK' },
);
const total = (mean: number, natural: number, level: number): PredictedTotal => ({ mean, natural, level });

describe('predictMonths(model)', () => {
  it('gives the means and spreads that the simulation has', () => {
    const predicted = predictMonths(model);
    const forecast = simulate(model, { paths: 20_000, seed: 3 });
    const sdOf = ({ q10, q90 }: { q10: number; q90: number }): number => (q90 - q10) / (2 * 1.2816);
    const compare = (
      { mean, natural, level }: PredictedTotal,
      drawn: { mean: number; q10: number; q90: number },
    ): void => {
      // Sampling error of a mean of 20,000 paths with a spread below a half is under 0.5 %; parameters' doubts bend it as much.
      expect(Math.abs(drawn.mean / mean - 1)).toBeLessThan(0.015);
      // The sd is read off two quantiles as if normal: sums of skewed values and whole wins miss that by up to a tenth.
      expect(Math.abs(sdOf(drawn) / (mean * Math.sqrt(natural + level)) - 1)).toBeLessThan(0.1);
    };
    predicted.wins.forEach((month, index) => compare(month, forecast.months[index]!.wins));
    predicted.revenue.forEach((month, index) => compare(month, forecast.months[index]!.value));
    compare(predicted.quarter, forecast.running[2]!);
  });
});

describe('surpriseOf(predicted, actual)', () => {
  it('is the squared error ÷ the variance, at most 9, averaged over the months', () => {
    const predicted = {
      wins: [total(10, 0.03, 0.01), total(10, 0.03, 0.01), total(10, 0.03, 0.01)],
      revenue: [total(100, 0.04, 0), total(0, 0, 0), total(100, 0.04, 0)],
      quarter: total(200, 0.02, 0.0025),
    };
    const surprise = surpriseOf(predicted, { wins: [10, 12, 30], revenue: [120, 5, 60], quarter: 230 });
    // Variance of the wins: 100 · 0.04 = 4.
    expect(surprise.wins).toBeCloseTo((0 + 1 + 9) / 3, 12);
    // A month without a forecast does not count.
    expect(surprise.revenue).toBeCloseTo((1 + 4) / 2, 12);
    expect(surprise.quarter).toBeCloseTo(1, 12);
  });
});

describe('calibrationFrom(surprises)', () => {
  it('is √((4 + Σ) ÷ (4 + n)), between 0.5 and 3, and 1 without any', () => {
    expect(calibrationFrom([])).toEqual({ wins: 1, revenue: 1, quarter: 1, origins: 0 });
    const surprises = [2, 5, 1].map((wins) => ({ wins, revenue: 0, quarter: null }));
    const factors = calibrationFrom(surprises);
    expect(factors.wins).toBeCloseTo(Math.sqrt(12 / 7), 12);
    expect(factors.revenue).toBeCloseTo(Math.sqrt(4 / 7), 12);
    expect(factors).toMatchObject({ quarter: 1, origins: 3 });
    const disasters = new Array<{ wins: number; revenue: number; quarter: number }>(900).fill({
      wins: 9,
      revenue: 9,
      quarter: 0,
    });
    expect(calibrationFrom(disasters).wins).toBeCloseTo(3, 1);
    expect(calibrationFrom(disasters).quarter).toBe(0.5);
  });
});

describe('calibrate(model, calibration)', () => {
  it('leaves a model alone whose past forecasts were as far off as expected', () => {
    const same = calibrate(model, { wins: 1, revenue: 1, quarter: 1, origins: 10 });
    same.levelVariance.forEach((variance, month) =>
      expect(variance).toBeCloseTo(model.levelVariance[month] ?? NaN, 12),
    );
  });

  it('widens by the learnt factor where all measures agree, and never below chance', () => {
    const wider = predictMonths(calibrate(model, { wins: 1.5, revenue: 1.5, quarter: 1.5, origins: 10 }));
    const before = predictMonths(model);
    const ratioOf = (now: PredictedTotal, then: PredictedTotal): number =>
      Math.sqrt((now.natural + now.level) / (then.natural + then.level));
    const ratios = [
      ratioOf(wider.wins[1]!, before.wins[1]!),
      ratioOf(wider.revenue[1]!, before.revenue[1]!),
      ratioOf(wider.quarter, before.quarter),
    ];
    // One scale serves all: the quarter, in which more chance evens out, gets wider than 1.5, the months less wide.
    const mean = (ratios[0]! + ratios[1]! + ratios[2]!) / 3;
    expect(Math.abs(mean / 1.5 - 1)).toBeLessThan(0.1);
    ratios.forEach((ratio) => expect(ratio).toBeGreaterThan(1.2));
    const narrow = calibrate(model, { wins: 0.5, revenue: 0.5, quarter: 0.5, origins: 10 });
    expect(narrow.levelVariance.every((variance) => variance === 0)).toBe(true);
  });
});
