import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenStops, nearestStop, widerStops } from '../../../src/state/plan/sliderStops';

describe('evenStops', () => {
  it('has both ends and no rounding dust', () => {
    expect(evenStops(0, 0.5, 0.1)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
  });
});

describe('widerStops', () => {
  it('goes up in whole steps, then in round ones of 2 to 10 %', () => {
    const stops = widerStops(1, 400);
    expect(stops.slice(0, 12)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(stops).toContain(55);
    expect(stops.at(-1)).toBe(400);
    for (let index = 11; index < stops.length; index++) {
      const ratio = stops[index]! / stops[index - 1]!;
      expect(ratio).toBeGreaterThan(1.01);
      // 10 to 11.
      expect(ratio).toBeLessThanOrEqual(1.1 + 1e-9);
    }
  });

  it('rises strictly from 0 to its end, whatever the currency', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 5 }), (start, decades) => {
        const to = Math.pow(10, start + decades);
        const stops = widerStops(Math.pow(10, start), to);
        expect(stops[0]).toBe(0);
        expect(stops.at(-1)).toBe(to);
        expect(stops.every((stop, index) => index === 0 || stop > stops[index - 1]!)).toBe(true);
      }),
    );
  });
});

describe('nearestStop', () => {
  it('finds the stop itself, the nearer of two, and the end for what lies beyond', () => {
    const stops = [0, 10, 20];
    expect(nearestStop(stops, 10)).toBe(1);
    expect(nearestStop(stops, 16)).toBe(2);
    expect(nearestStop(stops, 1e9)).toBe(2);
    expect(nearestStop(stops, -5)).toBe(0);
  });
});
