import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exactMean,
  simulate,
  type FunnelModel,
  type KindMean,
  type KindModel,
  type Share,
  type Spread,
} from '../../../src/engine';
import { normalQuantile } from '../../../src/engine/random/normalQuantile';
import { winsLeadByLead } from './leadByLead';
import { anyModel, kindOf, modelOf, stages } from './models';

const referrals: FunnelModel = modelOf({
  from: '2026-02',
  count: 12,
  startDay: 9,
  customers: { active: 40, monthlyChurn: 0.03, activeDoubt: 0, churnDoubt: 0 },
  kinds: [
    {
      ...kindOf('seed', new Array<number>(12).fill(2), stages([0.7, 12, 2], [0.6, 18])),
      arrivals: {
        monthly: new Array<number>(12).fill(2),
        before: [1, 3],
        doubt: 0,
        overdispersion: 0,
        perCustomer: 0.06,
      },
    },
    {
      ...kindOf('net', [], stages([0.5, 10], [0.4, 30, 3], [0.5, 5])),
      arrivals: {
        monthly: Array.from({ length: 12 }, (_, month) => 20 + 2 * month),
        before: [8, 18, 16, 14],
        doubt: 0,
        overdispersion: 0,
        perCustomer: 0,
      },
    },
  ],
});

const everything: FunnelModel = {
  ...referrals,
  kinds: referrals.kinds.map((kind) => ({
    ...kind,
    arrivals: { ...kind.arrivals, perCustomerByMonth: [1.4, 0.6] },
    quarterRhythm: kind.kind === 'net' ? ([0.7, 1, 1.3] as const) : ([1, 1, 1] as const),
    level: { wins: [], value: [1, 1.01, 1.02] },
  })),
  open: [{ kind: 'net', count: 20, winChance: [0.2, 0.1], value: { mean: 800, variation: 0.3 } }],
  recurring: { today: 9000, todayDoubt: 0, monthsInDealValue: 12, monthlyExpansion: 0.02, expansionDoubt: 0 },
  costs: [
    { kind: 'net', monthly: [200, 500, 500], doubt: 0, perLead: 12, perLeadDoubt: 0 },
    { kind: null, monthly: [3000, 5000], doubt: 0, perLead: 3, perLeadDoubt: 0 },
  ],
};

