import { dayFromDate, type Day } from '../engine';

/** Today's date where the user is, as a calendar day. */
export function todayAsDay(now: Date): Day {
  const day = dayFromDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === null) throw new RangeError(`todayAsDay: ${now.toString()} is not a date`);
  return day;
}
