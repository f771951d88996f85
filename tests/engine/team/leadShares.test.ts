import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../src/engine';
import { leadShares } from '../../../src/engine/team/leadShares';
import { arbitraryDeal, MIDDLE_DAY } from '../deals/arbitraryDeals';
import { dealOf } from '../deals/dealOf';

const NET = KINDS.indexOf('net');

describe('leadShares', () => {
  it('shares out as new deals of late were, a kind drawn to all kinds by four leads', () => {
    const deals = [
      ...Array.from({ length: 30 }, (_, index) => dealOf({ created: 1_000 - index, owner: 'Ada' })),
      ...Array.from({ length: 10 }, (_, index) => dealOf({ created: 1_000 - 3 * index, owner: 'Bo' })),
    ];
    const sellers = [
      { name: 'Ada', startedOn: 0 },
      { name: 'Bo', startedOn: 0 },
    ];
    const { bySeller, nobody } = leadShares(deals, sellers, 1_000, []);
    // Ada: Σ 2^(−i/91), i = 0 … 29; Bo: every third of these days.
    const ada = (1 - 2 ** (-30 / 91)) / (1 - 2 ** (-1 / 91));
    const bo = (1 - 2 ** (-30 / 91)) / (1 - 2 ** (-3 / 91));
    expect(bySeller[0]![NET]).toBeCloseTo(ada / (ada + bo), 12);
    // Of a kind without leads each has the share of all kinds.
    expect(bySeller[1]![KINDS.indexOf('seed')]).toBeCloseTo(bo / (ada + bo), 12);
    expect(nobody[NET]).toBe(0);
  });

  it('does not give a newcomer all leads for a lucky first day, nor none for an unlucky one', () => {
    const old = Array.from({ length: 200 }, (_, index) => dealOf({ created: 1_000 - index, owner: 'Ada' }));
    const lucky = [...old, ...Array.from({ length: 3 }, () => dealOf({ created: 1_000, owner: 'Cy' }))];
    const sellers = [
      { name: 'Ada', startedOn: 0 },
      { name: 'Cy', startedOn: 1_000 },
    ];
    for (const deals of [old, lucky]) {
      const share = leadShares(deals, sellers, 1_000, []).bySeller[1]![NET]!;
      expect(share).toBeGreaterThan(0.45);
      expect(share).toBeLessThan(0.55);
    }
  });

  it('adds up to one for every kind, nobody included, whatever the deals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(arbitraryDeal, fc.constantFrom(null, 'Ada', 'Bo')), { maxLength: 40 }),
        (owned) => {
          const deals = owned.map(([deal, owner]) => ({ ...deal, owner }));
          const sellers = ['Ada', 'Bo'].map((name) => ({ name, startedOn: MIDDLE_DAY - 400 }));
          const { bySeller, nobody } = leadShares(deals, sellers, MIDDLE_DAY, [0.5]);
          KINDS.forEach((_, kind) => {
            const shares = [...bySeller.map((own) => own[kind]!), nobody[kind]!];
            expect(shares.every((share) => share >= 0)).toBe(true);
            expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          });
        },
      ),
      { numRuns: 100, seed: 3 },
    );
  });
});
