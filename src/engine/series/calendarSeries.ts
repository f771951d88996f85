import type { Month } from '../calendar/calendar';
import {
  hasSeason,
  MONTHS_IN_YEAR,
  monthsOfSeries,
  POSITIONS_IN_QUARTER,
  quarterPositions,
  yearPositions,
} from './monthlyCounts';
import type { MonthlyCounts } from './monthlyCounts';
import { SeriesFitter, type SeriesFit } from './seriesFitter';
import type { Strengths } from './seriesPrior';

/** Fits at all likely strengths, each with its weight; the weights sum to 1. */
export interface CalendarSeries {
  fits: readonly (SeriesFit & { weight: number })[];
  fiscalYearStart: number;
  /** Months of the history before those fitted. */
  monthsBefore: number;
  /** The last one of the history. */
  lastMonth: Month;
}

export interface SeriesOptions {
  /** Whether steps of the level may go on: new leads grow so; in closing it would mistake first closes for growth. */
  mayTrend: boolean;
  /** Only these strengths: those that mattered to nearly the same counts. */
  among?: readonly Strengths[];
}

/** The strengths tried: hardly any, some and much of each part. */
const STEPS = [0.01, 0.04, 0.15];
const PERSISTENCES = [0, 0.6, 0.85];
const QUARTERS = [0.02, 0.15, 0.4];
const YEARS = [0.02, 0.1, 0.25];
const DISPERSIONS = [1, 3, 9];

/** A trend has to show e times as plainly as none: most months grow into nothing. */
const LOG_PRIOR_OF_TREND = -1;

/** Fits that weigh less change nothing that is shown. */
const SMALLEST_WEIGHT = 1e-3;

/**
 * Level, month of quarter and (from two years on) month of year of monthly counts. No single strength of these is picked:
 * each fit counts by its marginal likelihood (Bayesian model averaging; Hoeting et al. 1999, Statistical Science 14:382),
 * which a young company's few months cannot overturn by chance.
 */
export function fitCalendarSeries(counts: MonthlyCounts, { mayTrend, among }: SeriesOptions): CalendarSeries {
  const used = monthsOfSeries(counts);
  const fitter = new SeriesFitter(used);
  const tried = among ?? strengthsToTry(mayTrend, hasSeason(used));
  const fits = tried.map((strengths) => fitter.fit(strengths));
  const scores = fits.map(
    ({ evidence, strengths }) => evidence + (strengths.persistence > 0 ? LOG_PRIOR_OF_TREND : 0),
  );
  const best = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const kept = fits.flatMap((fit, index) => {
    const weight = weights[index]! / total;
    return weight < SMALLEST_WEIGHT ? [] : [{ ...fit, weight }];
  });
  const keptTotal = kept.reduce((sum, { weight }) => sum + weight, 0);
  return {
    fits: kept.map((fit) => ({ ...fit, weight: fit.weight / keptTotal })),
    fiscalYearStart: counts.fiscalYearStart,
    monthsBefore: counts.months.length - used.months.length,
    lastMonth: counts.months[counts.months.length - 1]!,
  };
}

/** Neighbours in order, so that each fit starts near its end. */
function strengthsToTry(mayTrend: boolean, mayHaveSeason: boolean): Strengths[] {
  return QUARTERS.flatMap((quarter) =>
    (mayHaveSeason ? YEARS : YEARS.slice(0, 1)).flatMap((year) =>
      DISPERSIONS.flatMap((dispersion) =>
        (mayTrend ? PERSISTENCES : [0]).flatMap((persistence) =>
          STEPS.map((step) => ({ step, persistence, quarter, year, dispersion })),
        ),
      ),
    ),
  );
}

/** Factor of each month of the history on what was expected; months before the series have its first level. */
export function factorsBehind(series: CalendarSeries, months: readonly Month[]): Float64Array {
  const ofQuarter = quarterPositions(months, series.fiscalYearStart);
  const ofYear = yearPositions(months);
  const factors = new Float64Array(months.length);
  for (const { weight, level, quarter, year } of series.fits) {
    for (let month = 0; month < months.length; month++) {
      const position = month - series.monthsBefore;
      const log =
        position < 0
          ? level[0]!
          : level[position]! + quarter[ofQuarter[month]!]! + (year[ofYear[month]!] ?? 0);
      factors[month]! += weight * Math.exp(log);
    }
  }
  return factors;
}

