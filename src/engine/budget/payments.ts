import type { Month } from '../calendar/calendar';
import { addMonths, firstDayOfMonth } from '../calendar/month';
import type { FunnelModel } from '../funnel/model';
import type { Outcomes } from '../simulate/outcomes';

/** Of what is earned in one month, the share paid in each forecast month; what is left is paid after the last. */
export type PaidShares = readonly number[];

/**
 * Money comes `delayDays` after it is earned, and is earned evenly over the days of a month: of the days from a to b the share paid in a
 * month is the part of a + delay … b + delay that lies in it.
 *
 * @param from first day, @param end day after the last, on which it was earned
 */
export function paidShares(
  from: number,
  end: number,
  months: readonly Month[],
  delayDays: number,
): PaidShares {
  const length = end - from;
  return months.map((month) => {
    const first = Math.max(firstDayOfMonth(month), from + delayDays);
    const last = Math.min(firstDayOfMonth(addMonths(month, 1)), end + delayDays);
    if (length > 0) return Math.max(0, last - first) / length;
    return first >= firstDayOfMonth(month) && first < firstDayOfMonth(addMonths(month, 1)) ? 1 : 0;
  });
}

/** Where what is earned in each forecast month is paid; of the first only what lies ahead. */
export function paymentTable({ start, months }: FunnelModel, delayDays: number): PaidShares[] {
  return months.map((month) =>
    paidShares(
      Math.max(start, firstDayOfMonth(month)),
      firstDayOfMonth(addMonths(month, 1)),
      months,
      delayDays,
    ),
  );
}

/**
 * What was earned before the forecast starts and is paid in it, by forecast month: what was won in the months of the history, or invoices
 * of recurring revenue at today's height. Without a history nothing is known to be outstanding.
 */
export function outstanding(model: FunnelModel, delayDays: number): number[] {
  const { start, months, history, recurring } = model;
  const due = new Array<number>(months.length).fill(0);
  const [first] = months;
  if (first === undefined) return due;
  const add = (amount: number, from: number, end: number): void => {
    if (!(amount > 0) || !(end > from)) return;
    // Due before the start is taken as paid.
    paidShares(from, end, months, delayDays).forEach((share, month) => {
      const isGone = month === 0 ? partBefore(from, end, months[0], start, delayDays) : 0;
      due[month]! += amount * Math.max(0, share - isGone);
    });
  };
  if (recurring !== null) {
    for (let ago = 0; ago <= monthsOf(delayDays); ago++) {
      const month = addMonths(first, -ago);
      const from = firstDayOfMonth(month);
      const whole = firstDayOfMonth(addMonths(month, 1));
      const end = Math.min(start, whole);
      add((recurring.today * (end - from)) / (whole - from), from, end);
    }
    return due;
  }
  for (const { month, value } of history) {
    add(value, firstDayOfMonth(month), Math.min(start, firstDayOfMonth(addMonths(month, 1))));
  }
  return due;
}

/** Share paid in the gone part of the first forecast month. */
function partBefore(
  from: number,
  end: number,
  month: Month | undefined,
  start: number,
  delayDays: number,
): number {
  if (month === undefined) return 0;
  const first = Math.max(firstDayOfMonth(month), from + delayDays);
  return Math.max(0, Math.min(start, end + delayDays) - first) / (end - from);
}

function monthsOf(delayDays: number): number {
  return Math.ceil(delayDays / 28) + 1;
}

/**
 * What every path earns in a forecast month: won value once, or the recurring revenue at the month's end as that month's invoice (of the first
 * month the share that lies ahead).
 */
export function earnedOnPaths({ recurring, value }: Pick<Outcomes, 'recurring' | 'value'>): {
  amounts: Float64Array;
  isInvoiced: boolean;
} {
  return { amounts: recurring ?? value, isInvoiced: recurring !== null };
}
