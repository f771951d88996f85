import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histogram } from '../../../src/ui/forecast/histogram';

const uniform = Array.from({ length: 1001 }, (_, index) => index);

describe('histogram', () => {
  test('has no bins where all outcomes are the same', () => {
    expect(histogram([5, 5, 5], null)).toBeNull();
    expect(histogram([], null)).toBeNull();
  });

  test('equal outcomes make equal bins that hold all but the tails', () => {
    const drawn = histogram(uniform, null);
    expect(drawn?.from).toBe(5);
    expect(drawn?.to).toBe(995);
    for (const bin of drawn?.bins ?? []) expect(bin.share).toBeCloseTo(0.99 / 40, 6);
  });

  test('a target inside falls on the edge of a bin, so that no bin is half reached', () => {
    fc.assert(
      fc.property(fc.double({ min: 10, max: 990, noNaN: true }), (target) => {
        const edges = histogram(uniform, target)?.bins.map(({ from }) => Math.abs(from - target)) ?? [];
        expect(Math.min(...edges)).toBeLessThan(1e-6);
      }),
    );
  });

  test('reaches out to a target, by its own width at most, and never below zero for it', () => {
    expect(histogram(uniform, 1500)?.to).toBeGreaterThanOrEqual(1500);
    // 995 + 990, and at most one bin more for the edges.
    expect(histogram(uniform, 1e9)?.to).toBeCloseTo(1985, 6);
  });
});
