import { describe, expect, it } from 'vitest';
import { monthRange } from '../../../src/engine';
import { calendarArrivals } from '../../../src/engine/fit/calendarArrivals';
import { arrivalsFrom, fitArrivals } from '../../../src/engine/fit/fitArrivals';
import { affordableHalfLife, effectiveCases, recencyWeights } from '../../../src/engine/fit/recency';

describe('recencyWeights(monthCount, halfLifeMonths)', () => {
  it('halve every half-life, the last month counting 1', () => {
    expect([...recencyWeights(5, 2)].map((weight) => weight ** 2)).toEqual(
      [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1].map((weight) => expect.closeTo(weight, 12) as number),
    );
    expect([...recencyWeights(3, Infinity)]).toEqual([1, 1, 1]);
  });

  it('leave (Σw)² ÷ Σw² cases', () => {
    expect(effectiveCases([4, 4], [1, 1])).toBe(8);
    expect(effectiveCases([1, 1], [0.5, 1])).toBeCloseTo(2.25 / 1.25, 12);
    expect(effectiveCases([0, 0], [0.5, 1])).toBe(0);
  });
});

describe('affordableHalfLife(counts, wishedMonths, enough)', () => {
  it('is as wished where enough cases are left', () => {
    expect(affordableHalfLife(new Array<number>(24).fill(10), 6, 30)).toBe(6);
  });

  it('is longer, and at last endless, where few would be', () => {
    const halfLife = affordableHalfLife(new Array<number>(24).fill(2), 6, 30);
    expect(halfLife).toBeGreaterThan(6);
    expect(halfLife).toBeLessThan(Infinity);
    expect(affordableHalfLife([1, 0, 2], 6, 30)).toBe(Infinity);
  });
});

describe('calendarArrivals(countsByKind, …)', () => {
  const history = monthRange('2022-07', 30);
  const ahead = monthRange('2025-01', 3);
  const all = new Float64Array(30).fill(1);
  const nothing = new Float64Array(30);

  it('goes on at the level of late, whatever it was before, and splits it as of late', () => {
    const early = Float64Array.from({ length: 30 }, (_, month) => (month < 18 ? 300 : 0));
    const late = Float64Array.from({ length: 30 }, (_, month) => (month < 18 ? 0 : 600));
    const { byKind } = calendarArrivals([early, late, nothing, nothing], all, history, ahead, 1);
    const total = byKind.reduce((sum, leads) => sum + leads[0]!, 0);
    // A part of the leap may have been January's: the fits that think so weigh little.
    expect(Math.abs(total / 600 - 1)).toBeLessThan(0.1);
    // After 12 months the old kind's weight has halved three times, and its level was half as high.
    expect(byKind[0]![0]! / total).toBeCloseTo(1 / 17, 1);
    expect(byKind[2]).toEqual([0, 0, 0]);
  });

  it('reads a month that has only begun by its share', () => {
    const counts = Float64Array.from({ length: 30 }, (_, month) => (month === 29 ? 100 : 400));
    const shares = Float64Array.from({ length: 30 }, (_, month) => (month === 29 ? 0.25 : 1));
    const { byKind } = calendarArrivals([counts], shares, history, ahead, 1);
    expect(Math.abs(byKind[0]![0]! / 400 - 1)).toBeLessThan(0.03);
  });
});

describe('fitArrivals(counts, monthShare, monthly)', () => {
  const whole = (months: number): Float64Array => new Float64Array(months).fill(1);

  it('finds the spread beyond chance, shrunk to 0.02 as if a year had shown it', () => {
    const even = fitArrivals(new Float64Array(48).fill(100), whole(48), []);
    expect(even.overdispersion).toBeCloseTo((12 * 0.02) / (44 + 12), 9);
    // Swings of ±50 % every month: a variance of 0.25 of the level squared, less 0.01 of Poisson.
    const swinging = Float64Array.from({ length: 48 }, (_, month) => (month % 2 === 0 ? 50 : 150));
    expect(fitArrivals(swinging, whole(48), []).overdispersion).toBeGreaterThan(0.15);
  });

  it('doubts a rate from few leads', () => {
    const few = fitArrivals(Float64Array.from([0, 1, 0, 0, 1, 0]), whole(6), []);
    const many = fitArrivals(new Float64Array(24).fill(100), whole(24), []);
    expect(few.doubt).toBeGreaterThan(0.5);
    expect(many.doubt).toBeLessThan(0.08);
  });

  it('spreads the rate over the forecast, the first month by what is left of it', () => {
    const fitted = {
      monthly: [12, 12, 12],
      perMonth: 12,
      doubt: 0.1,
      overdispersion: 0.02,
      effectiveLeads: 50,
    };
    expect(arrivalsFrom(fitted, 0.25)).toEqual({
      monthly: [3, 12, 12],
      before: [],
      doubt: 0.1,
      overdispersion: 0.02,
      perCustomer: 0,
    });
  });
});
