import { describe, expect, it } from 'vitest';
import {
  METHODS,
  scoreOrigins,
  type Method,
  type OriginResult,
  type Outlook,
  type Spread,
} from '../../../src/engine';

const spread = (low: number, high: number): Spread => ({
  mean: (low + high) / 2,
  q05: low,
  q10: low,
  q25: low,
  q50: (low + high) / 2,
  q75: high,
  q90: high,
  q95: high,
});

function originOf(said: Outlook, happened: Outlook, range: Spread): OriginResult {
  const forecasts = Object.fromEntries(METHODS.map((method) => [method, method === 'last' ? null : said]));
  return {
    origin: 0,
    actual: happened,
    forecasts: forecasts as Record<Method, Outlook | null>,
    ranges: { wins: [range, range, range], revenue: [range, range, range], quarter: range },
    surprise: { wins: null, revenue: null, quarter: null },
  };
}

const happened: Outlook = { wins: [10, 20, 10], revenue: [100, 200, 100], quarter: 400, year: 1600 };
const said: Outlook = { wins: [12, 18, 10], revenue: [150, 250, 100], quarter: 500, year: 1200 };

describe('scores', () => {
  const { methods, coverage50, coverage80 } = scoreOrigins([originOf(said, happened, spread(90, 110))]);

  it('are sums of |error| over sums of actuals', () => {
    expect(methods.seedcast.wapeWins).toBeCloseTo(4 / 40, 12);
    expect(methods.seedcast.wapeRevenue).toBeCloseTo(100 / 400, 12);
    expect(methods.seedcast.wapeQuarter).toBeCloseTo(100 / 400, 12);
    expect(methods.seedcast.wapeYear).toBeCloseTo(400 / 1600, 12);
    expect(methods.seedcast.bias).toBeCloseTo(100 / 400, 12);
  });

  it('give a single figure half its error as pinball loss, and ranges the mean over their quantiles', () => {
    expect(methods.mean3.pinball).toBeCloseTo(0.125, 12);
    // Actual 100 in 90 to 110: below q95, q90, q75 by 10 (0.05 + 0.1 + 0.25), above q05, q10, q25 alike: 8 ÷ 7 a month.
    // Actual 200: above all, 3 × 110 at (0.95 + 0.9 + 0.75), 100 × 0.5 and 3 × 90 low ones.
    const inside = 2 * 10 * (0.05 + 0.1 + 0.25);
    const outside = 110 * (0.05 + 0.1 + 0.25) + 100 * 0.5 + 90 * (0.75 + 0.9 + 0.95);
    expect(methods.seedcast.pinball).toBeCloseTo((2 * inside + outside) / 7 / 400, 12);
  });

  it('count actuals within the ranges, ends included', () => {
    expect(coverage50.revenue).toBeCloseTo(2 / 3, 12);
    expect(coverage80.wins).toBe(0);
    expect(coverage80.quarter).toBe(0);
  });

  it('are null where nothing was said, nothing happened, or there are no amounts', () => {
    expect(methods.last).toEqual({
      wapeWins: null,
      wapeRevenue: null,
      wapeQuarter: null,
      wapeYear: null,
      bias: null,
      pinball: null,
    });
    const unpriced: Outlook = { wins: [1, 1, 2], revenue: [0, 0, 0], quarter: 0, year: null };
    const scored = scoreOrigins([originOf(said, unpriced, spread(0, 9))]);
    expect(scored.methods.seedcast).toMatchObject({
      wapeRevenue: null,
      wapeQuarter: null,
      wapeYear: null,
      pinball: null,
    });
    expect(scored.methods.seedcast.bias).toBeCloseTo(36 / 4, 12);
    expect(scored.coverage80).toMatchObject({ wins: 1, revenue: null, quarter: null });
  });
});
