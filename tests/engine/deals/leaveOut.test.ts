import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAVE_OUTS, leaveOutFinder } from '../../../src/engine';
import type { Deal, LeaveOut } from '../../../src/engine';
import { arbitraryDeals } from './arbitraryDeals';
import { dealOf } from './dealOf';

const DATA_DAY = 20_000;

function sortsOf(deal: Deal, among: readonly Deal[] = [deal]): LeaveOut[] {
  const isOf = leaveOutFinder(among, DATA_DAY);
  return LEAVE_OUTS.filter((sort) => isOf(deal, sort));
}

/** 30 deals won at the ages of 1 to 30 days: just enough to say how old a win may be. */
const WINS = Array.from({ length: 30 }, (_, index) =>
  dealOf({ id: `won ${index}`, created: 19_000, outcome: 'won', closed: 19_001 + index }),
);

describe('leaveOutFinder', () => {
  it('finds losses that were none, by their reason in any of the languages', () => {
    const none = ['Duplicate', 'dubblett av annan affär', 'TEST', 'Just a test!', 'Test deal', 'Doublon'];
    for (const lostReason of [...none, 'Doppelt angelegt', 'Testaffär', 'Prueba']) {
      expect(sortsOf(dealOf({ created: 19_900, outcome: 'lost', closed: 19_990, lostReason }))).toEqual([
        'notRealLosses',
      ]);
    }
    const real = [
      'Failed the product test',
      'Test period not extended',
      'Doppelt so teuer',
      'Essai non concluant',
    ];
    for (const lostReason of [null, 'Price', 'Contested budget', 'Latest offer too late', ...real]) {
      expect(sortsOf(dealOf({ created: 19_900, outcome: 'lost', closed: 19_990, lostReason }))).toEqual([]);
    }
  });

  it('tells a win of the day of its creation from one whose dates were the wrong way round', () => {
    const won = dealOf({ created: 19_900, outcome: 'won', closed: 19_900 });
    expect(sortsOf(won)).toEqual(['sameDayWins']);
    expect(sortsOf({ ...won, closedBeforeCreated: true })).toEqual(['closedBeforeCreated']);
    expect(sortsOf({ ...won, closed: 19_901 })).toEqual([]);
    expect(sortsOf({ ...won, closed: null })).toEqual(['wonWithoutDate']);
  });

  it('calls an open deal stale more than 180 days after its expected close', () => {
    expect(sortsOf(dealOf({ created: 19_700, expectedClose: DATA_DAY - 180 }))).toEqual([]);
    expect(sortsOf(dealOf({ created: 19_700, expectedClose: DATA_DAY - 181 }))).toEqual(['staleOpens']);
  });

  it('calls an open deal stale once it is older than any was when it was won, if enough were won', () => {
    const old = dealOf({ created: DATA_DAY - 31 });
    expect(sortsOf(old, WINS)).toEqual(['staleOpens']);
    expect(sortsOf({ ...old, created: DATA_DAY - 30 }, WINS)).toEqual([]);
    expect(sortsOf(old, WINS.slice(1))).toEqual([]);
  });

  it('never takes a deal for stale that is closed, nor for a closed one that is open', () => {
    fc.assert(
      fc.property(arbitraryDeals(20), (deals) => {
        const isOf = leaveOutFinder(deals, DATA_DAY);
        for (const deal of deals) {
          const sorts = LEAVE_OUTS.filter((sort) => isOf(deal, sort));
          if (deal.outcome === 'open') expect(sorts.filter((sort) => sort !== 'staleOpens')).toEqual([]);
          else expect(sorts).not.toContain('staleOpens');
        }
      }),
    );
  });
});