describe('exactMean', () => {
  it('agrees with leads walked one by one through their stages, referrals and earlier months included', () => {
    const runs = 3000;
    const walked = winsLeadByLead(referrals, runs, 20_261);
    exactMean(referrals).forEach(({ kinds }, month) =>
      kinds.forEach((kind, slot) => {
        // Wins of a month are close to Poisson; referrals widen them a little, hence 5 standard errors.
        const error = Math.sqrt(kind.winsFromNew / runs);
        expect(Math.abs(walked[slot]![month]! - kind.winsFromNew)).toBeLessThan(5 * error);
      }),
    );
  });

  it.each([
    ['with referrals', referrals],
    [
      'with over-dispersed arrivals and a rhythm',
      modelOf({
        count: 9,
        quarterRhythm: [0.8, 0.9, 1.3],
        kinds: [
          {
            ...kindOf('spear', [], stages([0.3, 20], [0.5, 25])),
            arrivals: {
              monthly: new Array<number>(9).fill(60),
              before: [0, 60, 60],
              doubt: 0,
              overdispersion: 0.2,
              perCustomer: 0,
            },
          },
        ],
      }),
    ],
    [
      "with other forecasters' factors on wins and values",
      modelOf({
        count: 4,
        kinds: [
          {
            ...kindOf('net', [30, 30, 30, 30], stages([0.4, 20])),
            level: { wins: [1.2, 1.1, 0.8], value: [1, 0.9] },
          },
        ],
      }),
    ],
    [
      'with open deals, single and in a large group',
      modelOf({
        count: 6,
        open: [
          { kind: 'net', count: 1, winChance: [0.2, 0.3, 0.1], value: { mean: 900, variation: 0.5 } },
          {
            kind: 'net',
            count: 300,
            winChance: [0.02, 0.05, 0.05, 0.04, 0.03, 0.01],
            value: { mean: 500, variation: 1 },
          },
          { kind: 'seed', count: 12, winChance: [0.5, 0.5], value: { mean: 100, variation: 0 } },
        ],
      }),
    ],
  ])('is the simulated mean %s', (_, model) => {
    const paths = 10_000;
    const forecast = simulate(model, { paths, seed: 5 });
    exactMean(model).forEach(({ month, kinds }, index) => {
      const simulated = forecast.months[index]!;
      expect(simulated.from).toBe(month);
      kinds.forEach((kind, slot) => {
        const part = simulated.kinds[slot]!;
        const wins = kind.winsFromNew + kind.winsFromOpen;
        // Variance of wins: Poisson, plus what shocks (0.2) or feedback add; of values: times 1 + variation² (at most 2).
        const deviation = Math.sqrt((wins + 0.1 * wins ** 2) / paths);
        const dealValue = wins > 0 ? (kind.valueFromNew + kind.valueFromOpen) / wins : 0;
        expect(Math.abs(part.wins - wins)).toBeLessThanOrEqual(4.5 * deviation);
        expect(Math.abs(part.fromOpen - kind.valueFromOpen)).toBeLessThanOrEqual(
          4.5 * 1.5 * 1000 * deviation,
        );
        expect(Math.abs(part.value - kind.valueFromNew - kind.valueFromOpen)).toBeLessThanOrEqual(
          4.5 * 1.5 * Math.max(dealValue, 1) * deviation,
        );
        expect(Math.abs(part.leads - kind.leads)).toBeLessThanOrEqual(0.03 * kind.leads);
      });
    });
  });

  it('is the simulated mean of customers, recurring revenue and cost, all parts of a model together', () => {
    const paths = 10_000;
    const forecast = simulate(everything, { paths, seed: 7 });
    const spreadWithin = (mean: number, { q10, q90, ...spread }: Spread): void => {
      // Half the 80 % range over 1.2816 is near enough the sd; 4.5 standard errors, and rounding where nothing varies.
      const error = (q90 - q10) / (2 * 1.2816 * Math.sqrt(paths));
      expect(Math.abs(spread.mean - mean)).toBeLessThanOrEqual(4.5 * error + 1e-9 * Math.abs(mean));
    };
    exactMean(everything).forEach(({ customers, recurring, cost, kinds }, month) => {
      const simulated = forecast.months[month]!;
      spreadWithin(customers!, forecast.customers![month]!);
      spreadWithin(recurring!, forecast.recurring![month]!);
      spreadWithin(cost!, simulated.cost!);
      const total = (pick: (kind: KindMean) => number): number =>
        kinds.reduce((sum, kind) => sum + pick(kind), 0);
      spreadWithin(
        total((kind) => kind.winsFromNew + kind.winsFromOpen),
        simulated.wins,
      );
      spreadWithin(
        total((kind) => kind.valueFromNew + kind.valueFromOpen),
        simulated.value,
      );
    });
  });

  it('averaged over the draws of what is doubted is the simulated mean', () => {
    const paths = 20_000;
    const model: FunnelModel = {
      ...everything,
      customers: { active: 40, monthlyChurn: 0.1, activeDoubt: 0.3, churnDoubt: 0 },
      recurring: { ...everything.recurring!, todayDoubt: 0.3, expansionDoubt: 0.05 },
    };
    const forecast = simulate(model, { paths, seed: 8 });
    // Both doubts act on their own: customers in proportion to the draw, expansion as a normal, here by its quantiles' middles.
    const slices = 200;
    const sums = new Array<number>(12).fill(0);
    for (let slice = 0; slice < slices; slice++) {
      const draw = Math.max(-1, 0.02 + 0.05 * normalQuantile((slice + 0.5) / slices));
      const drawn = { ...model, recurring: { ...model.recurring!, monthlyExpansion: draw } };
      exactMean(drawn).forEach(({ recurring }, month) => (sums[month]! += recurring! / slices));
    }
    forecast.recurring!.forEach(({ mean, q10, q90 }, month) => {
      // The 200 slices lack 0.5 % of the expansion's variance: below 0.1 % of the mean of a year's growth.
      const error = (q90 - q10) / (2 * 1.2816 * Math.sqrt(paths));
      expect(Math.abs(mean - sums[month]!)).toBeLessThan(4.5 * error + 0.001 * mean);
    });
    const means = exactMean(model);
    forecast.customers!.forEach(({ mean, q10, q90 }, month) =>
      expect(Math.abs(mean - means[month]!.customers!)).toBeLessThan(
        (4.5 * (q90 - q10)) / (2 * 1.2816 * Math.sqrt(paths)),
      ),
    );
  });

  it('is never less for more leads, a higher chance or value, or a customer more', () => {
    fc.assert(
      fc.property(
        anyModel,
        fc.nat(17),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (model, place, factor) => {
          const value = (changed: FunnelModel): number =>
            exactMean(changed).reduce(
              (sum, { kinds }) =>
                sum + kinds.reduce((all, kind) => all + kind.valueFromNew + kind.valueFromOpen, 0),
              0,
            );
          const before = value(model);
          const changed = (change: (kind: KindModel) => KindModel): FunnelModel => ({
            ...model,
            kinds: model.kinds.map((kind, slot) => (slot === 0 ? change(kind) : kind)),
          });
          const scaled = (share: Share): Share => ({ ...share, mean: Math.min(1, share.mean * factor) });
          const raised: FunnelModel[] = [
            changed((kind) => ({
              ...kind,
              arrivals: {
                ...kind.arrivals,
                monthly: kind.arrivals.monthly.map((leads, month) =>
                  month === place ? leads * factor + 1 : leads,
                ),
              },
            })),
            changed((kind) => ({
              ...kind,
              arrivals: { ...kind.arrivals, perCustomer: kind.arrivals.perCustomer * factor },
            })),
            changed((kind) => ({ ...kind, value: { ...kind.value, mean: kind.value.mean * factor } })),
            changed((kind) => ({
              ...kind,
              closing:
                kind.closing.by === 'hazards'
                  ? { ...kind.closing, conversion: scaled(kind.closing.conversion) }
                  : {
                      ...kind.closing,
                      stages: kind.closing.stages.map((stage, index) =>
                        index === place % 4 ? { ...stage, conversion: scaled(stage.conversion) } : stage,
                      ),
                    },
            })),
            ...(model.customers === null
              ? []
              : [
                  {
                    ...model,
                    customers: { ...model.customers, active: model.customers.active * factor + 1 },
                  },
                ]),
          ];
          for (const more of raised) expect(value(more)).toBeGreaterThanOrEqual(before * (1 - 1e-9));
        },
      ),
      { numRuns: 60, seed: 14 },
    );
  });

  it('leaves out what has happened already and answers nothing for a model without months', () => {
    const history = [{ month: '2026-01' as const, kind: 'net' as const, leads: 9, wins: 3, value: 300 }];
    expect(exactMean(modelOf({ history }))[0]!.kinds[0]).toMatchObject({
      kind: 'net',
      leads: 0,
      winsFromNew: 0,
    });
    expect(exactMean(modelOf({ count: 0 }))).toEqual([]);
  });
});
