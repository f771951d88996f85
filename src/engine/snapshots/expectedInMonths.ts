import { monthOfDay } from '../calendar/month';
import type { Day, Month } from '../calendar/calendar';
import type { Deal } from '../deals/deal';
import { viewOpenDeals } from '../explain/openDealView';
import { ownWinRates } from '../backtest/ownWinRates';
import type { DealChances } from '../fit/dealChances';
import { amountIn } from '../fit/fitValues';
import type { FunnelModel } from '../funnel/model';
import { exactMean } from '../simulate/exactMean';

/** What one export tells of its deals. */
export interface ForecastThen {
  /** Data day of the export. */
  day: Day;
  /** As known on that day, the same that were fitted. */
  deals: readonly Deal[];
  chances: DealChances;
}

export interface MonthRange {
  from: Month;
  to: Month;
}

/** Mean of what these months bring, what was won in them before the forecast began included, without chance. */
export function expectedInMonths(model: FunnelModel, { from, to }: MonthRange): number {
  let total = 0;
  for (const { month, value } of model.history) if (from <= month && month <= to) total += value;
  for (const { month, kinds } of exactMean(model)) {
    if (month < from || month > to) continue;
    for (const { valueFromOpen, valueFromNew } of kinds) total += valueFromOpen + valueFromNew;
  }
  return total;
}

/** The part of every deal in what these months bring: its amount if it was won in them, chance × value while open, else 0. */
export function expectedOfDeals(then: ForecastThen, months: MonthRange): ReadonlyMap<Deal, number> {
  const { deals, chances, day } = then;
  const expected = new Map<Deal, number>();
  for (const deal of deals) {
    if (deal.outcome !== 'won' || deal.closed === null || deal.closed > day) continue;
    const month = monthOfDay(deal.closed);
    if (months.from <= month && month <= months.to) expected.set(deal, amountIn(deal, chances.currency) ?? 0);
  }
  // The pipeline's own chances are asked for nowhere here.
  for (const { deal, chance, value } of viewOpenDeals(deals, chances, ownWinRates([]), {
    ...months,
    kind: null,
  })) {
    expected.set(deal, chance * value);
  }
  return expected;
}
