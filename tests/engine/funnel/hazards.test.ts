import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversionOfHazards, winShareByAge, winTimeOfHazards } from '../../../src/engine';
import type { Hazards } from '../../../src/engine';
import { binOfAge, winChancesFromAge } from '../../../src/engine/funnel/hazards';

const constant: Hazards = { ageFrom: [0], won: [0.01], lost: [0.03] };
const threeBins: Hazards = { ageFrom: [0, 30, 90], won: [0.02, 0.005, 0.001], lost: [0.001, 0.02, 0.004] };

const arbitraryHazards: fc.Arbitrary<Hazards> = fc
  .array(
    fc.record({
      width: fc.integer({ min: 1, max: 200 }),
      won: fc.double({ min: 0, max: 0.5, noNaN: true }),
      lost: fc.double({ min: 0, max: 0.5, noNaN: true }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((bins) => {
    let from = 0;
    const ageFrom = bins.map((bin) => {
      const start = from;
      from += bin.width;
      return start;
    });
    return { ageFrom, won: bins.map((bin) => bin.won), lost: bins.map((bin) => bin.lost) };
  });

/** By definition: a thousand steps a day, each with its own chance of leaving. */
function walk(hazards: Hazards, untilDays: number): { won: number; time: number } {
  const step = 1e-3;
  let alive = 1;
  let won = 0;
  let time = 0;
  for (let age = step / 2; age < untilDays; age += step) {
    const bin = binOfAge(hazards.ageFrom, age);
    const wins = alive * (hazards.won[bin] ?? 0) * step;
    alive -= wins + alive * (hazards.lost[bin] ?? 0) * step;
    won += wins;
    time += wins * age;
  }
  return { won, time: time / won };
}

describe('winShareByAge(hazards, ageDays)', () => {
  it('is w ÷ (w + l) · (1 − e^−(w + l)t) for constant hazards', () => {
    expect(winShareByAge(constant, 25)).toBeCloseTo(0.25 * (1 - Math.exp(-1)), 12);
    expect(conversionOfHazards(constant)).toBeCloseTo(0.25, 12);
  });

  it('agrees with a walk in small steps through several bins', () => {
    // A thousand Euler steps a day at hazards of 0.02 are off by 1e-5 at most.
    expect(winShareByAge(threeBins, 120)).toBeCloseTo(walk(threeBins, 120).won, 4);
  });

  it('grows with age, from 0 to at most 1', () => {
    fc.assert(
      fc.property(arbitraryHazards, fc.nat(400), fc.nat(400), (hazards, age, more) => {
        const share = winShareByAge(hazards, age);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(winShareByAge(hazards, age + more)).toBeGreaterThanOrEqual(share);
        expect(conversionOfHazards(hazards)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe('winTimeOfHazards(hazards)', () => {
  it('has mean and sd 1 ÷ (w + l) for constant hazards', () => {
    expect(winTimeOfHazards(constant)?.meanDays).toBeCloseTo(25, 9);
    expect(winTimeOfHazards(constant)?.sdDays).toBeCloseTo(25, 9);
  });

  it('agrees with a walk in small steps through several bins', () => {
    // After 4,000 days e^-20 of the deals are left.
    expect(winTimeOfHazards(threeBins)?.meanDays).toBeCloseTo(walk(threeBins, 4000).time, 1);
  });

  it('is null where nothing is ever won', () => {
    expect(winTimeOfHazards({ ageFrom: [0], won: [0], lost: [0.1] })).toBeNull();
  });
});

describe('winChancesFromAge(hazards, ageDays, steps)', () => {
  const plain = [31, 28, 31, 30].map((days) => ({ days, rhythm: 1 }));

  it('splits a new lead’s share won over the months', () => {
    const chances = winChancesFromAge(threeBins, 0, plain);
    expect(chances[0]).toBeCloseTo(winShareByAge(threeBins, 31), 12);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(winShareByAge(threeBins, 120), 12);
  });

  it('depends on age only through the hazards still to come', () => {
    const young = winChancesFromAge(threeBins, 0, [{ days: 40, rhythm: 1 }, ...plain]).slice(1);
    const aged = winChancesFromAge(threeBins, 40, plain);
    const ratio = (young[0] ?? 0) / (aged[0] ?? 1);
    aged.forEach((chance, month) => expect(young[month]).toBeCloseTo(chance * ratio, 12));
  });

  it('follows the rhythm', () => {
    const small: Hazards = { ageFrom: [0], won: [1e-6], lost: [0] };
    const chances = winChancesFromAge(small, 5, [
      { days: 30, rhythm: 1 },
      { days: 30, rhythm: 1.5 },
    ]);
    // Hazards of one in a million leave nearly everyone at risk.
    expect((chances[1] ?? 0) / (chances[0] ?? 1)).toBeCloseTo(1.5, 3);
  });

  it('never sums to more than 1', () => {
    fc.assert(
      fc.property(arbitraryHazards, fc.nat(2000), (hazards, age) => {
        const chances = winChancesFromAge(hazards, age, plain);
        expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
