import { describe, expect, it } from 'vitest';
import { coverageByChance } from '../../../src/engine';

describe('coverage by chance alone', () => {
  // scipy.stats.binom.ppf([0.05, 0.95], n, p): (5, 0.8) 2, 5; (18, 0.8) 11, 17; (18, 0.5) 6, 12; (400, 0.8) 307, 333.
  it.each([
    { share: 0.8, cases: 5, low: 2, high: 5 },
    { share: 0.8, cases: 18, low: 11, high: 17 },
    { share: 0.5, cases: 18, low: 6, high: 12 },
    { share: 0.8, cases: 400, low: 307, high: 333 },
  ])('is the 5 to 95 % of the binomial: $share of $cases', ({ share, cases, low, high }) => {
    expect(coverageByChance(share, cases)).toEqual({ low: low / cases, high: high / cases });
  });

  it('of one case is anything, of none is nothing', () => {
    expect(coverageByChance(0.5, 1)).toEqual({ low: 0, high: 1 });
    expect(coverageByChance(0.8, 0)).toBeNull();
  });
});
