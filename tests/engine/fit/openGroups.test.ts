import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../src/engine';
import type { Deal, DealChances, Hazards } from '../../../src/engine';
import { winChancesFromAge, winsAheadFromAge } from '../../../src/engine/funnel/hazards';
import { openGroups } from '../../../src/engine/fit/openGroups';
import { dealOf } from '../deals/dealOf';
import { uniforms } from './simulatedDeals';

const START = 20_000;
const HAZARDS: Hazards[] = KINDS.map((_, index) => ({
  ageFrom: [0, 40, 200],
  won: [0.01, 0.004, 0.001].map((rate) => rate * (index + 1)),
  lost: [0.01, 0.02, 0.005],
}));
const STEPS = [31, 30, 31].map((days) => ({ days, rhythm: 1 }));

/** Flat but for deals won after 200 days. */
const VALUE_FACTORS = [1, 1, 1.6];

function chancesOf(hazards: readonly Hazards[]): DealChances {
  return {
    start: START,
    currency: 'SEK',
    steps: STEPS,
    kinds: hazards.map((own) => ({
      hazards: own,
      value: { mean: 1000, variation: 0.5 },
      valueFactors: VALUE_FACTORS,
      cases: 50,
    })),
    ownAmount: { weight: 0.25, wonToClosed: 0.8 },
    stages: null,
    sellers: [],
  };
}

function groupsOf(deals: readonly Deal[]): ReturnType<typeof openGroups> {
  return openGroups(deals, chancesOf(HAZARDS));
}

describe('openGroups(deals, …)', () => {
  it('values a deal ¼ by its own amount, at the level of won deals, and ¾ by its kind', () => {
    const { groups } = groupsOf([dealOf({ created: START - 10, amount: 2000 })]);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.value.mean).toBeCloseTo(0.25 * 2000 * 0.8 + 0.75 * 1000, 9);
    expect(groups[0]?.value.variation).toBeCloseTo(0.5, 9);
    expect(groups[0]?.winChance).toEqual(winChancesFromAge(HAZARDS[1]!, 10, STEPS));
  });

  it('values a deal without an amount, or in another currency, by its kind', () => {
    const { groups } = groupsOf([
      dealOf({ created: START - 10, amount: null }),
      dealOf({ created: START - 20, amount: 9e9, currency: 'EUR' }),
    ]);
    groups.forEach((group) => expect(group.value.mean).toBeCloseTo(1000, 9));
  });

  it('adds the spread between the deals of a group to its own', () => {
    const { groups } = groupsOf([400, 1600].map((amount) => dealOf({ created: START - 10, amount })));
    const values = [400, 1600].map((amount) => 0.25 * amount * 0.8 + 750);
    const meanSquare = (values[0]! ** 2 + values[1]! ** 2) / 2;
    const mean = (values[0]! + values[1]!) / 2;
    expect(groups[0]?.count).toBe(2);
    expect(groups[0]?.value.variation).toBeCloseTo(Math.sqrt((meanSquare * 1.25) / mean ** 2 - 1), 9);
  });

  it('keeps at most 400 groups, however many deals, with count, wins of every month and value the same', () => {
    const uniform = uniforms(11);
    const deals = Array.from({ length: 5000 }, (_, index) =>
      dealOf({
        id: `${index}`,
        kind: KINDS[index % 4]!,
        created: START - 1 - Math.floor(uniform() * 1500),
        amount: 5000 * uniform(),
      }),
    );
    const { groups } = groupsOf(deals);
    expect(groups.length).toBeLessThanOrEqual(400);
    expect(groups.length).toBeGreaterThan(200);
    const outlooks = deals.map((deal) => {
      const hazards = HAZARDS[KINDS.indexOf(deal.kind)]!;
      return winsAheadFromAge(hazards, VALUE_FACTORS, START - deal.created, STEPS);
    });
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
    expect(sum(groups.map((group) => group.count))).toBe(5000);
    STEPS.forEach((_, month) => {
      const wins = sum(groups.map((group) => group.count * (group.winChance[month] ?? NaN)));
      // The same sums in another order.
      expect(wins / sum(outlooks.map(({ chance }) => chance[month] ?? NaN))).toBeCloseTo(1, 9);
      const value = sum(
        groups.map(
          ({ count, winChance, value: { mean }, valueByMonth }) =>
            count * (winChance[month] ?? NaN) * mean * (valueByMonth?.[month] ?? NaN),
        ),
      );
      const ofDeals = sum(
        outlooks.map(({ chance, worth }, index) => {
          const own = 0.25 * (deals[index]?.amount ?? NaN) * 0.8;
          // A quarter of the value is the deal's own amount in any month, the rest follows its age.
          return own * (chance[month] ?? NaN) + 750 * (worth[month] ?? NaN);
        }),
      );
      expect(value / ofDeals).toBeCloseTo(1, 9);
    });
  });

  it('never has more than 400 groups, whatever the ages', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3000), fc.constantFrom(...KINDS)), { minLength: 400, maxLength: 900 }),
        (pairs) => {
          const deals = pairs.map(([age, kind]) => dealOf({ created: START - 1 - age, kind }));
          expect(groupsOf(deals).groups.length).toBeLessThanOrEqual(400);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('finds the deals with no realistic chance left', () => {
    const gone: Hazards[] = HAZARDS.map((hazards) => ({
      ...hazards,
      ageFrom: [0, 40, 200, 700],
      won: [...hazards.won, 0],
      lost: [...hazards.lost, 0.03],
    }));
    const deals = [dealOf({ created: START - 800, amount: 70 }), dealOf({ created: START - 10, amount: 9 })];
    expect(openGroups(deals, chancesOf(gone)).stale).toEqual({ count: 1, value: 70 });
  });
});
