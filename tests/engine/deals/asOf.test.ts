import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asOf } from '../../../src/engine';
import { MIDDLE_DAY, arbitraryDeals, changeFuture } from './arbitraryDeals';
import { dealOf } from './dealOf';

describe('asOf(deals, day)', () => {
  it('leaves out deals created later and keeps those of the day itself', () => {
    const deals = [dealOf({ created: 100 }), dealOf({ created: 101 })];
    expect(asOf(deals, 100)).toEqual([deals[0]]);
  });

  it('opens a deal that closed later, and hides what an export overwrote', () => {
    const deal = dealOf({
      created: 100,
      outcome: 'lost',
      closed: 150,
      amount: 500,
      stage: 'Closed lost',
      stageEntries: [
        { stage: 'Qualification', day: 100 },
        { stage: 'Proposal', day: 120 },
        { stage: 'Closing', day: 130 },
      ],
      lostReason: 'price',
      probability: 0,
      category: 'closed',
      expectedClose: 150,
    });
    expect(asOf([deal], 120)).toEqual([
      {
        ...deal,
        outcome: 'open',
        closed: null,
        stage: 'Proposal',
        stageEntries: deal.stageEntries.slice(0, 2),
        lostReason: null,
        probability: null,
        category: null,
        expectedClose: null,
      },
    ]);
  });

  it('keeps the outcome of a deal closed on the day itself', () => {
    const deal = dealOf({ created: 100, outcome: 'won', closed: 120 });
    expect(asOf([deal], 120)[0]).toBe(deal);
    expect(asOf([deal], 119)[0]?.outcome).toBe('open');
  });

  it('does not know the stage where no entry is known', () => {
    const deal = dealOf({ created: 100, outcome: 'won', closed: 150, stage: 'Won' });
    expect(asOf([deal], 120)[0]?.stage).toBeNull();
  });

  it('returns unchanged deals as the same objects', () => {
    const deal = dealOf({ created: 100, stage: 'Proposal', stageEntries: [{ stage: 'Proposal', day: 110 }] });
    expect(asOf([deal], 110)[0]).toBe(deal);
  });

  it('rewinds deals still open in a later export: their stage and expectations are those of the export', () => {
    const deal = dealOf({ created: 100, stage: 'Closing', expectedClose: 200, probability: 0.8 });
    expect(asOf([deal], 120, 180)[0]).toMatchObject({ stage: null, expectedClose: null, probability: null });
  });

  it('leaves a closed deal without a closing day as it is: it cannot be placed in time', () => {
    const deal = dealOf({ created: 100, outcome: 'won' });
    expect(asOf([deal], 120, 180)[0]).toBe(deal);
  });

  it('does not depend on anything that happened after the day', () => {
    fc.assert(
      fc.property(arbitraryDeals(20), fc.integer({ min: 1, max: 90 }), (deals, by) => {
        const exportDay = MIDDLE_DAY + 200;
        const changed = changeFuture(deals, MIDDLE_DAY, by);
        expect(asOf(changed, MIDDLE_DAY, exportDay)).toEqual(asOf(deals, MIDDLE_DAY, exportDay));
      }),
    );
  });

  it('does nothing the second time and never changes what it is given', () => {
    fc.assert(
      fc.property(arbitraryDeals(10), (deals) => {
        const before = structuredClone(deals);
        const once = asOf(deals, MIDDLE_DAY);
        expect(asOf(once, MIDDLE_DAY)).toEqual(once);
        expect(deals).toEqual(before);
      }),
    );
  });
});
