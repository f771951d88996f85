import type { Day, Month } from '../calendar/calendar';
import { firstDayOfMonth, lastDayOfMonth, monthOfDay, monthRange, monthsBetween } from '../calendar/month';
import type { Deal } from '../deals/deal';
import { amountIn } from '../fit/fitValues';
import { MONTHS_OF_YEAR, MONTHS_SCORED, type Outlook } from './backtestTypes';

/** Wins and won value of months in a row. */
export interface MonthlyWins {
  wins: number[];
  revenue: number[];
}

/**
 * Wins and won value of each of `count` months from `first` on. Wins without an amount, or in another currency, add no
 * value. A closing before the creation counts on the day of creation.
 *
 * @param counts which of the won deals count
 */
export function monthlyWins(
  deals: readonly Deal[],
  first: Month,
  count: number,
  currency: string,
  counts: (deal: Deal, month: number) => boolean = () => true,
): MonthlyWins {
  const wins = new Array<number>(count).fill(0);
  const revenue = new Array<number>(count).fill(0);
  const starts = monthRange(first, count + 1).map(firstDayOfMonth);
  for (const deal of deals) {
    const day = wonDay(deal);
    if (day === null || day < starts[0]! || day >= starts[count]!) continue;
    const month = monthsBetween(first, monthOfDay(day));
    if (!counts(deal, month)) continue;
    wins[month]! += 1;
    revenue[month]! += amountIn(deal, currency) ?? 0;
  }
  return { wins, revenue };
}

/** The day a deal was won, or null. */
export function wonDay(deal: Deal): Day | null {
  return deal.outcome === 'won' && deal.closed !== null ? Math.max(deal.closed, deal.created) : null;
}

/**
 * What happened after an origin. The year only where twelve whole months lie between the origin and the data day.
 *
 * @param isRunOff count only wins of deals that were there at the origin
 */
export function actuals(
  deals: readonly Deal[],
  origin: Day,
  dataDay: Day,
  currency: string,
  isRunOff = false,
): Outlook {
  const first = monthOfDay(origin + 1);
  const ahead = monthRange(first, MONTHS_OF_YEAR);
  const { wins, revenue } = monthlyWins(
    deals,
    first,
    MONTHS_OF_YEAR,
    currency,
    (deal) => !isRunOff || deal.created <= origin,
  );
  const hasYear = lastDayOfMonth(ahead[MONTHS_OF_YEAR - 1]!) <= dataDay;
  return outlookOf(wins, revenue, hasYear);
}

/** The first three of twelve months one by one, and the totals. */
export function outlookOf(wins: readonly number[], revenue: readonly number[], hasYear: boolean): Outlook {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const months = revenue.slice(0, MONTHS_SCORED);
  return {
    wins: wins.slice(0, MONTHS_SCORED),
    revenue: months,
    quarter: sum(months),
    year: hasYear ? sum(revenue) : null,
  };
}
