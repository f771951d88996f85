import { addMonths, monthRange } from '../../../src/engine';
import type { Month } from '../../../src/engine';
import { fitCalendarSeries, type CalendarSeries } from '../../../src/engine/series/calendarSeries';
import { uniforms } from '../fit/simulatedDeals';

/** First month of the counts. */
export const START: Month = '2021-01';

interface Facts {
  expected?: readonly number[];
  fiscalYearStart?: number;
  mayTrend?: boolean;
}

/** The counts of months from `START` on, one expected in each unless said otherwise. */
export function fitCounts(observed: readonly number[], facts: Facts = {}): CalendarSeries {
  const { expected = observed.map(() => 1), fiscalYearStart = 1, mayTrend = true } = facts;
  return fitCalendarSeries(
    {
      months: monthRange(START, observed.length),
      observed: Float64Array.from(observed),
      expected: Float64Array.from(expected),
      fiscalYearStart,
    },
    { mayTrend },
  );
}

/** Months that follow the counts. */
export function after(observed: ArrayLike<unknown>, count: number): Month[] {
  return monthRange(addMonths(START, observed.length), count);
}

export function sumOf(numbers: ArrayLike<number>): number {
  return Array.from(numbers).reduce((sum, number) => sum + number, 0);
}

/** Poisson counts by adding up exponential times. */
export function poissonCounts(means: readonly number[], seed: number): number[] {
  const uniform = uniforms(seed);
  return means.map((mean) => {
    let count = -1;
    for (let time = 0; time < mean; count++) time -= Math.log(uniform());
    return count;
  });
}
