import type { Spread } from '../simulate/forecast';
import type { BacktestScores, Coverage, Method, MethodScores, OriginResult, Outlook } from './backtestTypes';
import { METHODS } from './backtestTypes';

/** A forecast beside what happened. */
interface Pair {
  forecast: number;
  actual: number;
}

const QUANTILES = [
  [0.05, 'q05'],
  [0.1, 'q10'],
  [0.25, 'q25'],
  [0.5, 'q50'],
  [0.75, 'q75'],
  [0.9, 'q90'],
  [0.95, 'q95'],
] as const;

/** Errors of every method and coverage of Seedcast's ranges, over all origins given. */
export function scoreOrigins(origins: readonly OriginResult[]): BacktestScores {
  const scores = METHODS.map((method) => [method, scoreMethod(origins, method)] as const);
  return {
    methods: Object.fromEntries(scores) as Record<Method, MethodScores>,
    coverage50: coverage(origins, 'q25', 'q75'),
    coverage80: coverage(origins, 'q10', 'q90'),
  };
}

function scoreMethod(origins: readonly OriginResult[], method: Method): MethodScores {
  const pairs = (pick: (outlook: Outlook) => readonly (number | null)[]): Pair[] =>
    origins.flatMap(({ actual, forecasts }) => {
      const outlook = forecasts[method];
      if (outlook === null) return [];
      const said = pick(outlook);
      return pick(actual).flatMap((happened, index) => {
        const forecast = said[index] ?? null;
        return happened === null || forecast === null ? [] : [{ forecast, actual: happened }];
      });
    });
  const wins = pairs(({ wins }) => wins);
  const revenue = pairs(({ revenue }) => revenue);
  return {
    wapeWins: wape(wins),
    wapeRevenue: wape(revenue),
    wapeQuarter: wape(pairs(({ quarter }) => [quarter])),
    wapeYear: wape(pairs(({ year }) => [year])),
    bias: bias(revenue) ?? bias(wins),
    pinball: method === 'seedcast' ? pinballOfRanges(origins) : halved(wape(revenue)),
  };
}

function totalActual(pairs: readonly Pair[]): number {
  return pairs.reduce((sum, { actual }) => sum + actual, 0);
}

function wape(pairs: readonly Pair[]): number | null {
  const total = totalActual(pairs);
  if (!(total > 0)) return null;
  return pairs.reduce((sum, { forecast, actual }) => sum + Math.abs(forecast - actual), 0) / total;
}

function bias(pairs: readonly Pair[]): number | null {
  const total = totalActual(pairs);
  if (!(total > 0)) return null;
  return pairs.reduce((sum, { forecast, actual }) => sum + forecast - actual, 0) / total;
}

/** One figure for all quantiles, these lying evenly around the middle, loses half its distance. */
function halved(error: number | null): number | null {
  return error === null ? null : error / 2;
}

function pinballOfRanges(origins: readonly OriginResult[]): number | null {
  let loss = 0;
  let total = 0;
  for (const { actual, ranges } of origins) {
    ranges.revenue.forEach((spread, month) => {
      const happened = actual.revenue[month]!;
      total += happened;
      for (const [share, quantile] of QUANTILES) {
        const above = happened - spread[quantile];
        loss += Math.max(share * above, (share - 1) * above) / QUANTILES.length;
      }
    });
  }
  return total > 0 ? loss / total : null;
}

function coverage(origins: readonly OriginResult[], low: keyof Spread, high: keyof Spread): Coverage {
  const share = (pick: (origin: OriginResult) => readonly (readonly [Spread, number])[]): number | null => {
    const cases = origins.flatMap(pick);
    // Without any amount every range is a point at 0, and holding it proves nothing.
    if (cases.every(([, actual]) => actual === 0)) return null;
    return (
      cases.filter(([spread, actual]) => actual >= spread[low] && actual <= spread[high]).length /
      cases.length
    );
  };
  return {
    wins: share(({ ranges, actual }) =>
      ranges.wins.map((spread, month) => [spread, actual.wins[month]!] as const),
    ),
    revenue: share(({ ranges, actual }) =>
      ranges.revenue.map((spread, month) => [spread, actual.revenue[month]!] as const),
    ),
    quarter: share(({ ranges, actual }) => [[ranges.quarter, actual.quarter] as const]),
  };
}
