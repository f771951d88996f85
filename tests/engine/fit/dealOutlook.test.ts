import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealOutlook, fit, KINDS } from '../../../src/engine';
import type { DealChances, FitOptions } from '../../../src/engine';
import { openGroups } from '../../../src/engine/fit/openGroups';
import { winChancesFromAge } from '../../../src/engine/funnel/hazards';
import { MIDDLE_DAY, arbitraryDeals } from '../deals/arbitraryDeals';
import { dealOf } from '../deals/dealOf';

const START = 20_000;
const OPTIONS: FitOptions = { dataDay: MIDDLE_DAY, horizonMonths: 6, fiscalYearStart: 1, currency: 'SEK' };
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** One kind's worth of everything: a stage that doubles the first month's hazard, a seller who loses half as often. */
const CHANCES: DealChances = {
  start: START,
  currency: 'SEK',
  steps: [30, 30, 30].map((days) => ({ days, rhythm: 1 })),
  kinds: KINDS.map(() => ({
    hazards: { ageFrom: [0, 60], won: [0.004, 0.001], lost: [0.01, 0.02] },
    value: { mean: 1000, variation: 0.5 },
    valueFactors: [1, 1],
    cases: 40,
  })),
  ownAmount: { weight: 0.25, wonToClosed: 0.8 },
  stages: {
    basis: 'history',
    aheadFrom: [0, 30],
    factors: [
      { stage: 'Offer', kind: null, fromDays: 0, won: [2, 1], lost: [1, 1], n: 30 },
      { stage: 'Offer', kind: null, fromDays: 20, won: [1, 1], lost: [2, 2], n: 9 },
    ],
  },
  sellers: [{ owner: 'Ada', won: 1, lost: 0.5, n: 12 }],
};
const HAZARDS = CHANCES.kinds[0]!.hazards;
const DAYS = [30, 30, 30];

describe('dealOutlook(chances, deal)', () => {
  it('runs the hazards of its kind forward from its age where nothing else is known', () => {
    const outlook = dealOutlook(CHANCES, dealOf({ created: START - 40 }));
    const plain = winChancesFromAge(HAZARDS, 40, CHANCES.steps);
    expect(outlook.winChance).toEqual(plain);
    expect(outlook.total).toBeCloseTo(sum(plain), 12);
    expect(outlook.value).toBeCloseTo(1000, 9);
    expect(outlook.expectedValue).toBeCloseTo(1000 * sum(plain), 9);
    expect(outlook.reasons).toEqual({
      base: { chance: sum(plain), ageDays: 40, n: 40 },
      stage: null,
      seller: null,
      value: { ownShare: 0, ownValue: null, kindMean: expect.closeTo(1000, 9) as number },
    });
  });

  it('multiplies the hazards by the factors of stage, time in the stage and seller, and says what each does', () => {
    const deal = dealOf({
      created: START - 10,
      stage: 'Offer',
      stageEntries: [{ stage: 'Offer', day: START - 5 }],
      owner: 'Ada',
    });
    const outlook = dealOutlook(CHANCES, deal);
    const staged = winChancesFromAge(
      HAZARDS,
      10,
      DAYS.map((days, month) => ({ days, rhythm: month === 0 ? 2 : 1 })),
    );
    const both = winChancesFromAge(
      HAZARDS,
      10,
      DAYS.map((days, month) => ({ days, rhythm: month === 0 ? 2 : 1, lostRhythm: 0.5 })),
    );
    expect(outlook.winChance).toEqual(both);
    const { base, stage, seller } = outlook.reasons;
    expect(stage).toMatchObject({ stage: 'Offer', daysInStage: 5, basis: 'history', n: 30 });
    expect(stage?.factor).toBeCloseTo(sum(staged) / base.chance, 12);
    expect(seller?.factor).toBeCloseTo(sum(both) / sum(staged), 12);
    const later = dealOutlook(CHANCES, { ...deal, stageEntries: [{ stage: 'Offer', day: START - 25 }] });
    expect(later.reasons.stage).toMatchObject({ daysInStage: 25, n: 9 });
    expect(later.total).toBeLessThan(outlook.total);
  });

  it('says nothing of an unknown stage or a new seller', () => {
    const { reasons } = dealOutlook(CHANCES, dealOf({ created: START - 1, stage: 'Demo', owner: 'New' }));
    expect([reasons.stage, reasons.seller]).toEqual([null, null]);
  });

  it('values a win by the age at which it is won', () => {
    const late = { ...CHANCES, kinds: CHANCES.kinds.map((kind) => ({ ...kind, valueFactors: [0.5, 2] })) };
    const young = dealOutlook(late, dealOf({ created: START - 10 }));
    // Until the deal is 60 days old it brings half the mean, from then on twice as much.
    const early = winChancesFromAge(HAZARDS, 10, [{ days: 50, rhythm: 1 }])[0]!;
    expect(young.expectedValue).toBeCloseTo(1000 * (0.5 * early + 2 * (young.total - early)), 9);
    expect(dealOutlook(late, dealOf({ created: START - 60 })).value).toBeCloseTo(2000, 9);
    // An own amount is what it is, at whatever age.
    expect(dealOutlook(late, dealOf({ created: START - 60, amount: 2000 })).value).toBeCloseTo(400 + 1500, 9);
  });

  it('shows own amount and stale deals as the groups take them', () => {
    const outlook = dealOutlook(CHANCES, dealOf({ created: START - 10, amount: 2000 }));
    expect(outlook.value).toBeCloseTo(0.25 * 2000 * 0.8 + 750, 9);
    expect(outlook.reasons.value).toMatchObject({ ownShare: 0.25, ownValue: 1600 });
    expect(outlook.reasons.value.kindMean).toBeCloseTo(1000, 9);
    const dead = {
      ...CHANCES,
      kinds: CHANCES.kinds.map((kind) => ({ ...kind, hazards: { ageFrom: [0], won: [0], lost: [0.1] } })),
    };
    expect(outlook.isStale).toBe(false);
    expect(dealOutlook(dead, dealOf({ created: START - 10 })).isStale).toBe(true);
  });

  it('adds up to the expected wins of every month and the expected value of the open groups, for any deals', () => {
    fc.assert(
      fc.property(arbitraryDeals(60), fc.boolean(), (deals, isPlanted) => {
        const { chances: fitted } = fit(deals, OPTIONS);
        const chances = isPlanted ? { ...CHANCES, start: MIDDLE_DAY + 1 } : fitted;
        const open = deals.filter(({ created, outcome }) => outcome === 'open' && created <= MIDDLE_DAY);
        const { groups } = openGroups(open, chances);
        const outlooks = open.map((deal) => dealOutlook(chances, deal));
        chances.steps.forEach((_, month) => {
          const ofGroups = sum(groups.map(({ count, winChance }) => count * (winChance[month] ?? NaN)));
          expect(ofGroups).toBeCloseTo(sum(outlooks.map(({ winChance }) => winChance[month] ?? NaN)), 9);
        });
        const value = sum(
          groups.flatMap(({ count, winChance, value: { mean }, valueByMonth }) =>
            winChance.map((chance, month) => count * chance * mean * (valueByMonth?.[month] ?? 1)),
          ),
        );
        const ofDeals = sum(outlooks.map(({ expectedValue }) => expectedValue));
        // The same sums in another order.
        expect(Math.abs(value - ofDeals)).toBeLessThanOrEqual(1e-9 * Math.max(1, ofDeals));
      }),
    );
  });
});
