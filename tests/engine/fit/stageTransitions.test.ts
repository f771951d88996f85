import { describe, expect, it } from 'vitest';
import { asOf, fit } from '../../../src/engine';
import type { Deal } from '../../../src/engine';
import { dealTimes } from '../../../src/engine/fit/dealTimes';
import { conversionsFromTransitions, orderByEntry } from '../../../src/engine/fit/stageTransitions';
import { stageVisits } from '../../../src/engine/fit/stageVisits';
import { dealOf } from '../deals/dealOf';
import { simulateStagedDeals, type TrueStage } from './stagedDeals';

const LAST_DAY = 20_000;
const ORDER = ['Lead', 'Demo', 'Offer'];
const STAGES: TrueStage[] = [
  { name: 'Lead', passPerDay: 0.03, losePerDay: 0.04 },
  { name: 'Demo', passPerDay: 0.04, losePerDay: 0.03 },
  { name: 'Offer', passPerDay: 0.04, losePerDay: 0.01 },
];

function conversionsOf(deals: readonly Deal[]): ReturnType<typeof conversionsFromTransitions> {
  const known = asOf(deals, LAST_DAY);
  const times = dealTimes(known, LAST_DAY);
  return conversionsFromTransitions(stageVisits(known, times), times, ORDER);
}

describe('conversionsFromTransitions(visits, times, order)', () => {
  it('finds the true conversions of a young company, whose passes ÷ exits would say too much', () => {
    const net = conversionsOf(simulateStagedDeals(STAGES, 20, LAST_DAY, 60, 5))[1]!;
    // Of 1,200 leads in 60 days: about 700, 250 and 120 exits; three standard errors.
    expect(Math.abs(net[0]!.conversion.mean - 3 / 7)).toBeLessThan(0.06);
    expect(Math.abs(net[1]!.conversion.mean - 4 / 7)).toBeLessThan(0.1);
    expect(Math.abs(net[2]!.conversion.mean - 4 / 5)).toBeLessThan(0.12);
    expect(net[0]!.n).toBeGreaterThan(500);
  });

  it('gives a kind without deals the conversion of the pool', () => {
    const [seed, net] = conversionsOf(simulateStagedDeals(STAGES, 3, LAST_DAY, 600, 6));
    seed!.forEach(({ conversion, n }, stage) => {
      expect(n).toBe(0);
      expect(conversion.mean).toBeCloseTo(net![stage]!.conversion.mean, 1);
    });
  });

  it('counts a deal that falls back once, and skipped stages not at all', () => {
    const day = LAST_DAY - 100;
    const deals = [
      dealOf({
        created: day,
        outcome: 'won',
        closed: day + 40,
        stageEntries: [
          { stage: 'Lead', day },
          { stage: 'Offer', day: day + 10 },
          { stage: 'Lead', day: day + 20 },
          { stage: 'Offer', day: day + 30 },
        ],
      }),
    ];
    expect(conversionsOf(deals)[1]!.map(({ n }) => n)).toEqual([1, 0, 1]);
  });
});

describe('orderByEntry(visits, times)', () => {
  it('orders stages by how long after creation they are entered', () => {
    const known = asOf(simulateStagedDeals(STAGES, 2, LAST_DAY, 300, 8), LAST_DAY);
    const times = dealTimes(known, LAST_DAY);
    expect(orderByEntry(stageVisits(known, times), times)).toEqual(ORDER);
  });
});

describe('summary of fit(deals, options), with stage entries', () => {
  it('carries the conversion of every stage with n and interval, for the kinds there are', () => {
    const { summary } = fit(simulateStagedDeals(STAGES, 3, LAST_DAY, 600, 9), {
      dataDay: LAST_DAY,
      horizonMonths: 3,
      fiscalYearStart: 1,
      currency: 'SEK',
    });
    expect(summary.kinds.map(({ kind }) => kind)).toEqual(['net']);
    const stages = summary.kinds[0]!.stages!;
    expect(stages.map(({ stage }) => stage)).toEqual(ORDER);
    [3 / 7, 4 / 7, 4 / 5].forEach((truth, index) => {
      expect(Math.abs(stages[index]!.conversion.value - truth)).toBeLessThan(0.06);
    });
  });
});
