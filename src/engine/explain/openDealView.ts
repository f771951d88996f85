import type { OwnWinRates } from '../backtest/ownWinRates';
import type { Month } from '../calendar/calendar';
import { monthOfDay, monthsBetween } from '../calendar/month';
import type { Deal, Kind } from '../deals/deal';
import type { DealChances } from '../fit/dealChances';
import { expectedValue } from '../fit/dealOutlook';
import { amountIn } from '../fit/fitValues';
import { cohortFinder } from '../fit/openGroups';
import { pipelineChance, type PipelineChance } from './pipelineChance';

/** Where an open deal's expected close lies, seen from a run of months. */
export type Place = 'due' | 'otherMonth' | 'overdue' | 'undated';

/** An open deal as the forecast sees it and as the pipeline that people know does. */
export interface OpenDealView {
  deal: Deal;
  /** The forecast's chance that it is won in the months asked for, and in the whole horizon. */
  chance: number;
  total: number;
  /** What the forecast expects it to bring if it is won in these months. */
  value: number;
  /** Its own amount in the forecast's currency. */
  amount: number | null;
  pipeline: PipelineChance | null;
  place: Place;
}

export interface MonthsAsked {
  from: Month;
  to: Month;
  /** Null for all kinds together. */
  kind: Kind | null;
}

/** All open deals of a kind, each seen both ways. Deals of like age, stage and seller have their chances worked out once. */
export function viewOpenDeals(
  deals: readonly Deal[],
  chances: DealChances,
  rates: OwnWinRates,
  { from, to, kind }: MonthsAsked,
): OpenDealView[] {
  const cohortOf = cohortFinder(chances);
  const first = monthOfDay(chances.start);
  const firstIndex = Math.max(0, monthsBetween(first, from));
  const endIndex = monthsBetween(first, to) + 1;
  const inMonths = new Map<ReturnType<typeof cohortOf>, { chance: number; valueAtAge: number }>();
  const within = (cohort: ReturnType<typeof cohortOf>): { chance: number; valueAtAge: number } => {
    const known = inMonths.get(cohort);
    if (known !== undefined) return known;
    let chance = 0;
    let worth = 0;
    for (let month = firstIndex; month < Math.min(endIndex, cohort.chance.length); month++) {
      chance += cohort.chance[month]!;
      worth += cohort.worth[month]!;
    }
    const sums = { chance, valueAtAge: chance > 0 ? worth / chance : cohort.valueAtAge };
    inMonths.set(cohort, sums);
    return sums;
  };
  const views: OpenDealView[] = [];
  for (const deal of deals) {
    if (deal.outcome !== 'open' || (kind !== null && deal.kind !== kind)) continue;
    const cohort = cohortOf(deal);
    const { chance, valueAtAge } = within(cohort);
    views.push({
      deal,
      chance,
      total: cohort.total,
      value: expectedValue(chances, deal, valueAtAge),
      amount: amountIn(deal, chances.currency),
      pipeline: pipelineChance(deal, rates),
      place: placeOf(deal, chances.start, from, to),
    });
  }
  return views;
}

function placeOf({ expectedClose }: Deal, start: number, from: Month, to: Month): Place {
  if (expectedClose === null) return 'undated';
  if (expectedClose < start) return 'overdue';
  const month = monthOfDay(expectedClose);
  return from <= month && month <= to ? 'due' : 'otherMonth';
}
