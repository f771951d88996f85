import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversionOfHazards, winShareByAge } from '../../../src/engine';
import type { Hazards } from '../../../src/engine';
import { winsOfNewLeads } from '../../../src/engine/fit/forwardRun';

const HAZARDS: Hazards = { ageFrom: [0, 20, 90], won: [0.01, 0.006, 0.001], lost: [0.02, 0.01, 0.004] };

function plainSteps(days: readonly number[]): { days: number; rhythm: number }[] {
  return days.map((each) => ({ days: each, rhythm: 1 }));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

describe('winsOfNewLeads(hazards, valueFactors, leads, steps)', () => {
  it('wins of a month’s leads: winShareByAge, a quarter of them each 1/8, 3/8, 5/8 and 7/8 into the month', () => {
    const days = [28, 31, 30];
    const { chance } = winsOfNewLeads(HAZARDS, [], [0, 80, 0], plainSteps(days));
    // Of the leads of the second month, by its end and by that of the third.
    const wonBy = (day: number): number =>
      sumOf([1, 3, 5, 7].map((part) => 20 * winShareByAge(HAZARDS, day - (part / 8) * 31)));
    expect(chance[0]).toBe(0);
    expect(chance[1]).toBeCloseTo(wonBy(31), 9);
    expect(chance[1]! + chance[2]!).toBeCloseTo(wonBy(31 + 30), 9);
  });

  it('is near the closed form of leads that come evenly', () => {
    const [won, lost] = [0.01, 0.03];
    const leaving = won + lost;
    const flat: Hazards = { ageFrom: [0], won: [won], lost: [lost] };
    const { chance } = winsOfNewLeads(flat, [], [100], plainSteps([30]));
    // ∫ of won ÷ leaving · (1 − e^−leaving·t) over the month ÷ its days.
    const even = 100 * (won / leaving) * (1 - -Math.expm1(-leaving * 30) / (leaving * 30));
    // Four middles for an integral: (leaving · days ÷ 4)² ÷ 24 of those still open, who are 1.4 times as many as have left: 0.52 %.
    expect(Math.abs(chance[0]! / even - 1)).toBeLessThan(0.0055);
  });

  it('in the end wins what the hazards convert, whenever the leads came', () => {
    const steps = plainSteps([31, 30, 31, 4000]);
    const { chance } = winsOfNewLeads(HAZARDS, [], [10, 20, 30], steps);
    expect(sumOf(chance)).toBeCloseTo(60 * conversionOfHazards(HAZARDS), 6);
  });

  it('a rhythm on both hazards is a clock that runs faster', () => {
    const twice: Hazards = { ...HAZARDS, won: [0.02], lost: [0.04], ageFrom: [0] };
    const once: Hazards = { ageFrom: [0], won: [0.01], lost: [0.02] };
    const faster = [30, 30].map((days) => ({ days, rhythm: 2, lostRhythm: 2 }));
    expect(winsOfNewLeads(once, [], [5, 5], faster).chance).toEqual(
      winsOfNewLeads(twice, [], [5, 5], plainSteps([30, 30])).chance.map(
        (chance) => expect.closeTo(chance, 12) as number,
      ),
    );
  });

  it('values a win by the age at which it is won', () => {
    const steps = plainSteps([30, 31, 30, 31]);
    const { chance, worth } = winsOfNewLeads(HAZARDS, [1, 1, 3], [40], steps);
    // Up to 90 days of age all are worth 1: the first three months see none older, the fourth some.
    [0, 1].forEach((month) => expect(worth[month]).toBeCloseTo(chance[month]!, 12));
    const old = sumOf(
      [1, 3, 5, 7].map((part) => {
        const age = 122 - (part / 8) * 30;
        return 10 * (winShareByAge(HAZARDS, age) - winShareByAge(HAZARDS, Math.min(age, 90)));
      }),
    );
    expect(sumOf(worth) - sumOf(chance)).toBeCloseTo(2 * old, 9);
  });

  it('is linear in the leads, and leaves out those beyond the steps', () => {
    const leads = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 3, maxLength: 6 });
    fc.assert(
      fc.property(leads, (counts) => {
        const steps = plainSteps([31, 28, 31]);
        const together = winsOfNewLeads(HAZARDS, [], counts, steps).chance;
        const apart = counts.map((count, month) =>
          winsOfNewLeads(HAZARDS, [], [...new Array<number>(month).fill(0), count], steps),
        );
        expect(together).toHaveLength(3);
        together.forEach((wins, month) =>
          expect(wins).toBeCloseTo(sumOf(apart.map(({ chance }) => chance[month]!)), 9),
        );
      }),
    );
  });
});
