import { describe, expect, test } from 'vitest';
import { monthRows } from '../../../src/ui/forecast/monthRows';
import { periodOf } from '../../../src/ui/forecast/period';
import { part, period, sampleForecast } from './sampleForecast';

describe('monthRows', () => {
  const forecast = sampleForecast();

  test('for the quarter: what is over of it, then twelve months', () => {
    const rows = monthRows(forecast, periodOf(forecast, 'quarter'), 'quarter');
    expect(rows.map(({ month }) => month).slice(0, 3)).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(rows).toHaveLength(13);
    expect(rows.filter(({ isPast }) => isPast)).toHaveLength(1);
    expect(rows.filter(({ isInPeriod }) => isInPeriod).map(({ month }) => month)).toEqual([
      '2026-10',
      '2026-11',
      '2026-12',
    ]);
  });

  test('for the year: only its months, and none before the data begins', () => {
    const rows = monthRows(forecast, periodOf(forecast, 'year'), 'year');
    expect(rows.map(({ month }) => month)).toEqual(['2026-09', '2026-10', '2026-11', '2026-12']);
  });

  test('a month that is over has no range and is wholly won', () => {
    const [october] = monthRows(forecast, periodOf(forecast, 'quarter'), 'quarter');
    expect(october).toMatchObject({ value: 60, won: 60, leads: 18, wins: 2, low: null, high: null });
    expect(october?.kinds.map(({ kind, won }) => [kind, won])).toEqual([
      ['seed', 40],
      ['net', 20],
    ]);
  });

  test('kinds add up to the month, and the range is the 10 % to the 90 % point', () => {
    for (const row of monthRows(forecast, forecast.nextTwelve, 'nextTwelve')) {
      expect(row.kinds.reduce((total, { won, toCome }) => total + won + toCome, 0)).toBe(row.value);
      expect(row.low).toBe(180);
      expect(row.high).toBe(420);
    }
  });

  test('the unsorted appear only where they bring in something', () => {
    const shows = (value: number) => {
      const month = period('2026-11', '2026-11', [part('seed', 0, 10), part('unsorted', 0, value)]);
      const one = sampleForecast({ past: [], months: [month], nextTwelve: month });
      return monthRows(one, month, 'nextTwelve')[0]?.kinds.map(({ kind }) => kind);
    };
    expect(shows(0)).toEqual(['seed']);
    expect(shows(5)).toEqual(['seed', 'unsorted']);
  });
});
