import type { Day } from '../calendar/calendar';
import type { DealRecord, Slips, StageEntry } from '../deals/deal';
import { daysLater } from './dealChanges';
import type { MatchedDeals } from './matchDeals';

/** One export beside another, both as they are stored. */
export interface TwoExports {
  matched: MatchedDeals<DealRecord, DealRecord>;
  previousDay: Day;
  nextDay: Day;
}

/**
 * The later export's deals, with what only a sequence of exports can tell: when an open deal was first seen in each stage, and
 * how often its expected close was put off. Entries of the export's own are left as they are.
 *
 * An entry is dated on the data day of the export that showed it, not on a likelier day before: until then nobody could have
 * known of it, and had the deal closed earlier nobody ever would. For the same reason no entry is made of the stage in which a
 * closed deal is found (docs/methods.md, "Snapshots").
 */
export function growHistory({
  matched,
  previousDay,
  nextDay,
}: TwoExports): ReadonlyMap<DealRecord, DealRecord> {
  const grown = new Map<DealRecord, DealRecord>();
  for (const deal of matched.added) grow(grown, deal, null, previousDay, nextDay);
  for (const { before, after } of matched.pairs) grow(grown, after, before, previousDay, nextDay);
  return grown;
}

function grow(
  grown: Map<DealRecord, DealRecord>,
  deal: DealRecord,
  before: DealRecord | null,
  previousDay: Day,
  nextDay: Day,
): void {
  const stageEntries =
    deal.stageEntries.length > 0 ? deal.stageEntries : seenEntries(deal, before, previousDay, nextDay);
  const slips = slipsOf(deal, before, previousDay);
  // Entries are only ever added, and only where there were none.
  if (stageEntries.length === deal.stageEntries.length && slips === null) return;
  grown.set(deal, { ...deal, stageEntries, ...(slips && { slips }) });
}

function seenEntries(
  deal: DealRecord,
  before: DealRecord | null,
  previousDay: Day,
  nextDay: Day,
): readonly StageEntry[] {
  let seen: readonly StageEntry[] = before?.stageEntries ?? [];
  if (before !== null && seen.length === 0 && before.outcome === 'open' && before.stage !== null) {
    seen = [{ stage: before.stage, day: previousDay, isSeen: true }];
  }
  const { closed } = deal;
  if (deal.outcome !== 'open') {
    return closed === null ? seen : seen.filter(({ day }) => day <= closed);
  }
  if (deal.stage === null || seen.at(-1)?.stage === deal.stage) return seen;
  return [...seen, { stage: deal.stage, day: nextDay, isSeen: true }];
}

function slipsOf(deal: DealRecord, before: DealRecord | null, previousDay: Day): Slips | null {
  if (before === null) return null;
  const known = before.slips ?? null;
  const days = deal.outcome === 'open' && before.outcome === 'open' ? daysLater(before, deal) : 0;
  if (days <= 0) return known;
  return {
    times: (known?.times ?? 0) + 1,
    days: (known?.days ?? 0) + days,
    since: known?.since ?? previousDay,
  };
}
