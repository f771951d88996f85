import { METHODS, type BacktestResult, type Method } from '../../engine';
import type { Measure } from './replayRows';
import { NEARLY_ALL } from './verdict';

export interface MethodRow {
  method: Method;
  /** Month ends it could say something on. */
  origins: number;
  /** Errors as a share of what happened; null where there is nothing to tell. */
  month: number | null;
  quarter: number | null;
  year: number | null;
  /** Above 0 where it forecast too much. */
  bias: number | null;
}

export type ErrorColumn = 'month' | 'quarter' | 'year';

/** A row for each method that said anything, the smallest error first. */
export function methodRows({ origins, methods }: BacktestResult, measure: Measure): MethodRow[] {
  const rows = METHODS.map((method): MethodRow => {
    const scores = methods[method];
    return {
      method,
      origins: origins.filter(({ forecasts }) => forecasts[method] !== null).length,
      month: measure === 'revenue' ? scores.wapeRevenue : scores.wapeWins,
      // Quarter, year and bias are of revenue.
      quarter: measure === 'revenue' ? scores.wapeQuarter : null,
      year: measure === 'revenue' ? scores.wapeYear : null,
      bias: measure === 'revenue' || scores.wapeRevenue === null ? scores.bias : null,
    };
  });
  const key = (row: MethodRow): number => row.quarter ?? row.month ?? Infinity;
  return rows.filter(({ origins: count }) => count > 0).sort((one, other) => key(one) - key(other));
}

/**
 * The smallest error of a column among the methods that speak on nearly every month end; others had an easier or a harder
 * time. A year is told only where there are two years behind it: there all speak alike.
 */
export function bestOf(rows: readonly MethodRow[], column: ErrorColumn): number | null {
  const most = Math.max(0, ...rows.map(({ origins }) => origins));
  const counts = (row: MethodRow): boolean => column === 'year' || row.origins >= NEARLY_ALL * most;
  const errors = rows.flatMap((row) => (counts(row) && row[column] !== null ? [row[column]] : []));
  return errors.length === 0 ? null : Math.min(...errors);
}
