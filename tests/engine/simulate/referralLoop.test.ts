import { describe, expect, it } from 'vitest';
import { exactMean, simulate, type FunnelModel } from '../../../src/engine';
import loop from '../../fixtures/engine-simulate/referralLoop.json';
import { kindOf, modelOf, stages } from './models';

const surely = { activeDoubt: 0, churnDoubt: 0 };

/** Seeds that come from customers only and are won at once with chance `chance`. */
function loopModel(churn: number, chance: number, perCustomer: number): FunnelModel {
  const seed = kindOf('seed', [], stages([chance, 0]));
  return modelOf({
    count: 24,
    customers: { active: 500, monthlyChurn: churn, ...surely },
    kinds: [{ ...seed, arrivals: { ...seed.arrivals, perCustomer } }],
  });
}

describe('the referral loop', () => {
  it.each([
    [0.02, 0.5, 0.1],
    [0, 1, 0.03],
    [0.3, 0.2, 0.1],
    [1, 0.5, 0.5],
  ])(
    'without delay grows by 1 − churn + chance × referrals a month (churn %d, %d, %d)',
    (churn, chance, rate) => {
      const model = loopModel(churn, chance, rate);
      const growth = 1 - churn + chance * rate;
      exactMean(model).forEach(({ customers, kinds }, month) => {
        // What rounding leaves of 24 products.
        expect(customers! / (500 * growth ** (month + 1))).toBeCloseTo(1, 11);
        expect(kinds[0]!.leads / (rate * 500 * growth ** month)).toBeCloseTo(1, 11);
      });
    },
  );

  it('simulated has that mean', () => {
    const paths = 4000;
    const growth = 1 - 0.02 + 0.5 * 0.1;
    const { customers, recurring } = simulate(loopModel(0.02, 0.5, 0.1), { paths, seed: 31 });
    customers!.forEach(({ mean }, month) => {
      const expected = 500 * growth ** (month + 1);
      // A branching process: each month adds wins of variance p·r·c, which then grow like all others.
      let variance = 0;
      for (let past = 0; past <= month; past++)
        variance = variance * growth ** 2 + 0.05 * 500 * growth ** past;
      expect(Math.abs(mean - expected)).toBeLessThan(4.5 * Math.sqrt(variance / paths));
    });
    expect(recurring).toBeNull();
  });

  it('with delay, season and a begun month agrees with the linear system solved by NumPy', () => {
    const { days, base, chance, perCustomer, season, churn, active } = loop.parameters;
    const seed = kindOf('seed', base, stages([chance, days]));
    const model = modelOf({
      from: '2026-02',
      count: 24,
      startDay: 9,
      customers: { active, monthlyChurn: churn, ...surely },
      kinds: [{ ...seed, arrivals: { ...seed.arrivals, perCustomer, perCustomerByMonth: season } }],
    });
    exactMean(model).forEach(({ customers, kinds }, month) => {
      // Six digits of the leads of the begun month are kept: 8e-7 off. Times to win are exact at whole days.
      expect(Math.abs(customers! / loop.customers[month]! - 1)).toBeLessThan(1e-6);
      expect(Math.abs(kinds[0]!.leads / loop.leads[month]! - 1)).toBeLessThan(1e-6);
      expect(Math.abs(kinds[0]!.winsFromNew / loop.wins[month]! - 1)).toBeLessThan(1e-6);
    });
  });

  it('doubts what a customer refers by itself: the doubt of other leads does not touch it', () => {
    const model = loopModel(0.1, 1, 0.1);
    const [seed] = model.kinds;
    const of = (changes: object): FunnelModel => ({
      ...model,
      months: model.months.slice(0, 1),
      customers: { active: 1e6, monthlyChurn: 0, ...surely },
      kinds: [{ ...seed!, arrivals: { ...seed!.arrivals, ...changes } }],
    });
    const width = (changes: object): number => {
      const { q10, q90 } = simulate(of(changes), { paths: 4000, seed: 32 }).months[0]!.wins;
      return Math.log(q90 / q10) / (2 * 1.2816);
    };
    // 100,000 wins: a Poisson sd of 0.3 %.
    expect(width({ doubt: 0.5, tilts: [[0.5]] })).toBeLessThan(0.004);
    // The standard error of an sd from two quantiles of 4,000 paths is about 2 % of it.
    expect(Math.abs(width({ perCustomerDoubt: 0.3 }) / 0.3 - 1)).toBeLessThan(0.08);
  });
});
