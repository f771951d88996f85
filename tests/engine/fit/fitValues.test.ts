import { describe, expect, it } from 'vitest';
import { KINDS, winShareByAge } from '../../../src/engine';
import type { Deal, Hazards } from '../../../src/engine';
import { fitValues } from '../../../src/engine/fit/fitValues';
import { dealOf } from '../deals/dealOf';

const DAY = 20_000;
const NET = 1;
const SPEAR = 2;
/** Half of all leads are won, evenly so from day to day. */
const HAZARDS: Hazards[] = KINDS.map(() => ({ ageFrom: [0], won: [0.01], lost: [0.01] }));

function won(amount: number | null, facts: Partial<Deal> = {}): Deal {
  return dealOf({ created: DAY - 30, outcome: 'won', closed: DAY, amount, ...facts });
}

describe('fitValues(deals, dataDay, currency, hazards)', () => {
  it('shrinks a kind to the pool as if 10 deals had shown it', () => {
    const deals = [
      ...new Array<Deal>(10).fill(won(100)),
      ...new Array<Deal>(10).fill(won(400, { kind: 'spear' })),
    ];
    const { byKind } = fitValues(deals, DAY, 'SEK', HAZARDS);
    expect(byKind[NET]?.mean).toBeCloseTo((10 * 100 + 10 * 250) / 20, 9);
    expect(byKind[SPEAR]?.mean).toBeCloseTo((10 * 400 + 10 * 250) / 20, 9);
  });

  it('halves the weight of a deal won a year ago', () => {
    const deals = [won(100), won(400, { created: DAY - 400, closed: DAY - 365 })];
    // One kind is its own pool: shrinking changes nothing.
    expect(fitValues(deals, DAY, 'SEK', HAZARDS).byKind[NET]?.mean).toBeCloseTo((100 + 0.5 * 400) / 1.5, 9);
  });

  it('leaves out amounts that are missing or in another currency', () => {
    const deals = [won(100), won(null), won(9999, { currency: 'EUR' }), won(100, { currency: 'SEK' })];
    const { byKind } = fitValues(deals, DAY, 'SEK', HAZARDS);
    expect(byKind[NET]).toMatchObject({ mean: 100, effectiveDeals: 2 });
  });

  it('uses the amounts of other deals where nothing is won, and a default where there are none', () => {
    expect(fitValues([dealOf({ created: DAY, amount: 300 })], DAY, 'SEK', HAZARDS).byKind[SPEAR]?.mean).toBe(
      300,
    );
    const { byKind } = fitValues([], DAY, 'SEK', HAZARDS);
    expect([byKind[NET]?.mean, byKind[SPEAR]?.mean]).toEqual([100_000, 300_000]);
    expect(byKind[NET]?.doubt).toBeGreaterThan(0.5);
  });

  it('expects of a young company the big deals that it has not closed yet', () => {
    // 60 wins within a month at 100, 20 later at 900; of all wins to come, e^-0.6 fall after day 30.
    const quick = Array.from({ length: 60 }, (_, index) => won(100, { created: DAY - (index % 30) }));
    const slow = Array.from({ length: 20 }, (_, index) => won(900, { created: DAY - 60 - index }));
    const { byKind, byAge } = fitValues([...quick, ...slow], DAY, 'SEK', HAZARDS);
    const { ageFrom, factors } = byAge[NET]!;
    expect(factors.at(-1)! / factors[0]!).toBeGreaterThan(3);
    expect(ageFrom).toHaveLength(4);
    // Plainly averaged: 300.
    expect(byKind[NET]?.mean).toBeGreaterThan(330);
    // By definition the factors average 1 over the ages at which leads are won.
    const wonBy = [...ageFrom.slice(1), Infinity].map((age) => winShareByAge(HAZARDS[NET]!, age));
    const average = factors.reduce(
      (sum, factor, bin) => sum + (factor * ((wonBy[bin] ?? 0) - (wonBy[bin - 1] ?? 0))) / 0.5,
      0,
    );
    expect(average).toBeCloseTo(1, 9);
  });

  it('trusts open amounts only where lost deals have them too', () => {
    const lost = (amount: number | null): Deal =>
      dealOf({ created: DAY, outcome: 'lost', closed: DAY, amount });
    const valued = [won(100), won(100), lost(300), lost(300), lost(300)];
    expect(fitValues(valued, DAY, 'SEK', HAZARDS)).toMatchObject({ ownWeight: 0.25, wonToClosed: 100 / 220 });
    const onlyWon = [won(100), won(100), lost(null), lost(0), lost(0), lost(0)];
    expect(fitValues(onlyWon, DAY, 'SEK', HAZARDS)).toMatchObject({ ownWeight: 0, wonToClosed: 1 });
  });
});
