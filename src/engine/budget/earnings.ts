import type { FunnelModel } from '../funnel/model';
import { withMergedOpen } from '../goal/meanTotals';
import { firstShareOf } from '../scenario/plannedParts';
import { exactMean, type MonthMean } from '../simulate/exactMean';

/** Means of a forecast month that a budget is weighed by. */
export interface EarnedMonth {
  /** What comes of selling: won value, or where customers go on paying the month's recurring revenue. */
  earned: number;
  won: number;
  wins: number;
  leads: number;
  cost: number;
  customers: number;
}

/** By forecast month, every parameter at its mean. */
export function earnedMonths(model: FunnelModel): EarnedMonth[] {
  const firstShare = firstShareOf(model);
  return exactMean(withMergedOpen(model)).map((month, at) => earnedOf(month, at === 0 ? firstShare : 1));
}

function earnedOf({ kinds, cost, customers, recurring }: MonthMean, share: number): EarnedMonth {
  const sum = { won: 0, wins: 0, leads: 0 };
  for (const kind of kinds) {
    sum.won += kind.valueFromOpen + kind.valueFromNew;
    sum.wins += kind.winsFromOpen + kind.winsFromNew;
    sum.leads += kind.leads;
  }
  const earned = recurring === null ? sum.won : recurring * share;
  return { ...sum, earned, cost: cost ?? 0, customers: customers ?? 0 };
}

export function totalOf(months: readonly EarnedMonth[], of: keyof EarnedMonth): number {
  return months.reduce((sum, month) => sum + month[of], 0);
}
