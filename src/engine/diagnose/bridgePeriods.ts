import type { Day } from '../calendar/calendar';
import { dateOfDay } from '../calendar/day';
import { fiscalQuarterOf, fiscalYearOf } from '../calendar/fiscal';
import { addMonths, daysInMonth, firstDayOfMonth, lastDayOfMonth, monthOfDay } from '../calendar/month';
import type { BridgePeriod } from './bridge';
import type { DaySpan } from './leak';

/** Before so many of its days are over a period so far says next to nothing. */
const FEWEST_DAYS = 14;

/**
 * What can be looked at: the fiscal quarter and the fiscal year so far, the last whole quarter, and the last six months. Those so far
 * are compared with the same days of the quarter or the year before, so that a rush at the end of quarters is on neither side.
 */
export function bridgePeriods(dataDay: Day, fiscalYearStart: number): BridgePeriod[] {
  // Of the day after: where the data end with a quarter or a year, that one is over, and none of the next has passed.
  const month = monthOfDay(dataDay + 1);
  const quarter = fiscalQuarterOf(month, fiscalYearStart);
  const year = fiscalYearOf(month, fiscalYearStart);
  const lastQuarter = wholeMonths(addMonths(quarter.from, -3), 3);
  const soFar = (from: typeof month): DaySpan => ({ from: firstDayOfMonth(from), to: dataDay });
  const periods: Omit<BridgePeriod, 'lastYear'>[] = [
    { code: 'quarter', period: soFar(quarter.from), before: monthsEarlier(soFar(quarter.from), 3) },
    { code: 'lastQuarter', period: lastQuarter, before: monthsEarlier(lastQuarter, 3) },
    { code: 'year', period: soFar(year.from), before: monthsEarlier(soFar(year.from), 12) },
    { code: 'halfYear', ...halfYear(dataDay) },
  ];
  return periods
    .filter(({ period }) => period.to - period.from + 1 >= FEWEST_DAYS)
    .map((each) => ({ ...each, lastYear: monthsEarlier(each.period, 12) }));
}

function halfYear(dataDay: Day): Pick<BridgePeriod, 'period' | 'before'> {
  const from = dayMonthsEarlier(dataDay + 1, 6);
  return { period: { from, to: dataDay }, before: { from: dayMonthsEarlier(dataDay + 1, 12), to: from - 1 } };
}

function wholeMonths(from: ReturnType<typeof monthOfDay>, count: number): DaySpan {
  return { from: firstDayOfMonth(from), to: lastDayOfMonth(addMonths(from, count - 1)) };
}

/** The same days so many months earlier; a span that ends with a month still does. */
export function monthsEarlier({ from, to }: DaySpan, months: number): DaySpan {
  const isWhole = to === lastDayOfMonth(monthOfDay(to));
  const earlier = dayMonthsEarlier(from, months);
  const last = dayMonthsEarlier(to, months);
  return { from: earlier, to: Math.max(earlier, isWhole ? lastDayOfMonth(monthOfDay(last)) : last) };
}

function dayMonthsEarlier(day: Day, months: number): Day {
  const { dayOfMonth } = dateOfDay(day);
  const month = addMonths(monthOfDay(day), -months);
  return firstDayOfMonth(month) + Math.min(dayOfMonth, daysInMonth(month)) - 1;
}

/** As many days right before. */
export function spanBefore({ from, to }: DaySpan): DaySpan {
  return { from: from - (to - from + 1), to: from - 1 };
}
