import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createSecondHalf,
  createSimulation,
  exactMean,
  simulate,
  type Forecast,
  type FunnelModel,
  type KindModel,
  type PeriodForecast,
  type Spread,
} from '../../../src/engine';
import { anyModel, deepFreeze, kindOf, modelOf, stages } from './models';

const RUNS = { numRuns: 40, seed: 11 };

function periodsOf(forecast: Forecast): PeriodForecast[] {
  return [...forecast.months, ...forecast.quarters, ...forecast.years, forecast.nextTwelve];
}

function numbersIn(data: unknown): number[] {
  if (typeof data === 'number') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(numbersIn) : [];
}

/** Equal but for the rounding of sums in another order. */
function expectSame(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

describe('simulate, on any model', () => {
  it('gives finite numbers, never below 0, for one path and for many', () => {
    fc.assert(
      fc.property(anyModel, fc.constantFrom(1, 2, 50), (model, paths) => {
        const { start, ...rest } = simulate(model, { paths, seed: 3 });
        expect(start).toBe(model.start);
        expect(numbersIn(rest).every((number) => Number.isFinite(number) && number >= 0)).toBe(true);
        expect(numbersIn(exactMean(model)).every((number) => Number.isFinite(number) && number >= 0)).toBe(
          true,
        );
      }),
      RUNS,
    );
  });

  it('is the same to the last digit when its second half is drawn elsewhere', () => {
    const paths = 4_001;
    fc.assert(
      fc.property(anyModel, fc.integer(), fc.nat({ max: 2_001 }), (model, seed, ahead) => {
        const request = { paths, seed };
        const half = createSecondHalf(model, request);
        while (half.advance(700) < half.paths);
        const joined = createSimulation(model, request);
        joined.advance(ahead);
        joined.join(structuredClone(half.outcomes));
        expect(joined.finish()).toEqual(simulate(model, request));
      }),
      // Thousands of paths each: that is where there are halves.
      { numRuns: 4 },
    );
  });

  it('takes no half that does not belong to it, or comes too late', () => {
    const model = modelOf({});
    const simulation = createSimulation(model, { paths: 5_000, seed: 1 });
    expect(() => simulation.join(createSecondHalf(model, { paths: 6_000, seed: 1 }).outcomes)).toThrow(
      RangeError,
    );
    simulation.advance(simulation.firstHalf + 1);
    expect(() => simulation.join(createSecondHalf(model, { paths: 5_000, seed: 1 }).outcomes)).toThrow(
      RangeError,
    );
    expect(createSimulation(model, { paths: 600, seed: 1 }).firstHalf).toBe(600);
  });

  it('is the same for the same seed, in slices of any size, and leaves its input alone', () => {
    fc.assert(
      fc.property(anyModel, fc.integer({ min: 1, max: 40 }), fc.integer(), (model, slice, seed) => {
        const request = { paths: 40, seed };
        deepFreeze(model);
        deepFreeze(request);
        const whole = simulate(model, request);
        const sliced = createSimulation(model, request);
        for (let done = 0; done < 40;) done = sliced.advance(slice);
        expect(sliced.finish()).toEqual(whole);
      }),
      RUNS,
    );
  });

  it('orders its percentage points and spans them by the distribution', () => {
    const isOrdered = ({ q05, q10, q25, q50, q75, q90, q95 }: Spread): boolean =>
      q05 <= q10 && q10 <= q25 && q25 <= q50 && q50 <= q75 && q75 <= q90 && q90 <= q95;
    fc.assert(
      fc.property(anyModel, (model) => {
        const forecast = simulate(model, { paths: 60, seed: 4 });
        expect(forecast.running.every(isOrdered)).toBe(true);
        expect([...(forecast.customers ?? []), ...(forecast.recurring ?? [])].every(isOrdered)).toBe(true);
        for (const { value, wins, cost, distribution } of periodsOf(forecast)) {
          expect(isOrdered(value) && isOrdered(wins) && (cost === null || isOrdered(cost))).toBe(true);
          expect(distribution.every((point, index) => index === 0 || point >= distribution[index - 1]!)).toBe(
            true,
          );
        }
        for (const { value, distribution } of [
          ...forecast.quarters,
          ...forecast.years,
          forecast.nextTwelve,
        ]) {
          expect(distribution).toHaveLength(1001);
          expect([distribution[50], distribution[100], distribution[500], distribution[950]]).toEqual([
            value.q05,
            value.q10,
            value.q50,
            value.q95,
          ]);
        }
      }),
      RUNS,
    );
  });

  it('adds up: parts to kinds, kinds to periods, months to running totals and to quarters with what came before', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const forecast = simulate(model, { paths: 30, seed: 5 });
        for (const { kinds, value, wins, alreadyWon } of periodsOf(forecast)) {
          const sum = (pick: (kind: (typeof kinds)[number]) => number): number =>
            kinds.reduce((total, kind) => total + pick(kind), 0);
          kinds.forEach((kind) => expectSame(kind.alreadyWon + kind.fromOpen + kind.fromNew, kind.value));
          expectSame(
            sum((kind) => kind.value),
            value.mean,
          );
          expectSame(
            sum((kind) => kind.wins),
            wins.mean,
          );
          expectSame(
            sum((kind) => kind.alreadyWon),
            alreadyWon,
          );
        }
        expect([forecast.customers === null, forecast.recurring === null]).toEqual([
          model.customers === null,
          model.recurring === null,
        ]);
        for (const { cost, kinds } of forecast.months) {
          const ofKinds = kinds.reduce((sum, kind) => sum + kind.cost, 0);
          // What the kinds do not have is the company's.
          if (model.costs.every(({ kind }) => kind !== null)) expectSame(ofKinds, cost?.mean ?? 0);
          else expect(cost!.mean).toBeGreaterThanOrEqual(ofKinds * (1 - 1e-9));
        }
        let running = 0;
        forecast.months.forEach((month, index) => {
          running += month.value.mean;
          expectSame(forecast.running[index]!.mean, running);
        });
        for (const { from, to, value } of forecast.quarters) {
          const within = forecast.months.filter((month) => month.from >= from && month.to <= to);
          const before = model.history.filter(
            ({ month }) => month >= from && month <= to && month < model.months[0]!,
          );
          const total = within.reduce((sum, month) => sum + month.value.mean, 0);
          expectSame(
            value.mean,
            before.reduce((sum, actual) => sum + actual.value, total),
          );
        }
      }),
      RUNS,
    );
  });
});

