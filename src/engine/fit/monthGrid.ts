import type { Day, Month } from '../calendar/calendar';
import { firstDayOfMonth, monthOfDay, monthRange, monthsBetween } from '../calendar/month';

/** The months of a history, with a look-up from day to position: millions of look-ups make a date routine too slow. */
export interface MonthGrid {
  months: readonly Month[];
  firstDay: Day;
  /** The data day: the last one known. */
  lastDay: Day;
  /** First day of each month, and one more: the day after the data day. */
  starts: Int32Array;
  /** Position of the month of `firstDay + i`. */
  monthOfOffset: Uint16Array;
}

/** A typing error such as the year 1019 must not make a history of a thousand years. */
const LONGEST_HISTORY_DAYS = 7305;

/** All months from that of the first day (at most 20 years back) to that of the data day. */
export function monthGrid(firstCreated: Day, dataDay: Day): MonthGrid {
  const firstMonth = monthOfDay(Math.max(Math.min(firstCreated, dataDay), dataDay - LONGEST_HISTORY_DAYS));
  const months = monthRange(firstMonth, monthsBetween(firstMonth, monthOfDay(dataDay)) + 1);
  const firstDay = firstDayOfMonth(firstMonth);
  const starts = Int32Array.from([...months.map(firstDayOfMonth), dataDay + 1]);
  const monthOfOffset = new Uint16Array(dataDay - firstDay + 1);
  for (let month = 0; month < months.length; month++) {
    monthOfOffset.fill(month, starts[month]! - firstDay, starts[month + 1]! - firstDay);
  }
  return { months, firstDay, lastDay: dataDay, starts, monthOfOffset };
}
