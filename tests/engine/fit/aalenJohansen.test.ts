import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { winShareByAge } from '../../../src/engine';
import type { Hazards } from '../../../src/engine';
import { ageBins, closingAges } from '../../../src/engine/fit/ageBins';
import { plainHazards } from '../../../src/engine/fit/causeRates';
import type { DealTimes } from '../../../src/engine/fit/dealTimes';
import { cellOf, exposureTable } from '../../../src/engine/fit/exposure';
import { monthGrid } from '../../../src/engine/fit/monthGrid';

/** Ages in days; end 1 won, 2 lost, 0 still open at the end of that day of its life. */
interface Deals {
  age: number[];
  end: number[];
}

/** By day of a deal's life: the estimate at the end of that day. */
interface Estimate {
  survival: number[];
  wonIncidence: number[];
  lostIncidence: number[];
  wonHazard: number[];
  lostHazard: number[];
}

function readFixture(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../../fixtures/engine-fit/${name}`, import.meta.url), 'utf8'),
  ) as unknown;
}

const byDefinition = readFixture('aalen_johansen.json') as Deals & { incidence: number[] };
const byR = readFixture('aalen_johansen_r.json') as { simulated: Estimate; byHand: Estimate };

const DATA_DAY = 20_000;
const CREATED = DATA_DAY - 365;
const grid = monthGrid(DATA_DAY - 400, DATA_DAY);

function timesOf({ age, end }: Deals): DealTimes {
  return {
    count: age.length,
    kind: new Uint8Array(age.length).fill(1),
    created: new Int32Array(age.length).fill(CREATED),
    last: Int32Array.from(age, (days) => CREATED + days),
    end: Uint8Array.from(end),
  };
}

/** Closings of each day of life and the deal-days at risk, in bins of one day. */
function dailyCounts(deals: Deals, days: number): { won: number[]; lost: number[]; risk: number[] } {
  const ageFrom = Array.from({ length: days + 1 }, (_, age) => age);
  const table = exposureTable(timesOf(deals), ageFrom, grid);
  const byDay = (column: Float64Array): number[] =>
    ageFrom
      .slice(0, days)
      .map((_, bin) =>
        column
          .slice(cellOf(table, 1, bin, 0), cellOf(table, 1, bin + 1, 0))
          .reduce((total, value) => total + value, 0),
      );
  return { won: byDay(table.won), lost: byDay(table.lost), risk: byDay(table.days) };
}

function dailyHazards(deals: Deals, days: number): Hazards {
  const { won, lost, risk } = dailyCounts(deals, days);
  const rate = (closings: number, day: number): number => closings / Math.max(risk[day]!, 1);
  return { ageFrom: risk.map((_, day) => day), won: won.map(rate), lost: lost.map(rate) };
}

/** The same with won and lost exchanged. */
function exchanged({ ageFrom, won, lost }: Hazards): Hazards {
  return { ageFrom, won: lost, lost: won };
}

/** Nelson-Aalen's hazard up to each day: the closings of a day ÷ all at risk when it begins, half a closing's day given back. */
function nelsonAalen(deals: Deals, days: number, cause: 'won' | 'lost'): number[] {
  const counts = dailyCounts(deals, days);
  let sum = 0;
  return counts.risk.map((risk, day) => {
    const atStart = risk + (counts.won[day]! + counts.lost[day]!) / 2;
    return (sum += atStart > 0 ? counts[cause][day]! / atStart : 0);
  });
}

describe("deal-days and closings against R's survival (tests/fixtures/engine-fit/aalen_johansen.R)", () => {
  const days = 180;
  const hazards = dailyHazards(byDefinition, days);

  it.each(['won', 'lost'] as const)('give the cumulative hazard of %s', (cause) => {
    const expected = cause === 'won' ? byR.simulated.wonHazard : byR.simulated.lostHazard;
    // R's output has ten digits.
    nelsonAalen(byDefinition, days, cause).forEach((hazard, day) =>
      expect(Math.abs(hazard - expected[day]!)).toBeLessThan(1e-9),
    );
  });

  it('give the cumulative incidence of won and of lost', () => {
    // e^-d÷(n − d/2) is 1 − d÷n but for (d÷n)³ ÷ 12: with 13 % closing on the first day 2e-4, less on the others.
    for (let day = 0; day < days; day++) {
      expect(Math.abs(winShareByAge(hazards, day + 1) - byR.simulated.wonIncidence[day]!)).toBeLessThan(4e-4);
      expect(
        Math.abs(winShareByAge(exchanged(hazards), day + 1) - byR.simulated.lostIncidence[day]!),
      ).toBeLessThan(4e-4);
    }
  });

  it('R agrees with the estimator by its definition (aalen_johansen.py)', () => {
    byDefinition.incidence.forEach((share, day) =>
      // That file has nine digits.
      expect(Math.abs(share - byR.simulated.wonIncidence[day]!)).toBeLessThan(1e-9),
    );
  });
});

/**
 * Ten deals with ties, wins on the day they came, and deals still open among them:
 *
 *     day  at risk  won  lost  open   survival                  won by then                 lost by then
 *     0         10    2     0     1   8/10                      2/10                        0
 *     1          7    0     1     0   8/10 · 6/7 = 24/35        2/10                        8/10 · 1/7 = 4/35
 *     2          6    1     1     1   24/35 · 4/6 = 16/35       2/10 + 24/35 · 1/6 = 11/35  4/35 + 24/35 · 1/6 = 8/35
 *     4          3    1     0     0   16/35 · 2/3 = 32/105      11/35 + 16/35 · 1/3 = 7/15  8/35
 *     5          2    0     0     2   32/105                    7/15                        8/35
 */
describe('a table worked by hand', () => {
  const deals: Deals = { age: [0, 0, 0, 1, 2, 2, 2, 4, 5, 5], end: [1, 1, 0, 2, 1, 2, 0, 1, 0, 0] };
  const won = [2 / 10, 2 / 10, 11 / 35, 11 / 35, 7 / 15, 7 / 15];
  const lost = [0, 4 / 35, 8 / 35, 8 / 35, 8 / 35, 8 / 35];
  const hazards = dailyHazards(deals, 6);

  it('has at risk who was there when the day began, less half a day for each who closed', () => {
    expect(dailyCounts(deals, 6)).toEqual({
      won: [2, 0, 1, 0, 1, 0],
      lost: [0, 1, 1, 0, 0, 0],
      risk: [10 - 1, 7 - 0.5, 6 - 1, 3, 3 - 0.5, 2],
    });
  });

  it('is what R finds', () => {
    won.forEach((share, day) => expect(byR.byHand.wonIncidence[day]).toBeCloseTo(share, 9));
    lost.forEach((share, day) => expect(byR.byHand.lostIncidence[day]).toBeCloseTo(share, 9));
    nelsonAalen(deals, 6, 'won').forEach((hazard, day) =>
      expect(hazard).toBeCloseTo(byR.byHand.wonHazard[day]!, 9),
    );
    nelsonAalen(deals, 6, 'lost').forEach((hazard, day) =>
      expect(hazard).toBeCloseTo(byR.byHand.lostHazard[day]!, 9),
    );
  });

  it('gives won and lost shares that differ from it by no more than the half day explains', () => {
    // (d÷n)³ ÷ 12 of those at risk: a third of them close on days 2 and 4, 3e-3 each at most.
    won.forEach((share, day) => {
      expect(Math.abs(winShareByAge(hazards, day + 1) - share)).toBeLessThan(5e-3);
      expect(Math.abs(winShareByAge(exchanged(hazards), day + 1) - lost[day]!)).toBeLessThan(5e-3);
    });
  });
});

describe('the fit, with its bins and priors', () => {
  it('stays within 1.5 percentage points of the Aalen-Johansen estimate', () => {
    const times = timesOf(byDefinition);
    const table = exposureTable(times, ageBins(times), grid);
    const hazards = plainHazards(table, 0, closingAges(times).at(-1) ?? 0)[1];
    if (hazards === undefined) throw new Error('no hazards');
    // The prior of one event a bin lends the first day some 120 deal-days to its own 3,000: 0.5 points there.
    table.ageFrom.slice(1, -1).forEach((age) => {
      expect(Math.abs(winShareByAge(hazards, age) - byR.simulated.wonIncidence[age - 1]!)).toBeLessThan(
        0.015,
      );
    });
  });
});
