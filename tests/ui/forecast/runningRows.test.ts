import { expect, test } from 'vitest';
import { periodOf } from '../../../src/ui/forecast/period';
import { runningRows } from '../../../src/ui/forecast/runningRows';
import { sampleForecast } from './sampleForecast';

const forecast = sampleForecast();

test('the running total begins with the known months of the period and adds what is expected', () => {
  const rows = runningRows(forecast, periodOf(forecast, 'quarter'));
  expect(rows.map(({ month, mean }) => [month, mean])).toEqual([
    ['2026-10', 60],
    ['2026-11', 360],
    ['2026-12', 660],
  ]);
});

test('a known month has no spread', () => {
  const [october] = runningRows(forecast, periodOf(forecast, 'quarter'));
  expect(october).toMatchObject({ isPast: true, q10: 60, q90: 60 });
});

test('quantiles are ordered in every row', () => {
  for (const { q10, q25, q50, q75, q90 } of runningRows(forecast, forecast.nextTwelve))
    expect([q10, q25, q50, q75, q90]).toEqual([q10, q25, q50, q75, q90].sort((one, other) => one - other));
});

test('twelve months from today have no known month', () => {
  expect(runningRows(forecast, forecast.nextTwelve).every(({ isPast }) => !isPast)).toBe(true);
});
