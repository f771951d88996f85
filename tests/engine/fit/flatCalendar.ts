import type { CalendarSummary, SeriesSummary } from '../../../src/engine';

const flat: SeriesSummary = {
  quarter: [1, 1, 1],
  year: null,
  weightOf: { trend: 0, changingLevel: 0, quarter: 0, year: 0 },
};

/** A history without rhythm, season or trend. */
export const FLAT_CALENDAR: CalendarSummary = { leads: flat, wins: flat, losses: flat };
