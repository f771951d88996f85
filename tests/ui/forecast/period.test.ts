import { describe, expect, test } from 'vitest';
import { dayFromDate } from '../../../src/engine';
import { gapOf, isCurrent, periodOf } from '../../../src/ui/forecast/period';
import { period, sampleForecast } from './sampleForecast';

const day = (year: number, month: number, dayOfMonth: number) => dayFromDate(year, month, dayOfMonth) ?? NaN;

describe('periodOf', () => {
  test('takes the first quarter and the first year, which contain the start', () => {
    const forecast = sampleForecast();
    expect(periodOf(forecast, 'quarter')).toBe(forecast.quarters[0]);
    expect(periodOf(forecast, 'year')).toBe(forecast.years[0]);
    expect(periodOf(forecast, 'nextTwelve')).toBe(forecast.nextTwelve);
  });

  test('falls back to twelve months where there is no such period', () => {
    const forecast = sampleForecast({ quarters: [], years: [] });
    expect(periodOf(forecast, 'quarter')).toBe(forecast.nextTwelve);
    expect(periodOf(forecast, 'year')).toBe(forecast.nextTwelve);
  });
});

describe('isCurrent', () => {
  const quarter = period('2026-10', '2026-12', []);

  test('a quarter is this quarter from its first to its last day', () => {
    expect(isCurrent(quarter, 'quarter', day(2026, 9, 30))).toBe(false);
    expect(isCurrent(quarter, 'quarter', day(2026, 10, 1))).toBe(true);
    expect(isCurrent(quarter, 'quarter', day(2026, 12, 31))).toBe(true);
    expect(isCurrent(quarter, 'quarter', day(2027, 1, 1))).toBe(false);
  });

  test('twelve months are the next twelve only from the current month on', () => {
    const twelve = period('2026-11', '2027-10', []);
    expect(isCurrent(twelve, 'nextTwelve', day(2026, 11, 23))).toBe(true);
    expect(isCurrent(twelve, 'nextTwelve', day(2026, 12, 1))).toBe(false);
  });
});

describe('gapOf', () => {
  test('is null for a whole period', () => {
    const forecast = sampleForecast();
    expect(gapOf(forecast, forecast.nextTwelve)).toBeNull();
  });

  test('names the first known month where the data begins inside the period', () => {
    const forecast = sampleForecast();
    expect(gapOf(forecast, periodOf(forecast, 'year'))).toEqual({ at: 'start', month: '2026-09' });
  });

  test('names the last forecast month where the forecast ends inside the period', () => {
    const forecast = sampleForecast();
    const long = period('2027-01', '2027-12', [], { isWhole: false });
    expect(gapOf(forecast, long)).toEqual({ at: 'end', month: '2027-10' });
  });
});
