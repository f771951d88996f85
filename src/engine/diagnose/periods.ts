import type { Day } from '../calendar/calendar';
import { dateOfDay } from '../calendar/day';
import { addMonths, daysInMonth, firstDayOfMonth, monthOfDay } from '../calendar/month';
import type { DaySpan } from './leak';

/** Two periods of three months are lately, eight before. */
export const RECENT_PERIODS = 2;
export const PERIODS = 10;
const MONTHS_PER_PERIOD = 3;

/**
 * Three-month periods counted back from the data day, 0 the latest. Lately is the last six months and not the last two fiscal
 * quarters: nothing recent is left out, and every month of a quarter is in it exactly twice, as it is eight times in the two years
 * before, so that a rush at the end of quarters is on both sides of the comparison.
 */
export interface Periods {
  recent: DaySpan;
  before: DaySpan;
  /** First day looked at. */
  first: Day;
  /** Period of the day `first + i`. */
  ofOffset: Uint8Array;
  /** How much of each period is in the data, 0 to 1. */
  share: Float64Array;
}

/** @param edge first day whose closings are in the data */
export function periodsUpTo(dataDay: Day, edge: Day): Periods {
  const startOf = (period: number): Day => monthsEarlier(dataDay + 1, MONTHS_PER_PERIOD * (period + 1));
  const recentFrom = startOf(RECENT_PERIODS - 1);
  const first = Math.min(recentFrom, Math.max(edge, startOf(PERIODS - 1)));
  const ofOffset = new Uint8Array(dataDay + 1 - first);
  const share = new Float64Array(PERIODS);
  let end = dataDay + 1;
  for (let period = 0; period < PERIODS; period++) {
    const start = startOf(period);
    const from = Math.max(first, start);
    if (from < end) {
      ofOffset.fill(period, from - first, end - first);
      share[period] = (end - from) / (end - start);
    }
    end = start;
  }
  return {
    recent: { from: recentFrom, to: dataDay },
    before: { from: first, to: recentFrom - 1 },
    first,
    ofOffset,
    share,
  };
}

/** The same day of the month so many months earlier, or that month's last. */
function monthsEarlier(day: Day, months: number): Day {
  const month = addMonths(monthOfDay(day), -months);
  return firstDayOfMonth(month) + Math.min(dateOfDay(day).dayOfMonth, daysInMonth(month)) - 1;
}
