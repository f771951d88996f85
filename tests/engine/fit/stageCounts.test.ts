import { describe, expect, it } from 'vitest';
import { asOf, dealOutlook, fit } from '../../../src/engine';
import type { Deal, FitOptions } from '../../../src/engine';
import { dealTimes } from '../../../src/engine/fit/dealTimes';
import { closingWeights, countStages } from '../../../src/engine/fit/stageCounts';
import { conversionsFromCounts } from '../../../src/engine/fit/stageConversions';
import { dealOf } from '../deals/dealOf';
import { uniforms } from './simulatedDeals';
import { simulateStagedDeals } from './stagedDeals';

const LAST_DAY = 20_000;
const ORDER = ['Lead', 'Demo', 'Offer'];
const OPTIONS: FitOptions = {
  dataDay: LAST_DAY,
  horizonMonths: 12,
  fiscalYearStart: 1,
  currency: 'SEK',
  stages: ORDER,
};
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Passing takes days, being lost takes months: the open deals of a young company are mostly losses to come. */
function slowLosses(days: number, seed: number): Deal[] {
  const uniform = uniforms(seed);
  const passing = [0.5, 0.52, 0.5];
  return Array.from({ length: 600 }, (_, lead) => {
    const came = LAST_DAY - days + 1 + uniform() * days;
    let time = came;
    let stage = 0;
    while (stage < 3 && uniform() < passing[stage]!) {
      time -= 15 * Math.log(uniform());
      stage++;
    }
    if (stage < 3) time -= 90 * Math.log(uniform());
    return dealOf({
      id: `Y${lead}`,
      created: Math.floor(came),
      outcome: stage === 3 ? 'won' : 'lost',
      closed: Math.floor(time),
      stage: stage === 3 ? null : ORDER[stage]!,
    });
  });
}

/** As a plain export shows them: what is open has its current stage, nothing has entries. */
function exported(deals: readonly Deal[]): Deal[] {
  return asOf(deals, LAST_DAY).map((deal) => ({ ...deal, stageEntries: [] }));
}

describe('countStages(deals, times, dataDay, order)', () => {
  it('follows a hand-worked table', () => {
    // 40 deals came 100 days ago, 40 came 10 days ago. Closings by the age of 10 days count 1 (all deals are that old),
    // those at 50 days count 80 ÷ 40 = 2.
    const old = (count: number, facts: Partial<Deal>): Deal[] =>
      Array.from({ length: count }, () => dealOf({ created: LAST_DAY - 100, ...facts }));
    const deals = [
      ...old(5, { outcome: 'won', closed: LAST_DAY - 90 }),
      ...old(10, { outcome: 'lost', closed: LAST_DAY - 50, stage: 'Lead' }),
      ...old(6, { outcome: 'lost', closed: LAST_DAY - 50, stage: 'Demo' }),
      ...old(4, { outcome: 'lost', closed: LAST_DAY - 90, stage: 'Offer' }),
      ...old(15, {}),
      ...Array.from({ length: 40 }, () => dealOf({ created: LAST_DAY - 10 })),
    ];
    const times = dealTimes(deals, LAST_DAY);
    const weightOf = closingWeights(times, LAST_DAY);
    expect([weightOf(0), weightOf(10), weightOf(11), weightOf(50), weightOf(101)]).toEqual([1, 1, 2, 2, 20]);
    const pool = countStages(deals, times, LAST_DAY, ORDER)?.at(-1);
    // Won 5; lost in Lead 20, in Demo 12, in Offer 4.
    expect(pool?.map(({ reached, passed }) => [reached, passed])).toEqual([
      [41, 21],
      [21, 9],
      [9, 5],
    ]);
    expect(pool?.map(({ n }) => n)).toEqual([25, 15, 9]);
    // Kish: (5 + 20 + 12 + 4)² ÷ (5 + 40 + 24 + 4).
    expect(pool?.[0]?.cases).toBeCloseTo(41 ** 2 / 73, 9);
  });

  it('says nothing where the stages of lost deals are unknown', () => {
    const deals = exported(slowLosses(400, 1)).map((deal) =>
      deal.outcome === 'lost' ? { ...deal, stage: null } : deal,
    );
    expect(countStages(deals, dealTimes(deals, LAST_DAY), LAST_DAY, ORDER)).toBeNull();
  });

  it('comes nearer to the truth of a young company with slow losses than plain counting, from above', () => {
    const weighted = { all: 0, last: 0 };
    const plain = { all: 0, last: 0 };
    const runs = 12;
    for (let seed = 1; seed <= runs; seed++) {
      const deals = exported(slowLosses(180, seed));
      const times = dealTimes(deals, LAST_DAY);
      const pool = countStages(deals, times, LAST_DAY, ORDER)!.at(-1)!;
      const won = deals.filter(({ outcome }) => outcome === 'won').length;
      const lost = deals.filter(({ outcome }) => outcome === 'lost');
      weighted.all += pool[2]!.passed / pool[0]!.reached / runs;
      weighted.last += pool[2]!.passed / pool[2]!.reached / runs;
      plain.all += won / (won + lost.length) / runs;
      plain.last += won / (won + lost.filter(({ stage }) => stage === 'Offer').length) / runs;
    }
    const truth = { all: 0.13, last: 0.5 };
    for (const figure of ['all', 'last'] as const) {
      expect(weighted[figure]).toBeGreaterThan(truth[figure] - 0.01);
      expect(weighted[figure] - truth[figure]).toBeLessThan(0.75 * (plain[figure] - truth[figure]));
    }
  });
});

