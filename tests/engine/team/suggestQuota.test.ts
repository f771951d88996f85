import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfReaching, meanOutput, outputOn, suggestQuota } from '../../../src/engine';

/** From 0 to 200,000, all equally likely. */
const even = Array.from({ length: 201 }, (_, index) => index * 1_000);

describe('suggestQuota', () => {
  it('is the point reached with the chance that is picked', () => {
    expect(suggestQuota({ distribution: even, output: 1, alreadyWon: 0 }, 0.5)).toEqual({
      now: 100_000,
      atFullOutput: 100_000,
    });
    expect(suggestQuota({ distribution: even, output: 1, alreadyWon: 0 }, 0.8).now).toBe(40_000);
  });

  it('is rounded down to two digits, so that it is made at least as often', () => {
    // 40 % of the way: 123,400 between two quantiles.
    expect(suggestQuota({ distribution: [0, 123_400, 246_800], output: 1, alreadyWon: 0 }, 0.5).now).toBe(
      120_000,
    );
  });

  it('asks of a seller on ramp what is that at full output', () => {
    expect(suggestQuota({ distribution: even, output: 0.4, alreadyWon: 0 }, 0.6)).toEqual({
      now: 80_000,
      atFullOutput: 200_000,
    });
    expect(suggestQuota({ distribution: even, output: 0, alreadyWon: 0 }, 0.6).atFullOutput).toBeNull();
  });

  it('is not below what is won: more digits where two would be', () => {
    // 76,000 with a chance of 80 % at three quarters of full output: 101,333, of which 100,000 would count as 75,000.
    const distribution = Array.from({ length: 201 }, (_, index) => 75_500 + 12.5 * index);
    const { now, atFullOutput } = suggestQuota({ distribution, output: 0.75, alreadyWon: 75_500 }, 0.8);
    expect(atFullOutput).toBe(101_000);
    expect(now).toBe(75_750);
  });

  it('suggests none where nothing above what is won has the chance', () => {
    const distribution = even.map((value) => Math.max(75_500, value));
    expect(suggestQuota({ distribution, output: 0.75, alreadyWon: 75_500 }, 0.8).atFullOutput).toBeNull();
  });

  it('keeps the chance as what is stored counts, and what is won, for any seller on ramp', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e7, noNaN: true }),
        fc.double({ min: 1, max: 1e6, noNaN: true }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.constantFrom(0.5, 0.6, 0.7, 0.8),
        (alreadyWon, width, output, chance) => {
          const distribution = even.map((value) => alreadyWon + (value * width) / 200_000);
          const { now, atFullOutput } = suggestQuota({ distribution, output, alreadyWon }, chance);
          expect(now).toBe(atFullOutput! * output);
          // The last digits of floats.
          expect(now).toBeGreaterThanOrEqual(alreadyWon * (1 - 1e-12));
          expect(chanceOfReaching(distribution, now * (1 - 1e-9))).toBeGreaterThanOrEqual(chance - 1e-9);
        },
      ),
    );
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
