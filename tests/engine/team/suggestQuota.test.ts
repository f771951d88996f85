import { describe, expect, it } from 'vitest';
import { meanOutput, outputOn, suggestQuota } from '../../../src/engine';

/** From 0 to 200,000, all equally likely. */
const even = Array.from({ length: 201 }, (_, index) => index * 1_000);

describe('suggestQuota', () => {
  it('is the point reached with the chance that is picked', () => {
    expect(suggestQuota({ distribution: even, output: 1 }, 0.5)).toEqual({
      now: 100_000,
      atFullOutput: 100_000,
    });
    expect(suggestQuota({ distribution: even, output: 1 }, 0.8).now).toBe(40_000);
  });

  it('is rounded down to two digits, so that it is made at least as often', () => {
    // 40 % of the way: 123,400 between two quantiles.
    expect(suggestQuota({ distribution: [0, 123_400, 246_800], output: 1 }, 0.5).now).toBe(120_000);
  });

  it('asks of a seller on ramp what is that at full output', () => {
    expect(suggestQuota({ distribution: even, output: 0.4 }, 0.6)).toEqual({
      now: 80_000,
      atFullOutput: 200_000,
    });
    expect(suggestQuota({ distribution: even, output: 0 }, 0.6).atFullOutput).toBeNull();
  });
});

describe('meanOutput', () => {
  const ramp = [0.1, 0.4, 0.7];

  it('goes by months since the first day, and is nothing before it', () => {
    expect([99, 100, 131, 161, 192].map((day) => outputOn(day, 100, ramp))).toEqual([0, 0.1, 0.4, 0.7, 1]);
  });

  it('is the mean over the days asked for', () => {
    // Ten days before the first one, ten days of the first month.
    expect(meanOutput(90, 109, 100, ramp)).toBeCloseTo(0.05, 12);
    expect(meanOutput(500, 600, 100, ramp)).toBe(1);
    expect(meanOutput(0, 10, 5, [])).toBeCloseTo(6 / 11, 12);
  });
});
