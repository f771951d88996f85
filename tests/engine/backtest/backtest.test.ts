import { describe, expect, it } from 'vitest';
import { createBacktest, lastDayOfMonth, origins, type Deal } from '../../../src/engine';
import { changeFuture } from '../deals/arbitraryDeals';
import { dealOf } from '../deals/dealOf';
import { simulateDeals } from '../fit/simulatedDeals';

const dataDay = lastDayOfMonth('2025-12');
const truth = [
  { kind: 'net', leadsPerDay: 0.9, wonPerDay: 0.006, lostPerDay: 0.012, value: 5000 },
  { kind: 'spear', leadsPerDay: 0.4, wonPerDay: 0.003, lostPerDay: 0.012, value: 20_000 },
] as const;
const everything = simulateDeals(truth, dataDay, 3 * 365, 7);
const options = { dataDay, fiscalYearStart: 1, currency: 'USD', paths: 200 };
const days = origins(everything, dataDay);
const some = [days[0]!, days[Math.floor(days.length / 2)]!, days.at(-1)!];

/** An impossible future: other outcomes, a flood of huge deals, amounts of what was open multiplied. */
function plantFuture(deals: readonly Deal[], origin: number): Deal[] {
  const planted = changeFuture(deals, origin, 3).map((deal) =>
    deal.closed === null || deal.closed > origin ? { ...deal, amount: 1e9 } : deal,
  );
  const flood = Array.from({ length: 500 }, (_, index) =>
    dealOf({ id: `flood ${index}`, created: origin + 1, outcome: 'won', closed: origin + 2, amount: 1e9 }),
  );
  return [...planted, ...flood];
}

describe('the backtest', () => {
  it.each(some)('changes no forecast when an impossible future is planted after day %i', (origin) => {
    const one = { ...options, origins: [origin] };
    const [before] = createBacktest(everything, one).finish().origins;
    const [after] = createBacktest(plantFuture(everything, origin), one).finish().origins;
    // Whether there is a year to score depends on the data day alone.
    expect(after?.forecasts).toEqual(before?.forecasts);
    expect(after?.ranges).toEqual(before?.ranges);
    expect(after?.actual).not.toEqual(before?.actual);
  });

  it('learns its range factor only from outcomes known by then: a planted future changes no range', () => {
    const upTo = days.slice(-14, -3);
    const origin = upTo.at(-1)!;
    const replay = (deals: readonly Deal[]): ReturnType<ReturnType<typeof createBacktest>['finish']> =>
      createBacktest(deals, { ...options, origins: upTo }).finish();
    const before = replay(everything);
    const after = replay(plantFuture(everything, origin));
    // The forecasts of three months before and earlier are over by then; they are what the factor rests on.
    before.origins.slice(0, -3).forEach(({ surprise }, index) => {
      expect(after.origins[index]?.surprise).toEqual(surprise);
    });
    expect(after.origins.at(-2)?.surprise).not.toEqual(before.origins.at(-2)?.surprise);
    expect(after.origins.map(({ ranges }) => ranges)).toEqual(before.origins.map(({ ranges }) => ranges));
    expect(after.origins.map(({ forecasts }) => forecasts)).toEqual(
      before.origins.map(({ forecasts }) => forecasts),
    );
    expect(after.calibration).not.toEqual(before.calibration);
  });

  it('gives the same result in slices of any size', () => {
    const whole = createBacktest(everything, { ...options, origins: some }).finish();
    const sliced = createBacktest(everything, { ...options, origins: some });
    expect(sliced.total).toBe(3);
    expect(sliced.advance(1)).toBe(1);
    expect(sliced.advance(0)).toBe(1);
    expect(sliced.advance(9)).toBe(3);
    expect(sliced.finish()).toEqual(whole);
  });

  it('has a year only with 24 months behind and 12 ahead', () => {
    const results = createBacktest(everything, { ...options, paths: 20 }).finish().origins;
    const withYear = results.filter(({ actual }) => actual.year !== null).map(({ origin }) => origin);
    expect(withYear).toEqual([lastDayOfMonth('2024-12')]);
    results.forEach(({ actual, forecasts }) => {
      expect(forecasts.seedcast?.year === null).toBe(actual.year === null);
    });
  });

  it('forecasts in run-off only what was there', () => {
    const late = some.slice(1, 2);
    const all = createBacktest(everything, { ...options, origins: late }).finish().origins[0];
    const runOff = createBacktest(everything, { ...options, origins: late, isRunOff: true }).finish()
      .origins[0];
    expect(runOff!.actual.quarter).toBeLessThan(all!.actual.quarter);
    expect(runOff!.forecasts.seedcast!.quarter).toBeLessThan(all!.forecasts.seedcast!.quarter);
  });

  it('has nothing to say without origins', () => {
    const { origins: none, methods, coverage80 } = createBacktest([], options).finish();
    expect(none).toEqual([]);
    expect(methods.seedcast.wapeWins).toBeNull();
    expect(coverage80).toEqual({ wins: null, revenue: null, quarter: null });
  });
});
