import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../../src/engine';
import { costReturn } from '../../../src/ui/scenarios/costReturn';
import { besideBase } from '../../../src/ui/scenarios/differences';
import { sampleForecast, spread } from '../forecast/sampleForecast';
import { movedForecast, outcome, sure } from './sampleComparison';

/** With costs by month, and those of the quarter beside them. */
function withCosts(forecast: Forecast, months: readonly number[], values: readonly number[] = []): Forecast {
  return {
    ...forecast,
    months: forecast.months.map((month, index) => ({
      ...month,
      cost: spread(months[index] ?? 0),
      value: spread(month.value.mean + (values[index] ?? 0)),
    })),
    quarters: forecast.quarters.map((quarter) => ({
      ...quarter,
      cost: spread((months[0] ?? 0) + (months[1] ?? 0)),
    })),
  };
}
function found(costs: readonly number[], values: readonly number[], difference: number) {
  const base = withCosts(sampleForecast(), []);
  const variant = outcome('a', 0, {
    forecast: withCosts(movedForecast(0), costs, values),
    difference: { quarters: [sure(difference)], years: [], nextTwelve: sure(0) },
  });
  return costReturn(base, variant.forecast, besideBase(base, variant, 'quarter', null));
}

describe('costReturn', () => {
  it('is null where nobody has said what selling costs', () => {
    const variant = outcome('a', 50);
    const beside = besideBase(sampleForecast(), variant, 'quarter', null);
    expect(costReturn(sampleForecast(), variant.forecast, beside)).toBeNull();
  });

  it('divides what a period brings by what it costs', () => {
    expect(found([60, 40], [], 250)).toMatchObject({ cost: 100, value: 250, perUnit: 2.5 });
    expect(found([-60, -40], [], -50)).toMatchObject({ cost: -100, value: -50, perUnit: 0.5 });
  });

  it('does not divide where cost and value pull apart, or nothing is spent', () => {
    expect(found([60, 40], [], -10)?.perUnit).toBeNull();
    expect(found([], [], 10)).toMatchObject({ cost: 0, perUnit: null, payback: null });
  });

  it('has paid for itself once what came in stays above what went out', () => {
    expect(found([60, 40], [0, 0, 50, 60], 0)?.payback).toEqual({ by: '2027-02' });
    // Ahead in February, behind again in March, ahead for good in May.
    expect(found([60, 40, 0, 0, 80], [0, 0, 50, 60, 0, 10, 90], 0)?.payback).toEqual({ by: '2027-05' });
    expect(found([60, 40], [0, 30], 0)?.payback).toEqual({ by: null });
  });

  it('has nothing to pay back where it never went out first', () => {
    expect(found([10, 10], [20, 20], 0)?.payback).toBeNull();
    expect(found([-10], [-20], 0)?.payback).toBeNull();
  });
});
