import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { winShareByAge } from '../../../src/engine';
import type { Hazards } from '../../../src/engine';
import { ageBins, closingAges } from '../../../src/engine/fit/ageBins';
import type { DealTimes } from '../../../src/engine/fit/dealTimes';
import { cellOf, exposureTable } from '../../../src/engine/fit/exposure';
import { plainHazards } from '../../../src/engine/fit/causeRates';
import { monthGrid } from '../../../src/engine/fit/monthGrid';

interface Reference {
  age: number[];
  end: number[];
  incidence: number[];
}

const reference = JSON.parse(
  readFileSync(new URL('../../fixtures/engine-fit/aalen_johansen.json', import.meta.url), 'utf8'),
) as Reference;
const DATA_DAY = 20_000;

const created = DATA_DAY - 365;
const times: DealTimes = {
  count: reference.age.length,
  kind: new Uint8Array(reference.age.length).fill(1),
  created: new Int32Array(reference.age.length).fill(created),
  last: Int32Array.from(reference.age, (age) => created + age),
  end: Uint8Array.from(reference.end),
};
const grid = monthGrid(DATA_DAY - 400, DATA_DAY);

describe('hazards against the Aalen-Johansen estimator (tests/fixtures/engine-fit/aalen_johansen.py)', () => {
  it('events ÷ deal-days in bins of one day give its cumulative incidence', () => {
    const table = exposureTable(
      times,
      Array.from({ length: 181 }, (_, age) => age),
      grid,
    );
    const sum = (column: Float64Array, bin: number): number =>
      column
        .slice(cellOf(table, 1, bin, 0), cellOf(table, 1, bin + 1, 0))
        .reduce((total, value) => total + value, 0);
    const rates = (column: Float64Array): number[] =>
      table.ageFrom.map((_, bin) => sum(column, bin) / Math.max(sum(table.days, bin), 1));
    const hazards: Hazards = { ageFrom: table.ageFrom, won: rates(table.won), lost: rates(table.lost) };
    // e^-d÷(n − d/2) is 1 − d÷n but for (d÷n)³ ÷ 12: with 13 % closing on the first day 2e-4, less on the others.
    reference.incidence.slice(0, 180).forEach((share, age) => {
      expect(Math.abs(winShareByAge(hazards, age + 1) - share)).toBeLessThan(4e-4);
    });
  });

  it('the fit, with its bins and priors, stays within 1.5 percentage points of it', () => {
    const table = exposureTable(times, ageBins(times), grid);
    const hazards = plainHazards(table, 0, closingAges(times).at(-1) ?? 0)[1];
    if (hazards === undefined) throw new Error('no hazards');
    // The prior of one event a bin lends the first day some 120 deal-days to its own 3,000: 0.5 points there.
    table.ageFrom.slice(1, -1).forEach((age) => {
      expect(Math.abs(winShareByAge(hazards, age) - (reference.incidence[age - 1] ?? 0))).toBeLessThan(0.015);
    });
  });
});
