import type { Month } from '../calendar/calendar';
import type { Hazards } from '../funnel/model';
import {
  currentLevel,
  factorsAhead,
  factorsBehind,
  fitCalendarSeries,
  type CalendarSeries,
} from '../series/calendarSeries';
import {
  expectedByMonth,
  fitCauseRates,
  hazardsByKind,
  type CauseCounts,
  type CauseRates,
} from './causeRates';
import type { Strengths } from '../series/seriesPrior';
import type { ExposureTable } from './exposure';
import { totalsByMonth } from './exposure';
import { lostPriorRate, wonPriorRate } from './priors';

export interface CalendarHazards {
  /** At today's level, rhythm and season left out; in the order of `KINDS`. */
  byKind: readonly Hazards[];
  won: CalendarSeries;
  lost: CalendarSeries;
}

/** When the table's months were, and from which on closings are in the data. */
export interface TableMonths {
  months: readonly Month[];
  fiscalYearStart: number;
  firstMonth: number;
}

/** Rates and months' factors depend on each other; they settle to a few per mille in three rounds. */
const ROUNDS = 3;

/**
 * Cause-specific hazards of won and lost: base by age bin × multiplier by kind × a calendar series of level, month of quarter
 * and month of year. All months count alike: what changes over time is the series' part.
 */
export function fitCalendarHazards(
  table: ExposureTable,
  when: TableMonths,
  oldestClosingAge: number,
): CalendarHazards {
  const won = fitCause(table, when, table.won, wonPriorRate);
  const lost = fitCause(table, when, table.lost, lostPriorRate);
  return {
    byKind: hazardsByKind(table, atTodaysLevel(won), atTodaysLevel(lost), oldestClosingAge),
    won: won.series,
    lost: lost.series,
  };
}

/** Factors on the hazards at today's level in each coming month. */
export function hazardFactorsAhead(series: CalendarSeries, months: readonly Month[]): number[] {
  const level = currentLevel(series);
  return Array.from(factorsAhead(series, months), (factor) => factor / level);
}

interface FittedCause {
  rates: CauseRates;
  series: CalendarSeries;
}

function fitCause(
  table: ExposureTable,
  { months, fiscalYearStart, firstMonth }: TableMonths,
  events: Float64Array,
  priorRate: CauseCounts['priorRate'],
): FittedCause {
  const observed = totalsByMonth(table, events).fill(0, 0, firstMonth);
  const weights = new Float64Array(table.monthCount).fill(1).fill(0, 0, firstMonth);
  const ratesWith = (factors: Float64Array): CauseRates =>
    fitCauseRates(table, { events, weights, factors, priorRate });
  const seriesOf = (rates: CauseRates, among?: readonly Strengths[]): CalendarSeries =>
    fitCalendarSeries(
      { months, observed, expected: expectedByMonth(table, rates, firstMonth), fiscalYearStart },
      // There a trend would mistake a young company's first closes for growth.
      { mayTrend: false, ...(among && { among }) },
    );
  let rates = ratesWith(new Float64Array(table.monthCount).fill(1));
  let series = seriesOf(rates);
  const mattered = series.fits.map(({ strengths }) => strengths);
  for (let round = 1; round < ROUNDS; round++) {
    rates = ratesWith(factorsBehind(series, months));
    series = seriesOf(rates, mattered);
  }
  return { rates: ratesWith(factorsBehind(series, months)), series };
}

function atTodaysLevel({ rates, series }: FittedCause): CauseRates {
  const level = currentLevel(series);
  return { base: rates.base.map((rate) => rate * level), multiplier: rates.multiplier };
}
