import { describe, expect, it } from 'vitest';
import { arrivalsFrom, fitArrivals } from '../../../src/engine/fit/fitArrivals';
import { fitQuarterRhythm } from '../../../src/engine/fit/quarterRhythm';
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

describe('fitArrivals(counts, monthShare)', () => {
  const whole = (months: number): Float64Array => new Float64Array(months).fill(1);

  it('follows the recent months', () => {
    const counts = Float64Array.from({ length: 24 }, (_, month) => (month < 12 ? 10 : 40));
    const { perMonth } = fitArrivals(counts, whole(24));
    // After 12 months the old level has a weight of one sixteenth.
    expect(perMonth).toBeCloseTo(10 + 30 * (15 / 16), 0);
  });

  it('reads a month that has only begun by its share', () => {
    const counts = Float64Array.from([30, 30, 30, 15]);
    expect(fitArrivals(counts, Float64Array.from([1, 1, 1, 0.5])).perMonth).toBeCloseTo(30, 9);
  });

  it('finds the spread beyond chance, shrunk to 0.02 as if a year had shown it', () => {
    const even = fitArrivals(new Float64Array(48).fill(100), whole(48));
    expect(even.overdispersion).toBeCloseTo((12 * 0.02) / (44 + 12), 9);
    // Swings of ±50 % every month: a variance of 0.25 of the level squared, less 0.01 of Poisson.
    const swinging = Float64Array.from({ length: 48 }, (_, month) => (month % 2 === 0 ? 50 : 150));
    expect(fitArrivals(swinging, whole(48)).overdispersion).toBeGreaterThan(0.15);
  });

  it('doubts a rate from few leads', () => {
    const few = fitArrivals(Float64Array.from([0, 1, 0, 0, 1, 0]), whole(6));
    const many = fitArrivals(new Float64Array(24).fill(100), whole(24));
    expect(few.doubt).toBeGreaterThan(0.5);
    expect(many.doubt).toBeLessThan(0.08);
  });

  it('spreads the rate over the forecast, the first month by what is left of it', () => {
    const fitted = { perMonth: 12, doubt: 0.1, overdispersion: 0.02, effectiveLeads: 50 };
    expect(arrivalsFrom(fitted, 0.25, 3)).toEqual({
      monthly: [3, 12, 12],
      before: [],
      doubt: 0.1,
      overdispersion: 0.02,
      perCustomer: 0,
    });
  });
});

describe('fitQuarterRhythm(observed, expected, monthOfQuarter)', () => {
  const position = Array.from({ length: 36 }, (_, month) => month % 3);

  it('recovers a rhythm on a growing level when events are many', () => {
    const observed = Float64Array.from(position, (at, month) => [0.7, 0.8, 1.5][at]! * 1e5 * 1.02 ** month);
    const rhythm = fitQuarterRhythm(observed, new Float64Array(36).fill(1e5), position);
    // The level within a month is a mean over five of a line that bends by 2 % a month.
    [0.7, 0.8, 1.5].forEach((factor, at) => expect(rhythm[at]).toBeCloseTo(factor, 2));
  });

  it('is near 1 when few events speak for it, and always of mean 1', () => {
    const observed = Float64Array.from(position, (at) => (at === 2 ? 1 : 0));
    const rhythm = fitQuarterRhythm(observed, new Float64Array(36).fill(1 / 3), position);
    expect(rhythm[0] + rhythm[1] + rhythm[2]).toBeCloseTo(3, 12);
    expect(rhythm[2]).toBeLessThan(1.4);
  });

  it('is 1 without any events', () => {
    expect(fitQuarterRhythm(new Float64Array(6), new Float64Array(6), position.slice(0, 6))).toEqual([
      1, 1, 1,
    ]);
  });
});
