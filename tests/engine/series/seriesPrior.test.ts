import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LevelPrior, type Strengths } from '../../../src/engine/series/seriesPrior';

const FIRST_LEVEL_SD = Math.log(7);

const strengths = fc.record<Strengths>({
  step: fc.constantFrom(0.01, 0.04, 0.15),
  persistence: fc.constantFrom(0, 0.6, 0.85),
  quarter: fc.constant(0.1),
  year: fc.constant(0.1),
  dispersion: fc.constant(1),
});
const levels = fc
  .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 1, maxLength: 12 })
  .map((values) => Float64Array.from(values));

/** The noises that a run of levels is made of, by definition, each with its sd. */
function noisesOf(run: Float64Array, { step, persistence }: Strengths): { noise: number; sd: number }[] {
  let before = 0;
  return Array.from(run, (level, month) => {
    if (month === 0) return { noise: level, sd: FIRST_LEVEL_SD };
    const moved = level - run[month - 1]!;
    const noise = moved - persistence * before;
    before = moved;
    return { noise, sd: month === 1 ? step / Math.sqrt(1 - persistence ** 2) : step };
  });
}

describe('LevelPrior', () => {
  it('is half the sum of squared noises of a random walk with persistent steps, by definition', () => {
    fc.assert(
      fc.property(levels, strengths, (run, each) => {
        const prior = new LevelPrior(run.length);
        prior.set(each);
        const expected = noisesOf(run, each).reduce((sum, { noise, sd }) => sum + 0.5 * (noise / sd) ** 2, 0);
        // Terms of up to 1e5 cancel in the band's form: ten of 16 digits are left.
        expect(Math.abs(prior.distance(run) - expected)).toBeLessThan(1e-9 * (1 + expected) + 1e-8);
      }),
    );
  });

  it('has the determinant of those noises', () => {
    fc.assert(
      fc.property(levels, strengths, (run, each) => {
        const prior = new LevelPrior(run.length);
        prior.set(each);
        const expected = noisesOf(run, each).reduce((sum, { sd }) => sum - 2 * Math.log(sd), 0);
        expect(prior.logDeterminant).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('pulls along the slope of the distance', () => {
    fc.assert(
      fc.property(levels, strengths, (run, each) => {
        const prior = new LevelPrior(run.length);
        prior.set(each);
        const pull = new Float64Array(run.length);
        prior.pull(run, pull);
        run.forEach((level, month) => {
          const at = (moved: number): number =>
            prior.distance(run.map((own, index) => (index === month ? moved : own)));
          // Of a quadratic the central difference is exact but for rounding.
          const slope = (at(level + 1) - at(level - 1)) / 2;
          expect(Math.abs(pull[month]! + slope)).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
        });
      }),
    );
  });

  it('forgets what it was set to before', () => {
    const once = new LevelPrior(6);
    once.set({ step: 0.04, persistence: 0, quarter: 0.1, year: 0.1, dispersion: 1 });
    const again = new LevelPrior(6);
    again.set({ step: 0.15, persistence: 0.85, quarter: 0.1, year: 0.1, dispersion: 1 });
    again.set({ step: 0.04, persistence: 0, quarter: 0.1, year: 0.1, dispersion: 1 });
    expect(again).toEqual(once);
  });
});
