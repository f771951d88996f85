import {
  lastDayOfMonth,
  METHODS,
  monthRange,
  scoreOrigins,
  type BacktestResult,
  type Method,
  type OriginResult,
  type Outlook,
  type Spread,
} from '../../../src/engine';

export function spread(low: number, high: number): Spread {
  const middle = (low + high) / 2;
  const quarter = (high - low) / 4;
  return {
    mean: middle,
    q05: low,
    q10: low,
    q25: middle - quarter,
    q50: middle,
    q75: middle + quarter,
    q90: high,
    q95: high,
  };
}

/** Three months alike. */
export function outlook(wins: number, revenue: number, year: number | null = null): Outlook {
  return { wins: [wins, wins, wins], revenue: [revenue, revenue, revenue], quarter: 3 * revenue, year };
}

/** A replay of month ends in a row, each made from what `say` gives for it. */
export function replayOf(
  count: number,
  say: (index: number) => {
    actual: Outlook;
    said: Partial<Record<Method, Outlook | null>>;
    range?: Spread;
  },
): BacktestResult {
  const origins = monthRange('2025-01', count).map((month, index): OriginResult => {
    const { actual, said, range = spread(80, 120) } = say(index);
    const forecasts = Object.fromEntries(METHODS.map((method) => [method, said[method] ?? null]));
    return {
      origin: lastDayOfMonth(month),
      actual,
      forecasts: forecasts as Record<Method, Outlook | null>,
      ranges: {
        wins: [spread(8, 12), spread(8, 12), spread(8, 12)],
        revenue: [range, range, range],
        quarter: spread(3 * range.q10, 3 * range.q90),
      },
      surprise: { wins: 1, revenue: 1, quarter: 1 },
    };
  });
  const calibration = { wins: 1, revenue: 1, quarter: 1, origins: count };
  return { origins, calibration, ...scoreOrigins(origins) };
}
