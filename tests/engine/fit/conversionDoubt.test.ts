import { describe, expect, it } from 'vitest';
import type { CauseCases } from '../../../src/engine/fit/closingCases';
import { conversionShare } from '../../../src/engine/fit/conversionDoubt';

function casesOf(byBin: number[], own: number, all: number): CauseCases {
  return { byBin, byKind: [own, all - own, 0, 0], all };
}

describe('conversionShare(hazards, cases, kindIndex)', () => {
  it('for constant hazards of a single kind has the variance of a log odds, 1/won + 1/lost', () => {
    const hazards = { ageFrom: [0], won: [0.01], lost: [0.03] };
    // One event more in each from the prior.
    const share = conversionShare(hazards, { won: casesOf([49], 49, 49), lost: casesOf([149], 149, 149) }, 0);
    const variance = (0.25 * 0.75) ** 2 * (1 / 50 + 1 / 150);
    expect(share.mean).toBeCloseTo(0.25, 12);
    expect(share.cases).toBeCloseTo((0.25 * 0.75) / variance - 1, 6);
  });

  it('does not depend on where a constant hazard is cut into bins, but for the priors', () => {
    const one = conversionShare(
      { ageFrom: [0], won: [0.01], lost: [0.01] },
      { won: casesOf([1e6], 1e6, 1e6), lost: casesOf([1e6], 1e6, 1e6) },
      0,
    );
    // Half of the deals are gone after ln 2 ÷ 0.02 days, so each bin has half of the events.
    const two = conversionShare(
      { ageFrom: [0, Math.log(2) / 0.02], won: [0.01, 0.01], lost: [0.01, 0.01] },
      { won: casesOf([5e5, 5e5], 1e6, 1e6), lost: casesOf([5e5, 5e5], 1e6, 1e6) },
      0,
    );
    expect((two.cases ?? 0) / (one.cases ?? 1)).toBeCloseTo(1, 4);
  });

  it('trusts a kind with few closings less than the pool, and never less than one case', () => {
    const hazards = { ageFrom: [0], won: [0.01], lost: [0.03] };
    const few = conversionShare(hazards, { won: casesOf([500], 2, 500), lost: casesOf([1500], 6, 1500) }, 0);
    expect(few.cases).toBeGreaterThan(8);
    expect(few.cases).toBeLessThan(60);
    const none = conversionShare(hazards, { won: casesOf([0], 0, 0), lost: casesOf([0], 0, 0) }, 0);
    expect(none.cases).toBeGreaterThanOrEqual(1);
  });
});
