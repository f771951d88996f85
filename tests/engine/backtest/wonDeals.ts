import type { Deal, Month } from '../../../src/engine';
import { firstDayOfMonth } from '../../../src/engine';
import { dealOf } from '../deals/dealOf';

/** Deals won on the 15th of a month, created two weeks before, so that simple methods can be worked out by hand. */
export function wonIn(month: Month, count: number, amount: number | null = 100): Deal[] {
  const closed = firstDayOfMonth(month) + 14;
  return Array.from({ length: count }, (_, index) =>
    dealOf({ id: `${month} ${index}`, created: closed - 14, outcome: 'won', closed, amount }),
  );
}

/** Won deals of months in a row. */
export function wonInMonths(months: readonly Month[], counts: readonly number[]): Deal[] {
  return months.flatMap((month, index) => wonIn(month, counts[index] ?? 0));
}
