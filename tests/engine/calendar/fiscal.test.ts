import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  fiscalQuarterOf,
  fiscalYearOf,
  monthOfDay,
  monthOfQuarter,
  monthOfYear,
  monthRange,
} from '../../../src/engine';

const anyMonth = fc.integer({ min: 0, max: 40_000 }).map(monthOfDay);
const anyStart = fc.integer({ min: 1, max: 12 });

describe('fiscal periods', () => {
  it('a fiscal year is the twelve months from its first month that contain the month', () => {
    fc.assert(
      fc.property(anyMonth, anyStart, (month, start) => {
        const year = fiscalYearOf(month, start);
        expect(monthOfYear(year.from)).toBe(start);
        expect(year.to).toBe(addMonths(year.from, 11));
        expect(year.from <= month && month <= year.to).toBe(true);
      }),
      { seed: 8 },
    );
  });

  it('the four quarters of a fiscal year follow each other and fill it', () => {
    fc.assert(
      fc.property(anyMonth, anyStart, (month, start) => {
        const year = fiscalYearOf(month, start);
        const quarters = monthRange(year.from, 12).map((each) => fiscalQuarterOf(each, start));
        expect(quarters.map(({ quarter }) => quarter)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
        expect(
          quarters.map(({ from }, index) => from === addMonths(year.from, index - (index % 3))),
        ).not.toContain(false);
        expect(quarters[11]!.to).toBe(year.to);
      }),
      { seed: 9 },
    );
  });

  it('monthOfQuarter counts 0, 1, 2 from the first month of the quarter', () => {
    fc.assert(
      fc.property(anyMonth, anyStart, (month, start) => {
        const { from } = fiscalQuarterOf(month, start);
        expect(addMonths(from, monthOfQuarter(month, start))).toBe(month);
      }),
      { seed: 10 },
    );
  });

  it('knows years that begin in April', () => {
    expect(fiscalYearOf('2026-03', 4)).toEqual({ from: '2025-04', to: '2026-03' });
    expect(fiscalQuarterOf('2026-03', 4)).toEqual({ quarter: 4, from: '2026-01', to: '2026-03' });
  });
});
