import fc from 'fast-check';
import type { Deal } from '../../../src/engine';
import { KINDS } from '../../../src/engine';
import { dealOf } from './dealOf';

/** The day that arbitrary deals lie around: 2024-09-30. */
export const MIDDLE_DAY = 19_996;

const day = fc.integer({ min: MIDDLE_DAY - 900, max: MIDDLE_DAY + 200 });
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });

/** Any deal an export may hold, with its oddities: no closing day, closed before created, in the future, another currency. */
export const arbitraryDeal: fc.Arbitrary<Deal> = fc
  .record({
    created: day,
    outcome: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
    closedAfter: orNull(fc.integer({ min: -10, max: 500 })),
    expectedClose: orNull(day),
    amount: orNull(fc.double({ min: -1e4, max: 1e7, noNaN: true })),
    currency: fc.constantFrom(null, 'SEK', 'EUR'),
    stage: fc.constantFrom(null, 'Proposal', 'Closing'),
    stageDays: fc.array(day, { maxLength: 3 }),
    probability: orNull(fc.double({ min: 0, max: 1, noNaN: true })),
    kind: fc.constantFrom(...KINDS),
  })
  .map(({ closedAfter, stageDays, ...facts }) =>
    dealOf({
      ...facts,
      closed: facts.outcome === 'open' || closedAfter === null ? null : facts.created + closedAfter,
      stageEntries: [...stageDays]
        .sort((a, b) => a - b)
        .map((entry) => ({ stage: `S${entry % 3}`, day: entry })),
    }),
  );

/** Deals with ids of their own. */
export function arbitraryDeals(maxLength: number): fc.Arbitrary<Deal[]> {
  return fc
    .array(arbitraryDeal, { maxLength })
    .map((deals) => deals.map((deal, index) => ({ ...deal, id: `D${index}` })));
}

/** The same deals with all that happened after a day changed: later outcomes, entries, creations. */
export function changeFuture(deals: readonly Deal[], day: number, by: number): Deal[] {
  const flipped = { won: 'lost', lost: 'open', open: 'won' } as const;
  return deals.flatMap((deal, index) => {
    if (deal.created > day)
      return index % 2 === by % 2 ? [] : [{ ...deal, created: deal.created + by, closed: null }];
    const entries = deal.stageEntries.filter((entry) => entry.day <= day);
    const closesLater = deal.closed === null ? entries.length < deal.stageEntries.length : deal.closed > day;
    if (!closesLater && deal.outcome !== 'open') return [deal];
    const outcome = flipped[deal.outcome];
    return [
      {
        ...deal,
        outcome,
        closed: outcome === 'open' ? null : day + 1 + by,
        expectedClose: day + by,
        stage: `after ${by}`,
        stageEntries: [...entries, { stage: 'Planted', day: day + 1 + by }],
        lostReason: 'planted',
        probability: 0.99,
        category: 'planted',
      },
    ];
  });
}
