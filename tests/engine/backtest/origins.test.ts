import { describe, expect, it } from 'vitest';
import { isoDay, lastDayOfMonth, monthRange, origins } from '../../../src/engine';
import { dealOf } from '../deals/dealOf';
import { wonIn, wonInMonths } from './wonDeals';

describe('origins', () => {
  const months = monthRange('2024-01', 14);
  const deals = wonInMonths(months, new Array<number>(14).fill(10));
  const on = (day: number, from = deals): string[] => origins(from, day).map(isoDay);

  it('are month ends with six months since the first deal and three whole months ahead', () => {
    expect(on(lastDayOfMonth('2024-12'))).toEqual(['2024-06-30', '2024-07-31', '2024-08-31', '2024-09-30']);
  });

  it('need the last month ahead to be whole', () => {
    expect(on(lastDayOfMonth('2024-12') - 1).at(-1)).toBe('2024-08-31');
  });

  it('need six months to the day since the first deal', () => {
    const later = deals.filter((deal) => deal.closed !== null && deal.closed > lastDayOfMonth('2024-01'));
    const early = dealOf({ id: 'first', created: lastDayOfMonth('2024-01') });
    expect(on(lastDayOfMonth('2024-12'), [early, ...later])[0]).toBe('2024-07-31');
  });

  it('need 30 dated wins behind', () => {
    const few = wonInMonths(months, new Array<number>(14).fill(3));
    expect(on(lastDayOfMonth('2025-02'), few)[0]).toBe('2024-10-31');
    const undated = few.map((deal) => ({ ...deal, closed: null }));
    expect(on(lastDayOfMonth('2025-02'), undated)).toEqual([]);
  });

  it('are none without deals, or before the first', () => {
    expect(on(lastDayOfMonth('2025-02'), [])).toEqual([]);
    expect(on(lastDayOfMonth('2023-02'), wonIn('2024-01', 40))).toEqual([]);
  });
});
