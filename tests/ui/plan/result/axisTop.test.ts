import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTop } from '../../../../src/ui/plan/result/axisTop';

describe('axisTop', () => {
  it('ends at a round figure at or above the highest', () => {
    expect(axisTop(137_000, 0)).toBe(150_000);
    expect(axisTop(150_000, 0)).toBe(150_000);
    expect(axisTop(0.7, 0)).toBeCloseTo(0.8, 12);
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e14, noNaN: true }), (highest) => {
        const top = axisTop(highest, 0);
        expect(top).toBeGreaterThanOrEqual(highest);
        expect(top).toBeLessThanOrEqual(highest * 1.5 * (1 + 1e-12));
      }),
    );
  });

  it('stays while a slider moves the bars within it, and follows when they leave it', () => {
    expect(axisTop(80_000, 150_000)).toBe(150_000);
    expect(axisTop(151_000, 150_000)).toBe(200_000);
    expect(axisTop(40_000, 150_000)).toBe(40_000);
  });

  it('forgets where it ended once there is nothing left to show', () => {
    expect(axisTop(0, 500)).toBe(1);
    expect(axisTop(100, 500)).toBe(100);
  });

  it('is never nothing, so that no place on it is NaN', () => {
    expect(axisTop(0, 0)).toBe(1);
    expect(axisTop(Number.NaN, 0)).toBe(1);
  });
});
