import { describe, expect, it } from 'vitest';
import { dayFromDate } from '../../../src/engine';
import { ageBins } from '../../../src/engine/fit/ageBins';
import { dealTimes } from '../../../src/engine/fit/dealTimes';
import { cellOf, exposureTable, totalsByMonth } from '../../../src/engine/fit/exposure';
import { monthGrid } from '../../../src/engine/fit/monthGrid';
import { dealOf } from '../deals/dealOf';

const JANUARY_1 = dayFromDate(2025, 1, 1) ?? 0;
const FEBRUARY_28 = dayFromDate(2025, 2, 28) ?? 0;
const grid = monthGrid(JANUARY_1, FEBRUARY_28);
const NET = 1;

describe('exposureTable(times, ageFrom, grid)', () => {
  it('matches a table worked by hand', () => {
    const times = dealTimes(
      [
        // 22 January to 5 February: age 0 to 14. January 22 to 31 are 10 days of age 0 to 9, February 1 to 5 of age 10 to 14.
        dealOf({ created: JANUARY_1 + 21, outcome: 'won', closed: JANUARY_1 + 35 }),
        // Won on the day it came: half a day at risk.
        dealOf({ created: JANUARY_1, outcome: 'won', closed: JANUARY_1 }),
        // Open since 19 February: 10 days, all of age 0 to 9.
        dealOf({ created: FEBRUARY_28 - 9 }),
        // Lost before it came, a slip of the export: as on the same day.
        dealOf({ created: FEBRUARY_28, outcome: 'lost', closed: FEBRUARY_28 - 3 }),
      ],
      FEBRUARY_28,
    );
    const table = exposureTable(times, [0, 10], grid);
    const row = (column: Float64Array): number[][] =>
      [0, 1].map((bin) => [0, 1].map((month) => column[cellOf(table, NET, bin, month)] ?? NaN));
    expect(row(table.days)).toEqual([
      [10.5, 10.5],
      [0, 4.5],
    ]);
    expect(row(table.won)).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(row(table.lost)).toEqual([
      [0, 1],
      [0, 0],
    ]);
    expect([...totalsByMonth(table, table.won)]).toEqual([1, 1]);
  });

  it('counts the time before the grid for age, not for risk', () => {
    const times = dealTimes([dealOf({ created: JANUARY_1 - 100 })], FEBRUARY_28);
    const table = exposureTable(times, [0, 10, 110], grid);
    const days = [0, 1, 2].map((bin) =>
      [0, 1].reduce((sum, month) => sum + (table.days[cellOf(table, NET, bin, month)] ?? NaN), 0),
    );
    expect(days).toEqual([0, 10, 49]);
  });
});

describe('ageBins(times)', () => {
  const timesOfAges = (ages: readonly number[]): ReturnType<typeof dealTimes> =>
    dealTimes(
      ages.map((age) => dealOf({ created: FEBRUARY_28 - age, outcome: 'lost', closed: FEBRUARY_28 })),
      FEBRUARY_28,
    );

  it('puts a twelfth of the closings into each bin, 3 to 16 bins', () => {
    expect(ageBins(timesOfAges([1, 2, 3, 4, 5, 6]))).toEqual([0, 3, 5]);
    const bins = ageBins(timesOfAges(Array.from({ length: 480 }, (_, age) => age)));
    expect(bins).toHaveLength(16);
    expect(bins.slice(0, 3)).toEqual([0, 30, 60]);
  });

  it('gives same-day closings a bin of their own', () => {
    const ages = [...new Array<number>(60).fill(0), ...Array.from({ length: 60 }, (_, age) => age + 1)];
    expect(ageBins(timesOfAges(ages)).slice(0, 2)).toEqual([0, 1]);
  });

  it('has bins where nothing has closed', () => {
    expect(ageBins(timesOfAges([]))).toEqual([0, 30, 90, 365]);
  });
});
