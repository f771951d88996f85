import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaBinomialMidP } from '../../../src/engine/diagnose/betaBinomial';
import { adjustForMany } from '../../../src/engine/diagnose/falseDiscovery';
import { normalTail } from '../../../src/engine/diagnose/normalTail';

interface References {
  betaBinomial: { passes: number; trials: number; first: number; second: number; midP: number }[];
  normalTail: { z: number; tail: number }[];
  benjaminiHochberg: { p: number[]; adjusted: number[] };
}

const references = JSON.parse(
  readFileSync(new URL('../../fixtures/engine-diagnose/leakReferences.json', import.meta.url), 'utf8'),
) as References;

describe('betaBinomialMidP(passes, trials, first, second)', () => {
  it("agrees with SciPy's betabinom to what the logarithm of the gamma function leaves", () => {
    for (const { passes, trials, first, second, midP } of references.betaBinomial) {
      // ln Γ of thousands has some 11 digits after the point.
      expect(Math.abs(betaBinomialMidP(passes, trials, first, second) - midP)).toBeLessThan(1e-9);
    }
  });

  it('is a half where nothing was seen', () => {
    expect(betaBinomialMidP(0, 0, 2, 3)).toBe(0.5);
  });
});

describe('normalTail(z)', () => {
  it("agrees with SciPy's norm.sf to 12 digits", () => {
    for (const { z, tail } of references.normalTail) {
      expect(Math.abs(normalTail(z) / tail - 1)).toBeLessThan(1e-12);
    }
  });
});

describe('adjustForMany(tests)', () => {
  it("is Benjamini and Hochberg's adjustment, as SciPy has it, where all weigh the same", () => {
    const { p, adjusted } = references.benjaminiHochberg;
    const own = adjustForMany(p.map((each) => ({ p: each, weight: 3 })));
    own.forEach((each, index) => expect(Math.min(1, each)).toBeCloseTo(adjusted[index]!, 12));
  });

  it('gives more of the allowance to what weighs more', () => {
    // Total weight 4: 0.01 · 4 ÷ 3 ÷ 1, and 0.02 · 4 ÷ 1 ÷ 2.
    const [heavy, light] = adjustForMany([
      { p: 0.01, weight: 3 },
      { p: 0.02, weight: 1 },
    ]);
    expect(heavy).toBeCloseTo(0.04 / 3, 12);
    expect(light).toBeCloseTo(0.04, 12);
  });

  it('keeps the order of the weighted p-values and never leaves 0 to 1', () => {
    const tests = fc.array(
      fc.record({ p: fc.double({ min: 0, max: 1, noNaN: true }), weight: fc.integer({ min: 1, max: 5 }) }),
    );
    fc.assert(
      fc.property(tests, (all) => {
        const adjusted = adjustForMany(all);
        all.forEach((one, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(0);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          all.forEach((other, j) => {
            if (one.p / one.weight < other.p / other.weight)
              expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
          });
        });
      }),
    );
  });
});
