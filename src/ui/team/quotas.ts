import {
  chanceOfReaching,
  suggestQuota,
  type Seller,
  type SellerPeriod,
  type TeamAnswer,
} from '../../engine';
import type { SellerSettings } from '../../workspace/types';

/** A seller in a period, with the quota as it counts there. */
export interface QuotaRow {
  seller: Seller;
  period: SellerPeriod;
  /** What is typed, for a whole quarter at full output. */
  typed: number | null;
  /** The share of it that counts in this period. */
  quota: number | null;
  /** To make it. */
  chance: number | null;
  suggested: { now: number; atFullOutput: number | null };
}

/** What all quotas come to. */
export interface QuotaSum {
  sum: number;
  /** Sellers with a quota, and those who still sell without one. */
  count: number;
  without: number;
  /** More likely than not to make theirs. */
  likely: number;
  /** That the company brings the sum, as the forecast's own paths have it: sellers are right and wrong together. */
  chance: number | null;
}

/** Nobody has a quota who has left, or who is not there yet. */
export function quotaRows(
  team: TeamAnswer,
  index: number,
  saidOf: (name: string) => SellerSettings,
  suggestedChance: number,
): QuotaRow[] {
  return team.sellers.flatMap((seller) => {
    const period = seller.periods[index];
    if (period === undefined) return [];
    const typed = saidOf(seller.name).quotaPerQuarter;
    const quota = typed === null || seller.hasLeft || period.output === 0 ? null : typed * period.output;
    return [
      {
        ...{ seller, period, typed, quota },
        chance: quota === null ? null : chanceOfReaching(period.distribution, quota),
        suggested: suggestQuota(period, suggestedChance),
      },
    ];
  });
}

export function sumOfQuotas(rows: readonly QuotaRow[], distribution: readonly number[]): QuotaSum {
  const quotas = rows.flatMap(({ quota }) => quota ?? []);
  const sum = quotas.reduce((total, quota) => total + quota, 0);
  return {
    sum,
    count: quotas.length,
    without: rows.filter(({ seller, quota }) => !seller.hasLeft && quota === null).length,
    likely: rows.filter(({ chance }) => chance !== null && chance > 0.5).length,
    chance: quotas.length > 0 && distribution.length > 1 ? chanceOfReaching(distribution, sum) : null,
  };
}
