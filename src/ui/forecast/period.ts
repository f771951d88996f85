import { monthOfDay, type Day, type Forecast, type ForecastGist, type PeriodForecast } from '../../engine';

/** What the Forecast screen can answer for, in the order of the switch. The names are those of `Settings.targets`. */
export const PERIODS = ['quarter', 'year', 'nextTwelve'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** The period that contains the first forecast day; the next twelve months where the forecast has no such period. */
export function periodOf(forecast: ForecastGist, name: PeriodName): PeriodForecast {
  if (name === 'quarter') return forecast.quarters[0] ?? forecast.nextTwelve;
  if (name === 'year') return forecast.years[0] ?? forecast.nextTwelve;
  return forecast.nextTwelve;
}

/**
 * Whether a sentence may say "this quarter", "this year" or "the next twelve months". It may not where the data ended
 * long ago or the plan starts later: then the months are named.
 */
export function isCurrent(period: PeriodForecast, name: PeriodName, today: Day): boolean {
  const month = monthOfDay(today);
  if (name === 'nextTwelve') return period.from === month;
  return period.from <= month && month <= period.to;
}

/** Why a period is not counted whole, if it is not. */
export function gapOf(
  forecast: Forecast,
  period: PeriodForecast,
): { at: 'start' | 'end'; month: string } | null {
  if (period.isWhole) return null;
  const last = forecast.months.at(-1)?.to;
  if (last !== undefined && last < period.to) return { at: 'end', month: last };
  const first = forecast.months[0]?.from;
  const known = forecast.past.reduce<string | undefined>(
    (earliest, { month }) => (earliest === undefined || month < earliest ? month : earliest),
    first,
  );
  return known === undefined ? null : { at: 'start', month: known > period.from ? known : period.from };
}
