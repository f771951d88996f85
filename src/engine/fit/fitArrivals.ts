import type { Arrivals } from '../funnel/model';
import { MONTHS_IN_YEAR } from '../series/monthlyCounts';
import { affordableHalfLife, effectiveCases, recencyWeights } from './recency';

export interface FittedArrivals {
  /** Leads of each whole month to come. */
  monthly: readonly number[];
  /** Their mean over the coming year: no season in it. */
  perMonth: number;
  /** Sd of the log of `perMonth`. */
  doubt: number;
  overdispersion: number;
  /** Leads that the rate rests on, in equally weighted ones. */
  effectiveLeads: number;
}

const HALF_LIFE_MONTHS = 3;
const ENOUGH_LEADS = 15;

/** Weights of neighbouring months in the local level, and what is left of a month's own variance around it. */
const LOCAL_WEIGHTS = [1 / 9, 2 / 9, 3 / 9, 2 / 9, 1 / 9];
const VARIANCE_LEFT = LOCAL_WEIGHTS.reduce((sum, weight) => sum + weight * weight, 1 - 2 * (3 / 9));

/** Before any data: counts vary by 15 % beyond chance, believed as much as a year of months. */
const PRIOR_OVERDISPERSION = 0.02;
const PRIOR_MONTHS = 12;
const LARGEST_OVERDISPERSION = 1;

/** Half a lead in the latest month: a rate of exactly nothing would never let a kind come back. */
const PRIOR_LEADS = 0.5;
const LARGEST_DOUBT = 1;

/**
 * Leads to come of one kind, with the spread of monthly counts beyond chance, and the doubt that recent months (half-life 3
 * of them, longer where leads are few) leave of the rate.
 *
 * @param counts leads of one kind in each month of the history
 * @param monthShare how much of each month was observed, 0 to 1
 * @param monthly leads of each whole month to come (see `calendarArrivals`)
 */
export function fitArrivals(
  counts: Float64Array,
  monthShare: Float64Array,
  monthly: readonly number[],
): FittedArrivals {
  const halfLife = affordableHalfLife(counts, HALF_LIFE_MONTHS, ENOUGH_LEADS);
  const weights = recencyWeights(counts.length, halfLife);
  const year = monthly.slice(0, MONTHS_IN_YEAR);
  const overdispersion = fitOverdispersion(counts, monthShare);
  const effectiveLeads = effectiveCases(counts, weights);
  const effectiveMonths = effectiveCases(monthShare, weights);
  const variance =
    1 / (effectiveLeads + PRIOR_LEADS) + (effectiveMonths > 0 ? overdispersion / effectiveMonths : 0);
  return {
    monthly,
    perMonth: year.reduce((sum, leads) => sum + leads, 0) / Math.max(1, year.length),
    doubt: Math.min(LARGEST_DOUBT, Math.sqrt(variance)),
    overdispersion,
    effectiveLeads,
  };
}

/**
 * Variance of a gamma shock (mean 1) on monthly counts: (variance around the local level − Poisson's) ÷ level², by the
 * method of moments over the whole months, shrunk.
 */
function fitOverdispersion(counts: Float64Array, monthShare: Float64Array): number {
  let excess = 0;
  let squares = 0;
  let used = 0;
  for (let month = 2; month + 2 < counts.length; month++) {
    if (monthShare[month - 2]! < 1 || monthShare[month + 2]! < 1) continue;
    let level = 0;
    for (let near = -2; near <= 2; near++) level += LOCAL_WEIGHTS[near + 2]! * counts[month + near]!;
    const difference = counts[month]! - level;
    excess += (difference * difference) / VARIANCE_LEFT - level;
    squares += level * level;
    used++;
  }
  const observed = squares > 0 ? Math.max(0, excess / squares) : 0;
  return Math.min(
    LARGEST_OVERDISPERSION,
    (used * observed + PRIOR_MONTHS * PRIOR_OVERDISPERSION) / (used + PRIOR_MONTHS),
  );
}

/** The fitted arrivals over the forecast months, of which the first may have begun. */
export function arrivalsFrom(fitted: FittedArrivals, firstMonthShare: number): Arrivals {
  return {
    monthly: fitted.monthly.map((leads, month) => (month === 0 ? leads * firstMonthShare : leads)),
    before: [],
    doubt: fitted.doubt,
    overdispersion: fitted.overdispersion,
    perCustomer: 0,
  };
}
