import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay, lastDayOfMonth, monthRange, origins, readinessOf } from '../../../src/engine';
import { wonInMonths } from './wonDeals';

const months = monthRange('2024-01', 14);
const iso = (day: number | null): string | null => (day === null ? null : isoDay(day));

describe('readiness for a track record', () => {
  it('counts dated wins up to the data day and says what they are short of', () => {
    const deals = wonInMonths(months, new Array<number>(14).fill(3));
    const readiness = readinessOf(deals, lastDayOfMonth('2024-06'));
    expect(readiness).toMatchObject({ datedWins: 18, winsNeeded: 30, firstOrigin: null, readyOn: null });
    expect(iso(readiness.firstCreated)).toBe('2024-01-01');
    expect(iso(readiness.sixMonthsOn)).toBe('2024-06-30');
  });

  it('names the first month end that can be measured and the day it can', () => {
    const deals = wonInMonths(months, new Array<number>(14).fill(20));
    const readiness = readinessOf(deals, lastDayOfMonth('2024-04'));
    expect(iso(readiness.firstOrigin)).toBe('2024-06-30');
    expect(iso(readiness.readyOn)).toBe('2024-09-30');
  });

  it('is ready exactly when there is an origin, and names the first', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(12), { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 0, max: 450 }),
        (counts, later) => {
          const deals = wonInMonths(months, counts);
          const dataDay = lastDayOfMonth('2024-01') + later;
          const { readyOn, firstOrigin } = readinessOf(deals, dataDay);
          const [first] = origins(deals, dataDay);
          expect(readyOn !== null && readyOn <= dataDay).toBe(first !== undefined);
          if (first !== undefined) expect(firstOrigin).toBe(first);
        },
      ),
    );
  });

  it('has nothing to go by without deals', () => {
    expect(readinessOf([], 0)).toEqual({
      firstCreated: null,
      sixMonthsOn: null,
      datedWins: 0,
      winsNeeded: 30,
      firstOrigin: null,
      readyOn: null,
    });
  });
});
