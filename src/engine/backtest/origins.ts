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

const MONTHS_BEHIND = 6;
const WINS_BEHIND = 30;

/**
 * The past days a forecast can be measured from: each month end with at least 6 months since the first deal came and 30
 * dated wins behind it, and 3 whole months up to the data day ahead of it.
 */
export function origins(deals: readonly Deal[], dataDay: Day): Day[] {
  const firstCreated = deals.reduce((first, deal) => Math.min(first, deal.created), Infinity);
  if (!(firstCreated <= dataDay)) return [];
  const firstMonth = monthOfDay(firstCreated);
  const endOfSixMonths = addMonths(firstMonth, MONTHS_BEHIND);
  const earliest = firstDayOfMonth(endOfSixMonths) + (firstCreated - firstDayOfMonth(firstMonth)) - 1;
  const wonDays = deals
    .flatMap((deal) =>
      deal.outcome === 'won' && deal.closed !== null ? [Math.max(deal.closed, deal.created)] : [],
    )
    .sort((a, b) => a - b);
  const thirtieth = wonDays[WINS_BEHIND - 1];
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
