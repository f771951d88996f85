import { describe, expect, it } from 'vitest';
import { actuals, lastDayOfMonth, monthRange } from '../../../src/engine';
import { simpleForecasts } from '../../../src/engine/backtest/simpleForecasts';
import { dealOf } from '../deals/dealOf';
import { wonIn, wonInMonths } from './wonDeals';

const months = monthRange('2024-01', 13);
const wins = [5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const origin = lastDayOfMonth('2025-01');

describe('simple methods', () => {
  const forecasts = simpleForecasts(wonInMonths(months, wins), origin, 'USD', false);

  it('are what their names say, month by month', () => {
    expect(forecasts.last?.wins).toEqual([12, 12, 12]);
    expect(forecasts.mean3?.wins).toEqual([11, 11, 11]);
    expect(forecasts.mean6?.wins).toEqual([9.5, 9.5, 9.5]);
    expect(forecasts.sameMonthLastQuarter?.wins).toEqual([10, 11, 12]);
    expect(forecasts.sameMonthLastYear?.wins).toEqual([1, 2, 3]);
  });

  it('forecast revenue, the quarter and the year by the same rule', () => {
    expect(forecasts.sameMonthLastQuarter?.revenue).toEqual([1000, 1100, 1200]);
    expect(forecasts.sameMonthLastQuarter?.quarter).toBe(3300);
    expect(forecasts.sameMonthLastQuarter?.year).toBe(4 * 3300);
    expect(forecasts.sameMonthLastYear?.year).toBe(7800);
  });

  it('say nothing where the months are missing', () => {
    const short = simpleForecasts(wonInMonths(months.slice(8), wins.slice(8)), origin, 'USD', false);
    expect(short.sameMonthLastYear).toBeNull();
    expect(short.dampedEts).toBeNull();
    expect(short.mean6?.wins[0]).toBe(10);
  });

  it('count in run-off only wins of deals that were there', () => {
    // Created in the month they were won: of a month's leads, none was there at the end of the month before.
    const runOff = simpleForecasts(wonInMonths(months, wins), origin, 'USD', true);
    expect(runOff.last?.wins).toEqual([0, 0, 0]);
    const older = wonInMonths(months, wins).map((deal) => ({ ...deal, created: deal.created - 40 }));
    // Created 40 days before the month began: there one month ahead, and in all but the shortest months not two.
    expect(simpleForecasts(older, origin, 'USD', true).last?.wins.slice(0, 2)).toEqual([12, 12]);
    expect(simpleForecasts(older, origin, 'USD', true).last?.wins[2]).toBe(0);
  });
});

describe('the reconstructed weighted pipeline', () => {
  const closed = [
    ...wonIn('2024-06', 3, 200).map((deal) => ({ ...deal, created: deal.created - 46 })),
    dealOf({ id: 'lost', created: origin - 300, outcome: 'lost', closed: origin - 280 }),
  ];

  it('is win rate × mean value on the month the deal reaches the mean age of wins', () => {
    // All wins took 60 days; three of four closed deals were won. 60 days after the origin is 1 April, the third month.
    const open = dealOf({ id: 'open', created: origin });
    const { weightedPipelineReconstructed } = simpleForecasts([...closed, open], origin, 'USD', false);
    expect(weightedPipelineReconstructed?.wins).toEqual([0, 0, 0.75]);
    expect(weightedPipelineReconstructed?.year).toBeCloseTo(0.75 * 200, 9);
    const earlier = simpleForecasts([...closed, { ...open, created: origin - 30 }], origin, 'USD', false);
    expect(earlier.weightedPipelineReconstructed?.revenue).toEqual([0, 150, 0]);
  });

  it('spreads the overdue over three months and leaves out those older than nine in ten wins', () => {
    const overdue = dealOf({ id: 'open', created: origin - 60 });
    const { weightedPipelineReconstructed } = simpleForecasts([...closed, overdue], origin, 'USD', false);
    expect(weightedPipelineReconstructed?.wins).toEqual([0.25, 0.25, 0.25]);
    const stale = simpleForecasts([...closed, { ...overdue, created: origin - 61 }], origin, 'USD', false);
    expect(stale.weightedPipelineReconstructed?.quarter).toBe(0);
  });

  it('needs wins and losses', () => {
    expect(
      simpleForecasts(closed.slice(0, 3), origin, 'USD', false).weightedPipelineReconstructed,
    ).toBeNull();
  });
});

describe('actuals', () => {
  const deals = wonInMonths(months, wins);
  const early = lastDayOfMonth('2024-01');

  it('are the wins and won value after the origin, the year only when it is whole', () => {
    expect(actuals(deals, early, origin, 'USD')).toEqual({
      wins: [1, 2, 3],
      revenue: [100, 200, 300],
      quarter: 600,
      year: 7800,
    });
    expect(actuals(deals, early, origin - 1, 'USD').year).toBeNull();
  });

  it('leave out in run-off what came later', () => {
    expect(actuals(deals, early, origin, 'USD', true).wins).toEqual([0, 0, 0]);
  });
});
