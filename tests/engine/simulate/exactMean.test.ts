import { describe, expect, it } from 'vitest';
import { exactMean, simulate, type FunnelModel } from '../../../src/engine';
import { winsLeadByLead } from './leadByLead';
import { kindOf, modelOf, stages } from './models';

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
