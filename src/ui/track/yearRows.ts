import { addMonths, monthOfDay, type BacktestResult, type Month } from '../../engine';

export interface YearRow {
  from: Month;
  to: Month;
  forecast: number;
  actual: number;
}

const MONTHS_OF_YEAR = 12;

/** Totals of the twelve months after a month end, where there are 24 months behind it and 12 ahead; the latest first. */
export function yearRows({ origins }: BacktestResult): YearRow[] {
  return origins
    .flatMap(({ origin, actual, forecasts }) => {
      const forecast = forecasts.seedcast?.year ?? null;
      if (actual.year === null || forecast === null) return [];
      const after = monthOfDay(origin);
      return {
        from: addMonths(after, 1),
        to: addMonths(after, MONTHS_OF_YEAR),
        forecast,
        actual: actual.year,
      };
    })
    .reverse();
}
