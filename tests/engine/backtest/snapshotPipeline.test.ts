import { describe, expect, it } from 'vitest';
import {
  createBacktest,
  firstDayOfMonth,
  lastDayOfMonth,
  origins,
  snapshotAt,
  type Deal,
  type Snapshot,
} from '../../../src/engine';
import { ownWinRates } from '../../../src/engine/backtest/ownWinRates';
import { weightedPipelineOf } from '../../../src/engine/backtest/snapshotPipeline';
import { changeFuture } from '../deals/arbitraryDeals';
import { dealOf } from '../deals/dealOf';
import { simulateDeals } from '../fit/simulatedDeals';

const origin = lastDayOfMonth('2025-06');
const day = origin - 10;
const inJuly = firstDayOfMonth('2025-07') + 9;
const inSeptember = firstDayOfMonth('2025-09') + 9;

/** Three won and one lost: a win rate of three quarters. */
const closed = ['won', 'won', 'won', 'lost'].map((outcome, index) =>
  dealOf({
    id: `closed ${index}`,
    created: origin - 200,
    outcome: outcome as Deal['outcome'],
    closed: origin - 100,
  }),
);

function openDeal(facts: Partial<Deal>): Deal {
  return dealOf({ id: 'open', created: origin - 60, amount: 1000, expectedClose: inJuly, ...facts });
}

function shown(deals: readonly Deal[], known: readonly Deal[] = closed) {
  return weightedPipelineOf({ day, deals }, known, origin, 'USD');
}

describe('the weighted pipeline of a snapshot', () => {
  it('is amount × own probability in the month of the expected close', () => {
    const deals = [
      openDeal({ id: 'a', probability: 0.6 }),
      openDeal({ id: 'b', probability: 0.2, amount: 5000, expectedClose: inSeptember }),
    ];
    const pipeline = shown(deals);
    expect(pipeline?.revenue.slice(0, 3)).toEqual([600, 0, 1000]);
    expect(pipeline?.wins.slice(0, 3)).toEqual([0.6, 0, 0.2]);
    expect(pipeline?.revenue).toHaveLength(12);
  });

  it('takes the overall win rate where a deal has no probability', () => {
    expect(shown([openDeal({})])?.revenue[0]).toBeCloseTo(750, 9);
  });

  it('takes the win rate of the deal’s stage where ten closed deals entered it', () => {
    const entries = [{ stage: 'Proposal', day: origin - 150 }];
    const ten = Array.from({ length: 10 }, (_, index) =>
      dealOf({
        id: `staged ${index}`,
        created: origin - 200,
        outcome: index < 4 ? 'won' : 'lost',
        closed: origin - 100,
        stageEntries: entries,
      }),
    );
    const proposal = openDeal({ stage: 'Proposal' });
    expect(shown([proposal], [...closed, ...ten])?.wins[0]).toBeCloseTo(0.4, 12);
    expect(shown([proposal], [...closed, ...ten.slice(0, 9)])?.wins[0]).toBeCloseTo(7 / 13, 12);
    expect(shown([openDeal({ stage: 'Other' })], [...closed, ...ten])?.wins[0]).toBeCloseTo(0.5, 12);
  });

  it('does not take stages only lost deals are known to have been in for hopeless', () => {
    const lost = Array.from({ length: 20 }, (_, index) =>
      dealOf({
        id: `lost ${index}`,
        created: origin - 200,
        outcome: 'lost',
        closed: origin - 100,
        stageEntries: [{ stage: 'Proposal', day: origin - 150 }],
      }),
    );
    expect(ownWinRates([...closed, ...lost]).byStage.has('Proposal')).toBe(false);
  });

  it('counts overdue and undated deals in no coming month, and missing amounts as nothing', () => {
    const deals = [
      openDeal({ id: 'overdue', expectedClose: day - 5 }),
      openDeal({ id: 'since', expectedClose: origin }),
      openDeal({ id: 'undated', expectedClose: null }),
      openDeal({ id: 'no amount', amount: null }),
      openDeal({ id: 'other currency', currency: 'SEK' }),
    ];
    const pipeline = shown(deals);
    expect(pipeline?.revenue).toEqual(new Array(12).fill(0));
    expect(pipeline?.wins[0]).toBeCloseTo(1.5, 12);
  });

  it('leaves out what lies beyond twelve months, what the snapshot shows as closed and what closed since', () => {
    const deals = [
      openDeal({ id: 'far', expectedClose: firstDayOfMonth('2026-07') }),
      openDeal({ id: 'closed in it', outcome: 'won', closed: day - 3 }),
      openDeal({ id: 'closed 0' }),
    ];
    expect(shown(deals)?.wins).toEqual(new Array(12).fill(0));
  });

  it('is nothing to look at without dates, or without any chance', () => {
    expect(shown([openDeal({ expectedClose: null })])).toBeNull();
    expect(shown([openDeal({})], [])).toBeNull();
    expect(shown([openDeal({ probability: 0.5 })], [])?.wins[0]).toBe(0.5);
    expect(shown([])?.wins[0]).toBe(0);
  });
});

describe('the snapshot of an origin', () => {
  const on = (...days: number[]) =>
    snapshotAt(
      days.map((each) => ({ day: each })),
      origin,
    )?.day ?? null;

  it('is the latest of the 31 days up to it', () => {
    expect(on(origin - 40, origin - 31, origin - 12, origin + 1)).toBe(origin - 12);
    expect(on(origin)).toBe(origin);
    expect(on(origin - 31)).toBe(origin - 31);
    expect(on(origin - 32, origin + 1)).toBeNull();
  });
});

describe('the backtest with snapshots', () => {
  const dataDay = lastDayOfMonth('2025-12');
  const truth = [
    { kind: 'net', leadsPerDay: 0.9, wonPerDay: 0.006, lostPerDay: 0.012, value: 5000 },
  ] as const;
  const everything = simulateDeals(truth, dataDay, 2 * 365, 11);
  const days = origins(everything, dataDay);
  const last = days.at(-1)!;
  const options = { dataDay, fiscalYearStart: 1, currency: 'USD', paths: 50 };
  const pipelineAt = (deals: readonly Deal[], snapshots: readonly Snapshot[], from: number) =>
    createBacktest(deals, { ...options, snapshots, origins: [from] }).finish().origins[0]?.forecasts
      .weightedPipeline;
  const snapshot: Snapshot = { day: last - 5, deals: [openDeal({ expectedClose: last + 20 })] };

  it('has the weighted pipeline only at origins with a snapshot', () => {
    expect(pipelineAt(everything, [snapshot], last)?.quarter).toBeGreaterThan(0);
    expect(pipelineAt(everything, [snapshot], days[0]!)).toBeNull();
    expect(pipelineAt(everything, [], last)).toBeNull();
  });

  it('knows nothing of later snapshots, nor of the future of its deals', () => {
    const earlier = days.at(-3)!;
    const own: Snapshot = {
      day: earlier - 2,
      deals: everything
        .filter(({ created }) => created <= earlier - 2)
        .map((deal) => ({
          ...deal,
          outcome: 'open',
          closed: null,
          expectedClose: earlier + 40,
          amount: 900,
        })),
    };
    const planted: Snapshot = {
      day: earlier + 1,
      deals: own.deals.map((deal) => ({ ...deal, amount: 1e9 })),
    };
    const before = pipelineAt(everything, [own], earlier);
    expect(before?.quarter).toBeGreaterThan(0);
    expect(pipelineAt(changeFuture(everything, earlier, 3), [own, planted], earlier)).toEqual(before);
  });
});
