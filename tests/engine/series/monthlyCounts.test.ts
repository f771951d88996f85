import { describe, expect, it } from 'vitest';
import { monthRange } from '../../../src/engine';
import {
  hasSeason,
  monthsOfSeries,
  quarterPositions,
  yearPositions,
  type MonthlyCounts,
} from '../../../src/engine/series/monthlyCounts';

function countsFrom(expected: readonly number[]): MonthlyCounts {
  return {
    months: monthRange('2018-01', expected.length),
    observed: Float64Array.from(expected, (_, month) => month),
    expected: Float64Array.from(expected),
    fiscalYearStart: 4,
  };
}

describe('monthsOfSeries(counts)', () => {
  it('begins with the first month observed; later gaps stay', () => {
    const used = monthsOfSeries(countsFrom([0, 0, 5, 0, 5]));
    expect(used).toEqual({
      months: ['2018-03', '2018-04', '2018-05'],
      observed: Float64Array.from([2, 3, 4]),
      expected: Float64Array.from([5, 0, 5]),
      fiscalYearStart: 4,
    });
  });

  it('keeps the last 60', () => {
    const used = monthsOfSeries(countsFrom(new Array<number>(75).fill(1)));
    expect(used.months).toEqual(monthRange('2019-04', 60));
    expect(used.observed[0]).toBe(15);
  });

  it('keeps the last month where none was observed', () => {
    expect(monthsOfSeries(countsFrom([0, 0, 0])).months).toEqual(['2018-03']);
  });
});

describe('hasSeason(counts)', () => {
  it('from two years on', () => {
    expect(hasSeason(countsFrom(new Array<number>(23).fill(1)))).toBe(false);
    expect(hasSeason(countsFrom(new Array<number>(24).fill(1)))).toBe(true);
  });
});

describe('positions in the calendar', () => {
  const months = monthRange('2024-11', 4);

  it('of the fiscal quarter', () => {
    expect([...quarterPositions(months, 1)]).toEqual([1, 2, 0, 1]);
    expect([...quarterPositions(months, 2)]).toEqual([0, 1, 2, 0]);
  });

  it('of the year', () => {
    expect([...yearPositions(months)]).toEqual([10, 11, 0, 1]);
  });
});
