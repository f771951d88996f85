import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOfSum, type LumpyParts } from '../../../src/engine/team/lumpySum';

const sure = { deals: [], flows: [], levelLogSd: 0 };

function meanOf(distribution: readonly number[]): number {
  // Trapezoids between the equally spaced quantiles.
  const inner = distribution.slice(1, -1).reduce((sum, value) => sum + value, 0);
  return (inner + (distribution[0]! + distribution.at(-1)!) / 2) / (distribution.length - 1);
}

describe('distributionOfSum', () => {
  it('is what is certain where nothing else may come', () => {
    const distribution = distributionOfSum({ ...sure, base: 500 });
    expect(distribution).toHaveLength(201);
    expect(new Set(distribution)).toEqual(new Set([500]));
  });

  it('gives five deals won one time in five nothing as often as the binomial does', () => {
    const deals = Array.from({ length: 5 }, () => ({ chance: 0.2, value: 100_000, variation: 0 }));
    const distribution = distributionOfSum({ ...sure, base: 0, deals });
    // 0.8⁵ = 0.32768, so the last quantile of nothing is that of 32.5 %.
    expect(distribution.filter((value) => value === 0)).toHaveLength(66);
    // At most one in 0.73728 of the cases: the median is one deal, within a cell of the grid.
    expect(distribution[100]! / 100_000).toBeCloseTo(1, 1);
  });

  it('gives a flow of wins nothing as often as Poisson does', () => {
    const flows = [{ expected: 1, value: 10, variation: 0.5 }];
    const distribution = distributionOfSum({ ...sure, base: 0, flows });
    // e⁻¹ = 0.36788: quantiles 0 to 36.5 %.
    expect(distribution.filter((value) => value === 0)).toHaveLength(74);
  });

  it('keeps the mean, rises, and begins with what is certain, whatever the parts', () => {
    const value = fc.double({ min: 1, max: 1e6, noNaN: true });
    const variation = fc.double({ min: 0, max: 1.5, noNaN: true });
    const parts = fc.record<LumpyParts>({
      base: fc.double({ min: 0, max: 1e6, noNaN: true }),
      deals: fc.array(
        fc.record({ chance: fc.double({ min: 0.05, max: 1, noNaN: true }), value, variation }),
        { minLength: 1, maxLength: 12 },
      ),
      flows: fc.array(fc.record({ expected: fc.double({ min: 0, max: 8, noNaN: true }), value, variation }), {
        maxLength: 3,
      }),
      levelLogSd: fc.double({ min: 0, max: 0.4, noNaN: true }),
    });
    fc.assert(
      fc.property(parts, ({ base, deals, flows, levelLogSd }) => {
        const distribution = distributionOfSum({ base, deals, flows, levelLogSd });
        const mean =
          base +
          deals.reduce((sum, deal) => sum + deal.chance * deal.value, 0) +
          flows.reduce((sum, flow) => sum + flow.expected * flow.value, 0);
        expect(distribution.every((each, index) => index === 0 || each >= distribution[index - 1]!)).toBe(
          true,
        );
        expect(distribution[0]).toBeGreaterThanOrEqual(base - 1e-9 * mean);
        // 201 points tell a mean to half their distance, twice that with the cells of the grid.
        const top = distribution.at(-1)! - base;
        expect(Math.abs(meanOf(distribution) - mean)).toBeLessThan(0.01 * top + 0.02 * mean);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
