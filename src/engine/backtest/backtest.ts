import type { Day } from '../calendar/calendar';
import { monthOfDay, monthsBetween } from '../calendar/month';
import { asOf } from '../deals/asOf';
import type { Deal } from '../deals/deal';
import { fit } from '../fit/fit';
import { simulate } from '../simulate/simulation';
import type { BacktestResult, OriginResult, Outlook, OutlookRanges } from './backtestTypes';
import { MONTHS_OF_YEAR, MONTHS_SCORED } from './backtestTypes';
import { actuals, outlookOf } from './monthlyWins';
import { origins as originsOf } from './origins';
import { scoreOrigins } from './scores';
import { simpleForecasts } from './simpleForecasts';
import type { Snapshot } from './snapshotPipeline';

export interface BacktestOptions {
  /** The day the export shows; nothing later is known. */
  dataDay: Day;
  fiscalYearStart: number;
  currency: string;
  /** Simulated paths per origin. Default 1,000: the share inside an 80 % range is then 80 ± 1.3 %. */
  paths?: number;
  seed?: number;
  /** Score only deals already there at the origin: for data whose leads stop coming before its wins do. */
  isRunOff?: boolean;
  /** Open stages in funnel order, as `fit` takes them. */
  stages?: readonly string[];
  /** Earlier exports of the same deals, for the weighted pipeline as it was shown. */
  snapshots?: readonly Snapshot[];
  /** Only these days instead of all that qualify. */
  origins?: readonly Day[];
}

/** A backtest in slices, so that a worker can report progress and stop between them. */
export interface Backtest {
  /** How many origins there are. */
  readonly total: number;
  /** Forecasts from up to so many more origins; returns how many are done in all. */
  advance(origins: number): number;
  /** Forecasts from what is left and scores. */
  finish(): BacktestResult;
}

const DEFAULT_PATHS = 1000;
const MONTHS_BEHIND_A_YEAR = 24;

/**
 * Forecasts again from each past month end and holds it against what happened, beside the simple methods. Everything that
 * forecasts sees only the deals `asOf` the origin; amounts of deals then open are hidden as well, since an export shows
 * only what they became. The same deals and seed give the same result, in slices of any size.
 */
export function createBacktest(deals: readonly Deal[], options: BacktestOptions): Backtest {
  const days = options.origins ?? originsOf(deals, options.dataDay);
  const results: OriginResult[] = [];
  const advance = (count: number): number => {
    const end = Math.min(days.length, results.length + Math.max(0, Math.floor(count)));
    while (results.length < end) results.push(replayOrigin(deals, days[results.length]!, options));
    return results.length;
  };
  return {
    total: days.length,
    advance,
    finish() {
      advance(days.length);
      return { origins: results, ...scoreOrigins(results) };
    },
  };
}

/** The deals as a forecast from the origin may know them. */
export function knownAtOrigin(deals: readonly Deal[], origin: Day, exportDay: Day): Deal[] {
  return asOf(deals, origin, exportDay).map((deal) =>
    deal.outcome === 'open' && deal.amount !== null ? { ...deal, amount: null } : deal,
  );
}

function replayOrigin(deals: readonly Deal[], origin: Day, options: BacktestOptions): OriginResult {
  const { dataDay, currency, fiscalYearStart, paths = DEFAULT_PATHS, seed = 1, isRunOff = false } = options;
  const known = knownAtOrigin(deals, origin, dataDay);
  const firstCreated = known.reduce((first, deal) => Math.min(first, deal.created), origin);
  const hasYear =
    !isRunOff && monthsBetween(monthOfDay(firstCreated), monthOfDay(origin)) + 1 >= MONTHS_BEHIND_A_YEAR;
  const happened = actuals(deals, origin, dataDay, currency, isRunOff);
  const actual = hasYear ? happened : { ...happened, year: null };
  const { model } = fit(known, {
    dataDay: origin,
    // A year is simulated only where it can be scored.
    horizonMonths: actual.year === null ? MONTHS_SCORED : MONTHS_OF_YEAR,
    fiscalYearStart,
    currency,
    ...(options.stages ? { stages: options.stages } : {}),
  });
  const scored = isRunOff
    ? {
        ...model,
        kinds: model.kinds.map((kind) => ({
          ...kind,
          arrivals: { ...kind.arrivals, monthly: model.months.map(() => 0) },
        })),
      }
    : model;
  const forecast = simulate(scored, { paths, seed });
  const months = forecast.months.slice(0, MONTHS_SCORED);
  const ranges: OutlookRanges = {
    wins: months.map(({ wins }) => wins),
    revenue: months.map(({ value }) => value),
    quarter: forecast.running[MONTHS_SCORED - 1]!,
  };
  const seedcast: Outlook = outlookOf(
    forecast.months.map(({ wins }) => wins.mean),
    forecast.months.map(({ value }) => value.mean),
    actual.year !== null,
  );
  return {
    origin,
    actual,
    forecasts: { seedcast, ...simpleForecasts(known, origin, currency, isRunOff, options.snapshots) },
    ranges,
  };
}
