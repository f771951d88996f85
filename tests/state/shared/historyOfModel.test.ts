import { describe, expect, it } from 'vitest';
import { takeFromHistory, defaultPlan, placesOfPart, assumptionAt } from '../../../src/engine';
import type { FunnelModel } from '../../../src/engine';
import { historyOfModel } from '../../../src/state/shared/historyOfModel';

const HAZARDS = { ageFrom: [0], won: [0.01], lost: [0.03] };
const MODEL: FunnelModel = {
  currency: 'EUR',
  start: 20_780,
  months: ['2026-11', '2026-12', '2027-01'],
  fiscalYearStart: 1,
  kinds: [
    {
      kind: 'net',
      arrivals: { monthly: [2, 10, 14], before: [], doubt: 0.1, overdispersion: 0, perCustomer: 0 },
      closing: { by: 'hazards', hazards: HAZARDS, conversion: { mean: 0.25, cases: 100 } },
      value: { mean: 1_000, variation: 0.5, doubt: 0 },
    },
  ],
  open: [
    { kind: 'net', count: 3, winChance: [0.1], value: { mean: 1_000, variation: 0.5 } },
    { kind: 'seed', count: 4, winChance: [0.1], value: { mean: 1_000, variation: 0.5 } },
  ],
  customers: null,
  recurring: null,
  costs: [],
  quarterRhythm: [1, 1, 1],
  levelVariance: [0, 0, 0],
  history: [],
  notes: [],
};

describe('historyOfModel', () => {
  const net = historyOfModel(MODEL).kinds[0];

  it('says how many leads come in a whole month', () => {
    expect(net?.leadsPerMonth.value).toBe(12);
    // The 10 % and 90 % points of a log-normal with 0.1 as the sd of its log.
    expect(net?.leadsPerMonth.low).toBeCloseTo(12 * Math.exp(-0.12816), 6);
    expect(net?.leadsPerMonth.high).toBeCloseTo(12 * Math.exp(0.12816), 6);
  });

  it('says how leads close: their share, its range, and after how many days', () => {
    expect(net?.conversion.value).toBe(0.25);
    // scipy.stats.binomtest(25, 100).proportion_ci(0.8, 'wilson'); the quantile here has five digits.
    expect(net?.conversion.low).toBeCloseTo(0.198849, 5);
    expect(net?.conversion.high).toBeCloseTo(0.30923, 5);
    // With constant hazards of 0.04 a day the mean time to either end is 25 days.
    expect(net?.daysToWin.value).toBeCloseTo(25, 6);
  });

  it('counts open deals of the kind and claims no others', () => {
    expect(net?.open).toBe(3);
    expect(net?.leadsPerMonth.n).toBe(0);
  });

  it('lets a part be taken over into a plan', () => {
    const plan = defaultPlan('EUR');
    const taken = takeFromHistory(plan, historyOfModel(MODEL), placesOfPart(plan, 'net', 'value'));
    expect(assumptionAt(taken, { kind: 'net', of: 'dealValue' })).toMatchObject({
      value: 1_000,
      from: 'history',
    });
  });
});
