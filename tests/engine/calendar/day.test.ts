import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayFromDate, isoDay } from '../../../src/engine';

const DAY_MS = 86_400_000;
// Years 1 to 9999: JS Date's own proleptic Gregorian calendar is the reference.
const anyDay = fc.integer({ min: -719_162, max: 2_932_896 });

describe('Day', () => {
  it('counts days as JS Date does in UTC, from year 1 to 9999', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * DAY_MS);
        expect(dateOfDay(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          dayOfMonth: date.getUTCDate(),
        });
        expect(isoDay(day)).toBe(date.toISOString().slice(0, 10));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, dayOfMonth } = dateOfDay(day);
        expect(dayFromDate(year, month, dayOfMonth)).toBe(day);
      }),
      { numRuns: 2000, seed: 2 },
    );
  });

  it('accepts exactly the dates that exist', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: -1, max: 14 }),
        fc.integer({ min: -1, max: 33 }),
        (year, month, dayOfMonth) => {
          const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
          const exists = date.getUTCMonth() + 1 === month && date.getUTCDate() === dayOfMonth;
          expect(dayFromDate(year, month, dayOfMonth)).toBe(exists ? date.getTime() / DAY_MS : null);
        },
      ),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('answers null for what is not a whole number', () => {
    expect(dayFromDate(2026, 1.5, 1)).toBeNull();
    expect(dayFromDate(NaN, 1, 1)).toBeNull();
  });

  it('knows the leap years of the century rule', () => {
    expect(dayFromDate(1900, 2, 29)).toBeNull();
    expect(dayFromDate(2000, 2, 29)).not.toBeNull();
    expect(dayFromDate(1970, 1, 1)).toBe(0);
  });
});
