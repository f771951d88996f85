import type { Month } from '../calendar/calendar';
import { factorsAhead, fitCalendarSeries, type CalendarSeries } from '../series/calendarSeries';
import { recencyWeights, weightedCount } from './recency';

/** How fast the mix of sources is forgotten. */
const MIX_HALF_LIFE_MONTHS = 4;

export interface CalendarArrivals {
  /** Of all kinds together. */
  series: CalendarSeries;
  /** Whole months' leads, row by kind. */
  byKind: readonly (readonly number[])[];
}

/**
 * Leads a month to come, by kind: a calendar series of all leads together, its level free to trend, split as the kinds'
 * leads were of late. Kinds apart would each be too few to tell a season or a trend from chance.
 *
 * @param countsByKind leads of each kind in each month of the history
 * @param monthShare how much of each month was observed, 0 to 1
 * @param months those to come; the first may have begun
 */
export function calendarArrivals(
  countsByKind: readonly Float64Array[],
  monthShare: Float64Array,
  history: readonly Month[],
  months: readonly Month[],
  fiscalYearStart: number,
): CalendarArrivals {
  const observed = monthShare.map((_, month) =>
    countsByKind.reduce((sum, counts) => sum + counts[month]!, 0),
  );
  const series = fitCalendarSeries(
    { months: history, observed, expected: monthShare, fiscalYearStart },
    { mayTrend: true },
  );
  const ahead = Array.from(factorsAhead(series, months));
  const weights = recencyWeights(history.length, MIX_HALF_LIFE_MONTHS);
  const recent = countsByKind.map((counts) => weightedCount(counts, weights));
  const all = recent.reduce((sum, leads) => sum + leads, 0);
  return {
    series,
    byKind: recent.map((leads) => ahead.map((total) => (all > 0 ? (total * leads) / all : 0))),
  };
}
