import { rhythmOfQuarter, seasonOfYear, type CalendarSeries } from './calendarSeries';
import type { Strengths } from './seriesPrior';

/** What a calendar series says of the rhythm of new leads, wins or losses. */
export interface SeriesSummary {
  /** Factors of the months of a fiscal quarter, mean 1. */
  quarter: readonly [number, number, number];
  /** Factors of the months of the year, January first, mean 1; null with less than two years to learn from. */
  year: readonly number[] | null;
  /** How far the history speaks for each part, as the weight of the fits that have it, 0 to 1. */
  weightOf: Readonly<{ trend: number; changingLevel: number; quarter: number; year: number }>;
}

/** From this strength on a part is more than the next to nothing that every fit has. */
const STRENGTH_THAT_COUNTS: Readonly<Pick<Strengths, 'step' | 'quarter' | 'year'>> = {
  step: 0.04,
  quarter: 0.15,
  year: 0.1,
};

/** What a series says, in the terms the screens use. */
export function summarizeSeries(series: CalendarSeries): SeriesSummary {
  const weightWhere = (holds: (strengths: Strengths) => boolean): number =>
    series.fits.reduce((sum, { weight, strengths }) => sum + (holds(strengths) ? weight : 0), 0);
  const year = seasonOfYear(series);
  return {
    quarter: rhythmOfQuarter(series),
    year,
    weightOf: {
      trend: weightWhere(({ persistence }) => persistence > 0),
      changingLevel: weightWhere(({ step }) => step >= STRENGTH_THAT_COUNTS.step),
      quarter: weightWhere(({ quarter }) => quarter >= STRENGTH_THAT_COUNTS.quarter),
      year: year === null ? 0 : weightWhere((strengths) => strengths.year >= STRENGTH_THAT_COUNTS.year),
    },
  };
}
