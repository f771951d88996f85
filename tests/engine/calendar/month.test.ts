import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  daysInMonth,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOfDay,
  monthOfYear,
  monthRange,
  monthsBetween,
  type Month,
} from '../../../src/engine';

const anyDay = fc.integer({ min: -365_000, max: 365_000 });
const anyMonth = anyDay.map(monthOfDay);

describe('Month', () => {
  it('contains its days, the first and the last included', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const month = monthOfDay(day);
        expect(firstDayOfMonth(month)).toBeLessThanOrEqual(day);
        expect(lastDayOfMonth(month)).toBeGreaterThanOrEqual(day);
        expect(monthOfDay(firstDayOfMonth(month))).toBe(month);
        expect(monthOfDay(lastDayOfMonth(month))).toBe(month);
        expect(monthOfDay(lastDayOfMonth(month) + 1)).toBe(addMonths(month, 1));
      }),
      { seed: 4 },
    );
  });

  it('has as many days as JS Date says', () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const [year, monthNumber] = month.split('-').map(Number);
        expect(daysInMonth(month)).toBe(new Date(Date.UTC(year!, monthNumber!, 0)).getUTCDate());
        expect(monthOfYear(month)).toBe(monthNumber);
      }),
      { seed: 5 },
    );
  });

  it('adds and subtracts: monthsBetween undoes addMonths', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: -600, max: 600 }), (month, count) => {
        expect(monthsBetween(month, addMonths(month, count))).toBe(count);
        expect(addMonths(addMonths(month, count), -count)).toBe(month);
      }),
      { seed: 6 },
    );
  });

  it('sorts as text in order of time', () => {
    fc.assert(
      fc.property(anyMonth, anyMonth, (first, second) => {
        expect(first < second).toBe(monthsBetween(first, second) > 0);
      }),
      { seed: 7 },
    );
  });

  it('makes a range of consecutive months, empty for a count below 1', () => {
    expect(monthRange('2026-11', 4)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
    expect(monthRange('2026-11', 0)).toEqual([]);
    expect(monthRange('2026-11', -3)).toEqual([]);
  });

  it('throws for text that is no month', () => {
    expect(() => firstDayOfMonth('nonsense' as Month)).toThrow(RangeError);
  });
});
