import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../src/engine';
import { fit } from '../../../src/engine';
import { shrunkFactors } from '../../../src/engine/fit/shrunkFactors';
import { simulateDeals, type TrueKind } from './simulatedDeals';

const LAST_DAY = 20_000;
const TRUTH: TrueKind = { kind: 'net', leadsPerDay: 0.6, wonPerDay: 0.006, lostPerDay: 0.014, value: 100 };
const OPTIONS = { dataDay: LAST_DAY, horizonMonths: 6, fiscalYearStart: 1, currency: 'SEK' };

/** Deals of several sellers, each with an own factor on winning. */
function dealsOf(factors: Readonly<Record<string, number>>, seed: number): Deal[] {
  return Object.entries(factors).flatMap(([owner, factor], index) =>
    simulateDeals([{ ...TRUTH, wonPerDay: TRUTH.wonPerDay * factor }], LAST_DAY, 900, seed + index).map(
      (deal) => ({ ...deal, id: `${owner} ${deal.id}`, owner }),
    ),
  );
}

const expectedWins = (deals: readonly Deal[]): number =>
  fit(deals, OPTIONS).model.open.reduce(
    (sum, { count, winChance }) => sum + count * winChance.reduce((total, chance) => total + chance, 0),
    0,
  );

describe('shrunkFactors(groups, fewestPriorEvents)', () => {
  it('follows a hand-worked table', () => {
    // (O − E)² − V: 300, 300; 2V² + V twice: 20,100 each; ΣE² = 20,000.
    // τ² = (600 − √40,200) ÷ 20,000 = 0.019975, worth 50.06 events.
    const groups = [
      { observed: 120, expected: 100, variance: 100 },
      { observed: 80, expected: 100, variance: 100 },
    ];
    const prior = 20_000 / (600 - Math.sqrt(40_200));
    expect(prior).toBeCloseTo(50.06, 2);
    const factors = shrunkFactors(groups, 8);
    expect(factors[0]).toBeCloseTo((120 + prior) / (100 + prior), 12);
    expect(factors[1]).toBeCloseTo((80 + prior) / (100 + prior), 12);
  });

  it('is 1 for all where the differences are no more than chance makes', () => {
    const groups = [104, 97, 92, 107].map((observed) => ({ observed, expected: 100, variance: 100 }));
    expect(shrunkFactors(groups, 8)).toEqual([1, 1, 1, 1]);
  });

  it('keeps the mean at 1, weighted by what was expected, and gives 1 to who has no record', () => {
    const groups = [
      { observed: 300, expected: 200, variance: 200 },
      { observed: 20, expected: 60, variance: 60 },
      { observed: 0, expected: 0, variance: 0 },
    ];
    const factors = shrunkFactors(groups, 8);
    expect((200 * factors[0]! + 60 * factors[1]!) / 260).toBeCloseTo(1, 12);
    expect(factors[0]! / factors[2]!).toBeGreaterThan(1);
    expect(shrunkFactors([], 8)).toEqual([]);
  });
});

describe('sellers in fit(deals, options)', () => {
  it('finds planted differences, shrunk', () => {
    const { chances, model } = fit(dealsOf({ Ada: 1.7, Bo: 1, Cy: 1, Di: 0.4 }, 5), OPTIONS);
    const wonOf = (name: string): number => chances.sellers.find(({ owner }) => owner === name)?.won ?? NaN;
    // 540 deals of each seller, about 160 wins: a factor is known to some 8 %. The mean of the truth is 1.025.
    expect(wonOf('Ada')).toBeGreaterThan(1.3);
    expect(wonOf('Ada')).toBeLessThan(1.9);
    expect(wonOf('Di')).toBeLessThan(0.65);
    expect(wonOf('Di')).toBeGreaterThan(0.3);
    expect(Math.abs(wonOf('Bo') - 1)).toBeLessThan(0.2);
    expect(chances.sellers.find(({ owner }) => owner === 'Ada')?.n).toBeGreaterThan(400);
    expect(model.open.length).toBeGreaterThan(10);
  });

  it('leaves the expected wins as they are where sellers differ only by chance', () => {
    for (const seed of [1, 2, 3, 4]) {
      const deals = dealsOf({ Ada: 1, Bo: 1, Cy: 1, Di: 1, Em: 1 }, 100 * seed);
      const nameless = deals.map((deal) => ({ ...deal, owner: null }));
      expect(expectedWins(deals) / expectedWins(nameless)).toBeCloseTo(1, 2);
      for (const { won, lost } of fit(deals, OPTIONS).chances.sellers) {
        expect(Math.abs(won - 1)).toBeLessThan(0.15);
        expect(Math.abs(lost - 1)).toBeLessThan(0.15);
      }
    }
  });

  it('says nothing of a single seller', () => {
    expect(fit(dealsOf({ Ada: 1 }, 9), OPTIONS).chances.sellers).toEqual([]);
  });

  it('does not take who left before a good year for a bad seller', () => {
    const early = dealsOf({ Ada: 0.5 }, 40).map((deal) => ({
      ...deal,
      created: deal.created - 900,
      closed: deal.closed === null ? null : deal.closed - 900,
    }));
    const deals = [...early, ...dealsOf({ Bo: 1.5, Cy: 1.5 }, 41)];
    const { sellers } = fit(deals, OPTIONS).chances;
    const ada = sellers.find(({ owner }) => owner === 'Ada');
    expect(ada?.won ?? 1).toBeGreaterThan(0.85);
  });
});
