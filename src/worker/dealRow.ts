import type { ChancesOfDeals, Deal, DealRecord } from '../engine';
import type { Settings } from '../workspace/types';
import { typedDays } from './dealOverlay';
import type { KnownDeals } from './knownDeals';
import type { DealRow } from './protocol';

/** Whether an amount is in no sum, for want of a rate. */
export function lacksRate({ amount, currency }: Deal, settings: Pick<Settings, 'currency'>): boolean {
  return amount !== null && currency !== null && currency !== settings.currency;
}

/** A deal as its row shows it: as it counts, but on the days that the user typed. */
export function makeRow(
  known: KnownDeals,
  position: number,
  settings: Pick<Settings, 'currency'>,
  chances: ChancesOfDeals | null,
): DealRow {
  const deal = known.deals[position]!;
  const written = known.written[position]!;
  const edit = known.edits.get(deal.id);
  const changedFields = known.changedFields.get(deal.id) ?? [];
  const isAdded = known.added.has(deal.id);
  const typed = typedDays(changedFields);
  const isExcluded = edit?.isExcluded === true;
  const leftOutAs = known.leftOutAs.get(deal.id) ?? null;
  return {
    ...deal,
    ...((typed.created || isAdded) && { created: written.created }),
    ...((typed.closed || isAdded) && { closed: written.closed, outcome: written.outcome }),
    isExcluded,
    leftOutAs,
    isAdded,
    changedFields,
    original: originalOf(deal, written),
    lacksRate: lacksRate(deal, settings),
    chance: orNull(chances?.chance[position]),
    expected: orNull(chances?.expected[position]),
  };
}

function originalOf(deal: Deal, { amount, currency }: DealRecord): DealRow['original'] {
  if (amount === null || currency === null || currency === deal.currency) return null;
  return { amount, currency };
}

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
