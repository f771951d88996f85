import type { FunnelModel } from '../../../src/engine';
import { kindOf, modelOf, stages } from './models';

/** Models of what the simulator could do before plans had tilts, customers' doubts, recurring revenue and costs. */
export const SETTLED_MODELS: Readonly<Record<string, FunnelModel>> = {
  planned: modelOf({
    from: '2026-03',
    count: 15,
    kinds: [
      {
        ...kindOf('net', [], stages([0.5, 10])),
        arrivals: {
          monthly: Array.from({ length: 15 }, (_, month) => 40 * 1.02 ** month),
          before: [0, 39, 38, 37, 36],
          doubt: 0.158,
          overdispersion: 0,
          perCustomer: 0,
        },
        closing: {
          by: 'stages',
          stages: [
            { name: 'a', conversion: { mean: 0.4, cases: 12 }, days: { mean: 20, shape: 1, doubt: 0.158 } },
            { name: 'b', conversion: { mean: 0.5, cases: 9 }, days: { mean: 35, shape: 1, doubt: 0.429 } },
            { name: 'c', conversion: { mean: 0.6, cases: null }, days: { mean: 9, shape: 2, doubt: 0 } },
          ],
        },
        value: { mean: 12_345.67, variation: 0.9, doubt: 0.158 },
      },
      kindOf('spear', new Array<number>(15).fill(700), stages([0.3, 14], [0.4, 50])),
    ],
  }),
  fitted: modelOf({
    from: '2026-01',
    count: 12,
    startDay: 11,
    fiscalYearStart: 4,
    quarterRhythm: [0.7, 0.9, 1.4],
    levelVariance: Array.from({ length: 12 }, (_, month) => 0.01 + 0.002 * month),
    kinds: [
      {
        kind: 'seed',
        arrivals: {
          monthly: new Array<number>(12).fill(21.5),
          before: [],
          doubt: 0.12,
          overdispersion: 0.08,
          perCustomer: 0,
        },
        closing: {
          by: 'hazards',
          hazards: {
            ageFrom: [0, 15, 60, 180],
            won: [0.006, 0.009, 0.004, 0.001],
            lost: [0.01, 0.008, 0.006, 0.01],
          },
          conversion: { mean: 0.41, cases: 88 },
        },
        value: { mean: 8000, variation: 1.2, doubt: 0.06 },
        level: { wins: [1.05, 1.02, 0.97], value: [0.9, 0.95, 1, 1.02] },
      },
    ],
    open: [
      { kind: 'seed', count: 7, winChance: [0.1, 0.08, 0.05, 0.02], value: { mean: 9000, variation: 1.1 } },
      {
        kind: 'unsorted',
        count: 400,
        winChance: [0.01, 0.02, 0.01],
        value: { mean: 700, variation: 0.5 },
        valueByMonth: [1, 1.1],
      },
      { kind: 'seed', count: 1, winChance: [0.5, 0.3], value: { mean: 20_000, variation: 0 } },
    ],
    history: [{ month: '2026-01', kind: 'seed', leads: 8, wins: 3, value: 25_000.5 }],
  }),
};