/** Factor of each of the months, which follow one another from the history's last one (where that is not over) or the next. */
export function factorsAhead(series: CalendarSeries, months: readonly Month[]): Float64Array {
  const factors = new Float64Array(months.length);
  for (const fit of series.fits) {
    const logs = logFactorsAhead(fit, series, months);
    for (let month = 0; month < months.length; month++)
      factors[month]! += fit.weight * Math.exp(logs[month]!);
  }
  return factors;
}

function logFactorsAhead(
  { strengths, level, quarter, year }: SeriesFit,
  { lastMonth, fiscalYearStart }: CalendarSeries,
  months: readonly Month[],
): Float64Array {
  const isBegun = months[0] === lastMonth;
  const ofQuarter = quarterPositions(months, fiscalYearStart);
  const ofYear = yearPositions(months);
  const last = level.length - 1;
  let reached = level[last]!;
  let step = last > 0 ? reached - level[last - 1]! : 0;
  return Float64Array.from(months, (_, month) => {
    if (month > 0 || !isBegun) reached += step *= strengths.persistence;
    return reached + quarter[ofQuarter[month]!]! + (year[ofYear[month]!] ?? 0);
  });
}

/**
 * Variance of the log of each month's factor: what is not known of today's level, how it may move on, and how the fits
 * differ. Rhythm and season are taken as known: they are estimated against the level, so that their errors partly cancel
 * its own (the whole variance, with their covariances, held the ranges no better).
 */
export function logVarianceAhead(series: CalendarSeries, months: readonly Month[]): Float64Array {
  const isBegun = months[0] === series.lastMonth;
  const means = series.fits.map((fit) => logFactorsAhead(fit, series, months));
  return Float64Array.from(months, (_, month) => {
    const mean = series.fits.reduce((sum, { weight }, fit) => sum + weight * means[fit]![month]!, 0);
    const steps = isBegun ? month : month + 1;
    return series.fits.reduce((sum, { weight, lastVariance, strengths }, fit) => {
      const between = (means[fit]![month]! - mean) ** 2;
      return sum + weight * (lastVariance + varianceOfSteps(strengths, steps) + between);
    }, 0);
  });
}

/** Of the sum of so many persistent steps: each new one still goes on for the rest of them. */
function varianceOfSteps({ step, persistence }: Strengths, steps: number): number {
  let reach = 0;
  let sum = 0;
  for (let back = 0; back < steps; back++) {
    reach = 1 + persistence * reach;
    sum += reach * reach;
  }
  return sum * step * step;
}

/** Factor of the last month's level, rhythm and season left out. */
export function currentLevel({ fits }: CalendarSeries): number {
  return fits.reduce((sum, { weight, level }) => sum + weight * Math.exp(level[level.length - 1]!), 0);
}

/** Factors of the months of a fiscal quarter, mean 1. */
export function rhythmOfQuarter(series: CalendarSeries): readonly [number, number, number] {
  const [first, second, third] = meanOne(effectFactors(series, 'quarter', POSITIONS_IN_QUARTER));
  return [first!, second!, third!];
}

/** Factors of the months of the calendar year, January first, mean 1; null where two years are not there to show any. */
export function seasonOfYear(series: CalendarSeries): readonly number[] | null {
  if (series.fits.every(({ year }) => year.length === 0)) return null;
  return meanOne(effectFactors(series, 'year', MONTHS_IN_YEAR));
}

function effectFactors({ fits }: CalendarSeries, part: 'quarter' | 'year', positions: number): number[] {
  return Array.from({ length: positions }, (_, position) =>
    fits.reduce((sum, fit) => sum + fit.weight * Math.exp(fit[part][position]!), 0),
  );
}

function meanOne(factors: readonly number[]): number[] {
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / factors.length;
  return factors.map((factor) => factor / mean);
}