const base: KindModel = {
  ...kindOf('net', new Array<number>(12).fill(30), stages([0.4, 20], [0.5, 15])),
  arrivals: {
    monthly: new Array<number>(12).fill(30),
    before: [],
    doubt: 0.2,
    overdispersion: 0.1,
    perCustomer: 0,
  },
  value: { mean: 1000, variation: 0.8, doubt: 0.1 },
};
const withDoubt = (kind: KindModel, conversion: number): KindModel => ({
  ...kind,
  closing: {
    by: 'stages',
    stages: [
      { name: 'only', conversion: { mean: conversion, cases: 60 }, days: { mean: 30, shape: 1, doubt: 0.3 } },
    ],
  },
});

function totalOf(kind: KindModel, changes: Partial<FunnelModel> = {}): { wins: number; value: number } {
  const { value, wins } = simulate(modelOf({ kinds: [kind], ...changes }), {
    paths: 400,
    seed: 6,
  }).nextTwelve;
  return { wins: wins.mean, value: value.mean };
}

describe('simulate, with common random numbers', () => {
  it('never has fewer wins for more leads, and never less value but for the noise of deal sizes', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 3, noNaN: true }), (factor) => {
        const before = totalOf(base);
        const monthly = base.arrivals.monthly.map((leads) => leads * factor);
        const after = totalOf({ ...base, arrivals: { ...base.arrivals, monthly } });
        expect(after.wins).toBeGreaterThanOrEqual(before.wins);
        // About 60 wins × 1000 a path, sd of a deal 800: a standard error of 440 for 200 paths.
        expect(after.value).toBeGreaterThan(before.value - 2 * 440);
      }),
      { numRuns: 15, seed: 12 },
    );
  });

  it('never has fewer wins for a higher conversion', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 0.5, noNaN: true }),
        fc.double({ min: 1.02, max: 1.9, noNaN: true }),
        (mean, factor) => {
          expect(totalOf(withDoubt(base, mean * factor)).wins).toBeGreaterThanOrEqual(
            totalOf(withDoubt(base, mean)).wins,
          );
        },
      ),
      { numRuns: 15, seed: 13 },
    );
  });

  it('never has fewer wins for more customers, referrals or less churn', () => {
    const looped = (active: number, monthlyChurn: number, perCustomer: number): number =>
      totalOf(
        {
          ...base,
          arrivals: { ...base.arrivals, perCustomer, perCustomerDoubt: 0.3, tilts: [[0.1, 0.2, 0.3]] },
        },
        { customers: { active, monthlyChurn, activeDoubt: 0.2, churnDoubt: 0.4 } },
      ).wins;
    const more = fc.double({ min: 1, max: 3, noNaN: true });
    fc.assert(
      fc.property(more, more, more, (active, kept, rate) => {
        expect(looped(50 * active, 0.06 / kept, 0.05 * rate)).toBeGreaterThanOrEqual(looped(50, 0.06, 0.05));
      }),
      { numRuns: 15, seed: 16 },
    );
  });

  it('is proportional to the deal value', () => {
    const dearer = totalOf({ ...base, value: { ...base.value, mean: 1500 } });
    expectSame(dearer.value, totalOf(base).value * 1.5);
  });

  it('keeps months 1 to 9 as they were when month 10 changes', () => {
    const changed = base.arrivals.monthly.map((leads, month) => (month === 9 ? 3 * leads : leads));
    const request = { paths: 50, seed: 7 };
    const before = simulate(modelOf({ kinds: [base] }), request);
    const after = simulate(
      modelOf({ kinds: [{ ...base, arrivals: { ...base.arrivals, monthly: changed } }] }),
      request,
    );
    expect(after.months.slice(0, 9)).toEqual(before.months.slice(0, 9));
    expect(after.months[9]).not.toEqual(before.months[9]);
  });

  it('keeps a kind as it was when another one is added', () => {
    const request = { paths: 50, seed: 8 };
    const alone = simulate(modelOf({ kinds: [base] }), request);
    const other = kindOf('seed', new Array<number>(12).fill(9), stages([0.5, 9]));
    const both = simulate(modelOf({ kinds: [other, base] }), request);
    expect(both.months.map(({ kinds }) => kinds.find(({ kind }) => kind === 'net'))).toEqual(
      alone.months.map(({ kinds }) => kinds[0]),
    );
  });

  it('draws another forecast for another seed', () => {
    const model = modelOf({ kinds: [base] });
    expect(simulate(model, { paths: 50, seed: 1 }).running).not.toEqual(
      simulate(model, { paths: 50, seed: 2 }).running,
    );
  });
});
