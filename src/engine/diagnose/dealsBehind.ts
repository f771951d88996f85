import type { Day } from '../calendar/calendar';
import type { Deal } from '../deals/deal';
import { amountIn } from '../fit/fitValues';
import type { CheckedStage } from './checkedStage';
import type { DaySpan } from './leak';
import { DROPPED, PASSED, STAYS } from './stays';

/** Ids listed; the counts are of all. */
const MOST_IDS = 100;
const STUCK_QUANTILE = 0.9;
/** Fewer deals that went on say nothing of how long it usually takes. */
const FEWEST_PASSED = 10;

export interface DealsBehind {
  lostIds: readonly string[];
  lostCount: number;
  stuckIds: readonly string[];
  stuckCount: number;
}

/**
 * Deals of these kinds that were lost in the stage lately (of those that the check counts: where lately means entered lately, they are
 * too), and those there for longer than nine in ten of the ones that went on before.
 */
export function dealsBehind(
  { stays, table }: CheckedStage,
  kinds: readonly number[],
  deals: readonly Deal[],
  recent: DaySpan,
  currency: string,
): DealsBehind {
  const limit = usualDays({ stays }, kinds, recent.from);
  const lost: Deal[] = [];
  const stuck: Deal[] = [];
  for (let row = 0; row < stays.count; row++) {
    if (!kinds.includes(stays.kind[row]!)) continue;
    const deal = deals[stays.deal[row]!]!;
    const last = stays.last[row]!;
    const isCounted = (table.isQuick ? stays.entered[row]! : last) >= recent.from;
    if (stays.end[row] === DROPPED && isCounted) lost.push(deal);
    if (stays.end[row] === STAYS && last - stays.entered[row]! > limit) stuck.push(deal);
  }
  return {
    lostIds: biggestFirst(lost, currency),
    lostCount: lost.length,
    stuckIds: biggestFirst(stuck, currency),
    stuckCount: stuck.length,
  };
}

/** Days within which nine in ten of those that went on did so, of those that did before a day. */
function usualDays({ stays }: Pick<CheckedStage, 'stays'>, kinds: readonly number[], before: Day): number {
  const days: number[] = [];
  for (let row = 0; row < stays.count; row++) {
    if (stays.end[row] === PASSED && stays.last[row]! < before && kinds.includes(stays.kind[row]!)) {
      days.push(stays.last[row]! - stays.entered[row]!);
    }
  }
  if (days.length < FEWEST_PASSED) return Infinity;
  days.sort((a, b) => a - b);
  return days[Math.ceil(STUCK_QUANTILE * days.length) - 1]!;
}

function biggestFirst(deals: readonly Deal[], currency: string): string[] {
  return deals
    .map((deal) => ({ id: deal.id, amount: amountIn(deal, currency) ?? -1 }))
    .sort((a, b) => b.amount - a.amount || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_IDS)
    .map(({ id }) => id);
}
