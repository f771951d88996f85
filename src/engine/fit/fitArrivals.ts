import type { Arrivals } from '../funnel/model';
import { affordableHalfLife, effectiveCases, recencyWeights, weightedCount } from './recency';

export interface FittedArrivals {
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
 * Leads a month by recency (half-life 3 months, longer where leads are few), with the spread of monthly counts beyond
 * chance, and the doubt that is left of the rate.
 *
 * @param counts leads of one kind in each month of the history
 * @param monthShare how much of each month was observed, 0 to 1
 */
export function fitArrivals(counts: Float64Array, monthShare: Float64Array): FittedArrivals {
  const halfLife = affordableHalfLife(counts, HALF_LIFE_MONTHS, ENOUGH_LEADS);
  const weights = recencyWeights(counts.length, halfLife);
  const months = weightedCount(monthShare, weights);
  const perMonth = weightedCount(counts, weights) / Math.max(months, 1e-9);
  const overdispersion = fitOverdispersion(counts, monthShare);
  const effectiveLeads = effectiveCases(counts, weights);
  const effectiveMonths = effectiveCases(monthShare, weights);
  const variance =
    1 / (effectiveLeads + PRIOR_LEADS) + (effectiveMonths > 0 ? overdispersion / effectiveMonths : 0);
  return {
    perMonth,
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

/** The fitted rate over the forecast months, of which the first may have begun. */
export function arrivalsFrom(fitted: FittedArrivals, firstMonthShare: number, monthCount: number): Arrivals {
  return {
    monthly: Array.from({ length: monthCount }, (_, month) =>
      month === 0 ? fitted.perMonth * firstMonthShare : fitted.perMonth,
    ),
    before: [],
    doubt: fitted.doubt,
    overdispersion: fitted.overdispersion,
    perCustomer: 0,
  };
}
