import type { Day } from '../calendar/calendar';
import type { Deal } from './deal';

/**
 * The deals as they were known at the end of a day: those created later are gone, outcomes and stage entries after it
 * are hidden. Never changes what it is given; a deal that was the same then is returned as the same object.
 *
 * What a single export cannot rewind: a later edit overwrote `amount`, which stays as it is (a forecast from a past
 * day must not trust it), and `expectedClose`, `probability`, `category` and `lostReason`, which are null on every deal
 * that is known to have changed since. Where stage entries are hidden the stage is the last one entered by then, null
 * where none is known. A deal won or lost without a closing day cannot be placed in time and stays as it is, unless
 * it entered a stage later.
 *
 * @param exportDay the day the deals show. When it is later than `day`, deals still open in the export are rewound
 *   too: their stage and expectations are those of the export, and to have any would tell that a deal stayed open.
 */
export function asOf(deals: readonly Deal[], day: Day, exportDay: Day = day): Deal[] {
  const known: Deal[] = [];
  for (const deal of deals) {
    if (deal.created > day) continue;
    known.push(hasChangedSince(deal, day, exportDay) ? rewind(deal, day) : deal);
  }
  return known;
}

function hasChangedSince(deal: Deal, day: Day, exportDay: Day): boolean {
  if (deal.closed !== null && deal.closed > day) return true;
  if (deal.outcome === 'open' && exportDay > day) return true;
  return deal.stageEntries.some((entry) => entry.day > day);
}

function rewind(deal: Deal, day: Day): Deal {
  const stageEntries = deal.stageEntries.filter((entry) => entry.day <= day);
  const isClosed =
    deal.outcome !== 'open' &&
    (deal.closed === null ? stageEntries.length === deal.stageEntries.length : deal.closed <= day);
  const latest = stageEntries.reduce<(typeof stageEntries)[number] | null>(
    (last, entry) => (last === null || entry.day >= last.day ? entry : last),
    null,
  );
  return {
    ...deal,
    outcome: isClosed ? deal.outcome : 'open',
    closed: isClosed ? deal.closed : null,
    expectedClose: null,
    stage: latest?.stage ?? null,
    stageEntries,
    lostReason: isClosed ? deal.lostReason : null,
    probability: null,
    category: null,
  };
}
