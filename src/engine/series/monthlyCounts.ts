import { monthOfQuarter } from '../calendar/fiscal';
import type { Month } from '../calendar/calendar';
import { monthOfYear } from '../calendar/month';

/** Counts by month and what each month would bring were nothing to change: the material of a calendar series. */
export interface MonthlyCounts {
  /** In order of time, none left out. */
  months: readonly Month[];
  observed: Float64Array;
  /** Months with 0 were not observed: they say nothing. */
  expected: Float64Array;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart: number;
}

/** Parts of the calendar that repeat. */
export const POSITIONS_IN_QUARTER = 3;
export const MONTHS_IN_YEAR = 12;

/** A season of the year shows only from two of them. */
const MONTHS_FOR_A_SEASON = 24;

/** Older months say little of today's level and season, and cost time. */
const LONGEST_SERIES = 60;

/** The months that a series is fitted to: the last 60, from the first one observed. */
export function monthsOfSeries({
  months,
  observed,
  expected,
  fiscalYearStart,
}: MonthlyCounts): MonthlyCounts {
  const firstObserved = expected.findIndex((usual) => usual > 0);
  const first = Math.max(
    firstObserved < 0 ? months.length - 1 : firstObserved,
    months.length - LONGEST_SERIES,
  );
  return {
    months: months.slice(first),
    observed: observed.slice(first),
    expected: expected.slice(first),
    fiscalYearStart,
  };
}

export function hasSeason({ months }: MonthlyCounts): boolean {
  return months.length >= MONTHS_FOR_A_SEASON;
}

/** Position of each month in its fiscal quarter, 0 to 2. */
export function quarterPositions(months: readonly Month[], fiscalYearStart: number): Uint8Array {
  return Uint8Array.from(months, (month) => monthOfQuarter(month, fiscalYearStart));
}

/** Position of each month in the calendar year, 0 to 11. */
export function yearPositions(months: readonly Month[]): Uint8Array {
  return Uint8Array.from(months, (month) => monthOfYear(month) - 1);
}
