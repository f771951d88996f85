import { describe, expect, test } from 'vitest';
import { fileName } from '../../../src/ui/export/fileName';
import { forecastTable } from '../../../src/ui/export/forecastTable';
import { sampleForecast } from '../forecast/sampleForecast';

describe('forecastTable', () => {
  const forecast = sampleForecast();
  const { headers, rows } = forecastTable(forecast);

  test('has every month that is known or forecast, as a day that spreadsheets count with', () => {
    const past = new Set(forecast.past.map(({ month }) => month));
    expect(rows).toHaveLength(past.size + forecast.months.length);
    expect(rows[0]?.[0]).toEqual({ day: expect.any(Number) as number });
    expect(new Set(rows.map(([month]) => JSON.stringify(month))).size).toBe(rows.length);
  });

  test('has as many cells as headers, kinds that add up to the total, and a range only where it is not over', () => {
    const total = headers.indexOf('Total, SEK');
    expect(total).toBeGreaterThan(3);
    for (const row of rows) {
      expect(row).toHaveLength(headers.length);
      const kinds = row.slice(3, total).map(Number);
      expect(kinds.reduce((sum, value) => sum + value, 0)).toBeCloseTo(Number(row[total]), 1);
      expect(row.at(-1) === null).toBe(row.at(-2) === null);
    }
    expect(rows[0]?.at(-1)).toBeNull();
    expect(rows.at(-1)?.at(-1)).toEqual(expect.any(Number));
  });
});

test('files are named by what they are and the day where the user is', () => {
  expect(fileName('deals', 'xlsx', new Date(2026, 0, 5, 23, 59))).toBe('seedcast-deals-2026-01-05.xlsx');
});