describe('conversionsFromCounts(counts, order, conversions)', () => {
  it('multiplies up to the conversion of the hazards, in every kind', () => {
    const deals = exported(slowLosses(400, 3));
    const counts = countStages(deals, dealTimes(deals, LAST_DAY), LAST_DAY, ORDER)!;
    conversionsFromCounts(counts, ORDER, [0.1, 0.2, 0.3, 0.05]).forEach((stages, kind) => {
      expect(stages.reduce((product, { conversion }) => product * conversion.mean, 1)).toBeCloseTo(
        [0.1, 0.2, 0.3, 0.05][kind]!,
        9,
      );
    });
  });
});

describe('stages in fit(deals, options), without stage entries', () => {
  const deals = exported(
    simulateStagedDeals(
      [
        { name: 'Lead', passPerDay: 0.03, losePerDay: 0.04 },
        { name: 'Demo', passPerDay: 0.04, losePerDay: 0.03 },
        { name: 'Offer', passPerDay: 0.04, losePerDay: 0.01 },
      ],
      3,
      LAST_DAY,
      900,
      7,
    ),
  );
  const fitted = fit(deals, OPTIONS);
  const open = deals.filter(({ outcome }) => outcome === 'open');

  it('keeps the expected wins of the open deals and moves them to those further on', () => {
    const blind = fit(deals, { ...OPTIONS, stages: [] });
    const winsOf = ({ model }: typeof fitted): number =>
      sum(model.open.map((group) => group.count * sum(group.winChance)));
    // The rhythm and ages to a week differ between the sums that are made equal.
    expect(winsOf(fitted) / winsOf(blind)).toBeCloseTo(1, 2);
    const meanIn = (stage: string): number => {
      const own = open.filter((deal) => deal.stage === stage);
      return sum(own.map((deal) => dealOutlook(fitted.chances, deal).total)) / own.length;
    };
    expect(meanIn('Lead')).toBeLessThan(meanIn('Demo'));
    expect(meanIn('Demo')).toBeLessThan(meanIn('Offer'));
    // True: 0.20, 0.46, 0.80.
    expect(Math.abs(meanIn('Lead') - 0.2)).toBeLessThan(0.1);
    expect(Math.abs(meanIn('Demo') - 0.46)).toBeLessThan(0.12);
    expect(Math.abs(meanIn('Offer') - 0.8)).toBeLessThan(0.15);
  });

  it('says so in the reasons and in the summary', () => {
    const someone = open.find(({ stage }) => stage === 'Offer')!;
    expect(dealOutlook(fitted.chances, someone).reasons.stage).toMatchObject({
      basis: 'counts',
      daysInStage: null,
    });
    const stages = fitted.summary.kinds[0]?.stages ?? [];
    expect(stages.map(({ stage }) => stage)).toEqual(ORDER);
    // True: 3/7, 4/7, 4/5; some 800 wins and 1,900 losses behind.
    [3 / 7, 4 / 7, 4 / 5].forEach((truth, index) => {
      const { value, low, high, n } = stages[index]!.conversion;
      expect(Math.abs(value - truth)).toBeLessThan(0.08);
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      expect(n).toBeGreaterThan(300);
    });
  });

  it('leaves open deals alone whose stage is not in the order, and all where there is no order', () => {
    const blind = fit(deals, { ...OPTIONS, stages: [] });
    expect(blind.chances.stages).toBeNull();
    expect(blind.summary.kinds[0]?.stages).toBeUndefined();
    const odd = { ...open[0]!, stage: 'Somewhere' };
    expect(dealOutlook(fitted.chances, odd).reasons.stage).toBeNull();
  });
});
