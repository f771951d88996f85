import type { Day } from '../calendar/calendar';
import {
  addMonths,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOfDay,
  monthRange,
  monthsBetween,
} from '../calendar/month';
import type { Deal } from '../deals/deal';
import { MONTHS_SCORED } from './backtestTypes';
import { wonDay } from './monthlyWins';

const MONTHS_BEHIND = 6;
export const WINS_BEHIND = 30;

/**
 * The past days a forecast can be measured from: each month end with at least 6 months since the first deal came and 30
 * dated wins behind it, and 3 whole months up to the data day ahead of it.
 */
export function origins(deals: readonly Deal[], dataDay: Day): Day[] {
  const firstCreated = deals.reduce((first, deal) => Math.min(first, deal.created), Infinity);
  if (!(firstCreated <= dataDay)) return [];
  const firstMonth = monthOfDay(firstCreated);
  const earliest = firstDayOfHistory(firstCreated);
  const thirtieth = sortedWonDays(deals)[WINS_BEHIND - 1];
  if (thirtieth === undefined) return [];
  return monthRange(firstMonth, Math.max(0, monthsBetween(firstMonth, monthOfDay(dataDay))))
    .map(lastDayOfMonth)
    .filter(
      (day) =>
        day >= earliest &&
        day >= thirtieth &&
        lastDayOfMonth(addMonths(monthOfDay(day), MONTHS_SCORED)) <= dataDay,
    );
}

/** The first day with six months behind it, to the day. */
export function firstDayOfHistory(firstCreated: Day): Day {
  const firstMonth = monthOfDay(firstCreated);
  const endOfSixMonths = addMonths(firstMonth, MONTHS_BEHIND);
  return firstDayOfMonth(endOfSixMonths) + (firstCreated - firstDayOfMonth(firstMonth)) - 1;
}

/** The days of all dated wins, earliest first. */
export function sortedWonDays(deals: readonly Deal[]): Day[] {
  return deals.flatMap((deal) => wonDay(deal) ?? []).sort((a, b) => a - b);
}
