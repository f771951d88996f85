import {
  monthOfDay,
  monthsBetween,
  scoreOrigins,
  SIMPLE_METHODS,
  type BacktestResult,
  type OriginResult,
  type SimpleMethod,
} from '../../engine';

/** What errors are told in: a quarter's revenue, or the number of wins a month where there are no amounts. */
export type ErrorMeasure = 'wapeQuarter' | 'wapeWins';

/** A method's error beside the forecast's own, on the month ends both have something to say on. */
export interface Rival {
  method: SimpleMethod;
  error: number;
  own: number;
  origins: number;
}

/** The answer to "can I believe it", in figures; null where nothing was won in all that time. */
export interface Verdict {
  measure: ErrorMeasure;
  /** The forecast's own error over all month ends. */
  own: number;
  /** Months that were forecast, each once. */
  months: number;
  origins: number;
  /** What the user's own CRM showed, where earlier imports kept it. */
  pipeline: Rival | null;
  /** The best of the simple methods that speak on (nearly) every month end, known only with hindsight. */
  best: Rival | null;
  /** One that did better where it speaks: on at least half of the month ends; the best such, or the best of all. */
  better: Rival | null;
}

/** With fewer month ends a comparison says nothing. */
const FEWEST_ORIGINS = 3;
/** A method that speaks on fewer of the month ends had an easier or a harder time. */
export const NEARLY_ALL = 0.9;
const HALF = 0.5;
const MONTHS_FROM_ORIGIN = 3;

/** Calendar months covered by the three months after each month end. */
export function monthsCovered(origins: readonly OriginResult[]): number {
  const first = origins[0];
  const last = origins.at(-1);
  if (!first || !last) return 0;
  return monthsBetween(monthOfDay(first.origin), monthOfDay(last.origin)) + MONTHS_FROM_ORIGIN;
}

function rivalOf(
  origins: readonly OriginResult[],
  method: SimpleMethod,
  measure: ErrorMeasure,
): Rival | null {
  const common = origins.filter(({ forecasts }) => forecasts[method] !== null && forecasts.seedcast !== null);
  if (common.length < FEWEST_ORIGINS) return null;
  const { methods } = scoreOrigins(common);
  const error = methods[method][measure];
  const own = methods.seedcast[measure];
  return error === null || own === null ? null : { method, error, own, origins: common.length };
}

export function verdictOf({ origins, methods }: BacktestResult): Verdict | null {
  const measure: ErrorMeasure = methods.seedcast.wapeQuarter === null ? 'wapeWins' : 'wapeQuarter';
  const own = methods.seedcast[measure];
  if (own === null) return null;
  const rivals = SIMPLE_METHODS.flatMap((method) => rivalOf(origins, method, measure) ?? []);
  const among = (share: number): Rival[] => rivals.filter((rival) => rival.origins >= share * origins.length);
  const best = leastError(among(NEARLY_ALL));
  const ahead = leastError(among(HALF).filter(({ error, own: ours }) => error < ours));
  return {
    measure,
    own,
    months: monthsCovered(origins),
    origins: origins.length,
    pipeline: rivals.find(({ method }) => method === 'weightedPipeline') ?? null,
    best,
    better: best && best.error < best.own ? best : ahead,
  };
}

/** By how far each is ahead of the forecast where both speak: errors of different times are not to be compared. */
function leastError(rivals: readonly Rival[]): Rival | null {
  return rivals.reduce<Rival | null>(
    (least, rival) => (least === null || rival.error / rival.own < least.error / least.own ? rival : least),
    null,
  );
}
