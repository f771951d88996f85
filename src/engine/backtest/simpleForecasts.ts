import type { Day } from '../calendar/calendar';
import { addMonths, firstDayOfMonth, monthOfDay, monthsBetween } from '../calendar/month';
import type { Deal } from '../deals/deal';
import { MONTHS_OF_YEAR, MONTHS_SCORED, type Outlook, type SimpleMethod } from './backtestTypes';
import { fitDampedEts, forecastDampedEts } from './dampedEts';
import { monthlyWins, outlookOf, wonDay, type MonthlyWins } from './monthlyWins';
import { snapshotAt, weightedPipelineOf, type Snapshot } from './snapshotPipeline';
import { weightedPipelineReconstructed } from './weightedPipeline';

const FEWEST_MONTHS_TO_SMOOTH = 6;

/** Twelve coming months from those behind, oldest first; null where the method has nothing to go by. */
type SeriesMethod = (series: readonly number[]) => readonly number[] | null;

/**
 * By definition. A mean of more months than there are takes those there are; an origin without the same month last year, or
 * too short to smooth, is left out of that method's score.
 */
const SERIES_METHODS: Readonly<
  Record<Exclude<SimpleMethod, 'weightedPipeline' | 'weightedPipelineReconstructed'>, SeriesMethod>
> = {
  last: (series) => repeat(series.slice(-1), 1),
  mean3: (series) => level(series.slice(-3)),
  mean6: (series) => level(series.slice(-6)),
  sameMonthLastQuarter: (series) => repeat(series.slice(-3), 3),
  sameMonthLastYear: (series) => repeat(series.slice(-MONTHS_OF_YEAR), MONTHS_OF_YEAR),
  dampedEts: (series) =>
    series.length < FEWEST_MONTHS_TO_SMOOTH
      ? null
      : forecastDampedEts(fitDampedEts(series), MONTHS_OF_YEAR).map((value) => Math.max(0, value)),
};

function repeat(cycle: readonly number[], length: number): number[] | null {
  if (cycle.length < length) return null;
  return Array.from({ length: MONTHS_OF_YEAR }, (_, month) => cycle[month % length]!);
}

function level(series: readonly number[]): number[] {
  const mean = series.reduce((sum, value) => sum + value, 0) / Math.max(1, series.length);
  return new Array<number>(MONTHS_OF_YEAR).fill(mean);
}

/**
 * What each simple method said on an origin, from the whole months since the first win (those before may be missing from
 * the export rather than empty).
 *
 * @param deals as known at the origin
 * @param isRunOff forecast only wins of deals already there: h months ahead the series is the wins of each past month from
 *   deals that were there h months earlier
 * @param snapshots earlier exports; without one of the last 31 days there is no weighted pipeline
 */
export function simpleForecasts(
  deals: readonly Deal[],
  origin: Day,
  currency: string,
  isRunOff: boolean,
  snapshots: readonly Snapshot[] = [],
): Record<SimpleMethod, Outlook | null> {
  const firstWin = deals.reduce((first, deal) => Math.min(first, wonDay(deal) ?? Infinity), origin);
  const first = monthOfDay(firstWin);
  const count = monthsBetween(first, monthOfDay(origin)) + 1;
  const snapshot = snapshotAt(snapshots, origin);
  const shown = snapshot && weightedPipelineOf(snapshot, deals, origin, currency);
  const reconstructed = weightedPipelineReconstructed(deals, origin, currency);
  const behind: MonthlyWins[] = Array.from({ length: isRunOff ? MONTHS_SCORED : 1 }, (_, ahead) =>
    monthlyWins(deals, first, count, currency, (deal, month) =>
      isRunOff ? deal.created < firstDayOfMonth(addMonths(first, month - ahead)) : true,
    ),
  );
  const run = (method: SeriesMethod): Outlook | null => {
    const forecasts = behind.map((series) => ({
      wins: method(series.wins),
      revenue: method(series.revenue),
    }));
    const pick = (measure: 'wins' | 'revenue'): number[] =>
      Array.from(
        { length: MONTHS_OF_YEAR },
        (_, month) => forecasts[Math.min(month, forecasts.length - 1)]![measure]?.[month] ?? NaN,
      );
    if (forecasts.some(({ wins, revenue }) => wins === null || revenue === null)) return null;
    return outlookOf(pick('wins'), pick('revenue'), !isRunOff);
  };
  return {
    last: run(SERIES_METHODS.last),
    mean3: run(SERIES_METHODS.mean3),
    mean6: run(SERIES_METHODS.mean6),
    sameMonthLastQuarter: run(SERIES_METHODS.sameMonthLastQuarter),
    sameMonthLastYear: run(SERIES_METHODS.sameMonthLastYear),
    dampedEts: run(SERIES_METHODS.dampedEts),
    weightedPipeline: shown && outlookOf(shown.wins, shown.revenue, true),
    weightedPipelineReconstructed:
      reconstructed && outlookOf(reconstructed.wins, reconstructed.revenue, true),
  };
}
