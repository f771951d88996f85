import type { Day } from '../calendar/calendar';
import { addMonths, lastDayOfMonth, monthOfDay, monthsBetween } from '../calendar/month';
import { asOf } from '../deals/asOf';
import type { Deal } from '../deals/deal';
import { calibrate, calibrationFrom, surpriseOf, type Calibration } from '../fit/calibration';
import { fit } from '../fit/fit';
import { predictMonths } from '../fit/predictiveVariance';
import type { FunnelModel } from '../funnel/model';
import { exactMean } from '../simulate/exactMean';
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
    while (results.length < end) {
      const origin = days[results.length]!;
      results.push(replayOrigin(deals, origin, options, calibrationAt(results, origin)));
    }
    return results.length;
  };
  return {
    total: days.length,
    advance,
    finish() {
      advance(days.length);
      return {
        origins: results,
        calibration: calibrationAt(results, options.dataDay),
        ...scoreOrigins(results),
      };
    },
  };
}

/** The deals as a forecast from the origin may know them. */
export function knownAtOrigin(deals: readonly Deal[], origin: Day, exportDay: Day): Deal[] {
  return asOf(deals, origin, exportDay).map((deal) =>
    deal.outcome === 'open' && deal.amount !== null ? { ...deal, amount: null } : deal,
  );
}

/** What the forecasts of earlier origins had shown by a day: those whose three months were over. */
function calibrationAt(results: readonly OriginResult[], day: Day): Calibration {
  return calibrationFrom(
    results.flatMap(({ origin, surprise }) => {
      const lastMonth = addMonths(monthOfDay(origin + 1), MONTHS_SCORED - 1);
      return lastDayOfMonth(lastMonth) <= day ? [surprise] : [];
    }),
  );
}

function replayOrigin(
  deals: readonly Deal[],
  origin: Day,
  options: BacktestOptions,
  calibration: Calibration,
): OriginResult {
  const { dataDay, currency, fiscalYearStart, paths = DEFAULT_PATHS, seed = 1, isRunOff = false } = options;
  const known = knownAtOrigin(deals, origin, dataDay);
  const firstCreated = known.reduce((first, deal) => Math.min(first, deal.created), origin);
  const hasYear =
    !isRunOff && monthsBetween(monthOfDay(firstCreated), monthOfDay(origin)) + 1 >= MONTHS_BEHIND_A_YEAR;
  const happened = actuals(deals, origin, dataDay, currency, isRunOff);
  const actual = hasYear ? happened : { ...happened, year: null };
  const fitted = fit(known, {
    dataDay: origin,
    // A year is simulated only where it can be scored.
    horizonMonths: actual.year === null ? MONTHS_SCORED : MONTHS_OF_YEAR,
    fiscalYearStart,
    currency,
    ...(options.stages ? { stages: options.stages } : {}),
  });
  const model = isRunOff ? withoutNewLeads(fitted.model) : fitted.model;
  const forecast = simulate(calibrate(model, calibration), { paths, seed });
  const months = forecast.months.slice(0, MONTHS_SCORED);
  const ranges: OutlookRanges = {
    wins: months.map(({ wins }) => wins),
    revenue: months.map(({ value }) => value),
    quarter: forecast.running[MONTHS_SCORED - 1]!,
  };
  // The mean without chance: a thousand paths would blur it by a few per cent.
  const means = exactMean(model).map(({ kinds }) => ({
    wins: kinds.reduce((sum, kind) => sum + kind.winsFromOpen + kind.winsFromNew, 0),
    value: kinds.reduce((sum, kind) => sum + kind.valueFromOpen + kind.valueFromNew, 0),
  }));
  const seedcast: Outlook = outlookOf(
    means.map(({ wins }) => wins),
    means.map(({ value }) => value),
    actual.year !== null,
  );
  return {
    origin,
    actual,
    forecasts: { seedcast, ...simpleForecasts(known, origin, currency, isRunOff, options.snapshots) },
    ranges,
    surprise: surpriseOf(predictMonths(model), happened),
  };
}

function withoutNewLeads(model: FunnelModel): FunnelModel {
  const none = model.months.map(() => 0);
  return {
    ...model,
    kinds: model.kinds.map((kind) => ({ ...kind, arrivals: { ...kind.arrivals, monthly: none } })),
  };
}
