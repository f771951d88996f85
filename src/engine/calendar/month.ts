import type { Day, Month } from './calendar';
import { dateOfDay, dayFromDate, daysInMonthOfYear } from './day';

/** Months since year 0: the number arithmetic is done on. A plan is built of thousands of months while a slider moves. */
function monthNumber(month: Month): number {
  const dash = month.lastIndexOf('-');
  return Number(month.slice(0, dash)) * 12 + Number(month.slice(dash + 1)) - 1;
}

function monthFromNumber(number: number): Month {
  const year = Math.floor(number / 12);
  const monthOfYear = number - year * 12 + 1;
  return `${String(year).padStart(4, '0')}-${String(monthOfYear).padStart(2, '0')}` as Month;
}

/** The month a day lies in. */
export function monthOfDay(day: Day): Month {
  const { year, month } = dateOfDay(day);
  return monthFromNumber(year * 12 + month - 1);
}

/** `addMonths('2026-11', 3)` is `'2027-02'`; negative counts go back. */
export function addMonths(month: Month, count: number): Month {
  return monthFromNumber(monthNumber(month) + count);
}

/** Months from the first to the second: `monthsBetween('2026-11', '2027-02')` is 3, and negative the other way. */
export function monthsBetween(from: Month, to: Month): number {
  return monthNumber(to) - monthNumber(from);
}

/** `count` months in a row, from `from` on. */
export function monthRange(from: Month, count: number): Month[] {
  const first = monthNumber(from);
  return Array.from({ length: Math.max(0, count) }, (_, offset) => monthFromNumber(first + offset));
}

/** Month of the year, 1 to 12. */
export function monthOfYear(month: Month): number {
  return (monthNumber(month) % 12) + 1;
}

export function firstDayOfMonth(month: Month): Day {
  const number = monthNumber(month);
  const day = dayFromDate(Math.floor(number / 12), (number % 12) + 1, 1);
  if (day === null) throw new RangeError(`firstDayOfMonth: ${month} is not a month`);
  return day;
}

export function daysInMonth(month: Month): number {
  const number = monthNumber(month);
  return daysInMonthOfYear(Math.floor(number / 12), (number % 12) + 1);
}

export function lastDayOfMonth(month: Month): Day {
  return firstDayOfMonth(month) + daysInMonth(month) - 1;
}
