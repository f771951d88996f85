import type { FunnelModel } from '../funnel/model';
import type { Cohort } from './cohortReturns';
import type { Payback } from './budget';
import { ratio } from './ratio';

/** Mean days of a month. */
export const DAYS_PER_MONTH = 365.25 / 12;

/** How money follows a win. */
export interface Paying {
  /** Null: all at once. Else a month's payment per unit of won value, and what is left of it each month after. */
  recurring: { perValue: number; keptPerMonth: number } | null;
  delayDays: number;
}

/** @param delayDays days from a win, or a month's invoice, to its money */
export function payingOf({ recurring, customers }: FunnelModel, delayDays: number): Paying {
  if (recurring === null) return { recurring: null, delayDays };
  const kept = 1 - Math.min(1, Math.max(0, customers?.monthlyChurn ?? 0));
  const grown = 1 + Math.max(-1, recurring.monthlyExpansion);
  const perValue = recurring.monthsInDealValue > 0 ? 1 / recurring.monthsInDealValue : 0;
  return { recurring: { perValue, keptPerMonth: kept * grown }, delayDays };
}

/** Months of payments beyond which a payback is none. */
const MOST_MONTHS = 600;

/**
 * Monthly payments until a won customer has covered its cost of winning: the smallest whole n with r + r·q + … + r·qⁿ⁻¹ ≥ cost, r being
 * the first month's payment and q what churn and expansion leave of it month by month. 0 where a sale made once covers it; null: never.
 *
 * @param value won value of a customer
 */
export function monthsToCover(cost: number, value: number, { recurring }: Paying): number | null {
  if (recurring === null) return value >= cost ? 0 : null;
  let paid = 0;
  let payment = value * recurring.perValue;
  for (let month = 1; month <= MOST_MONTHS && payment > 0; month++) {
    paid += payment;
    if (paid >= cost) return month;
    payment *= recurring.keptPerMonth;
  }
  return null;
}

/**
 * Months from spending to having the money back, of all cohorts taken together by age: wins come late, and their money later still.
 * Within a month money comes evenly.
 */
export function monthsToComeBack(
  cohorts: readonly Cohort[],
  { recurring, delayDays }: Paying,
): number | null {
  const cost = cohorts.reduce((sum, cohort) => sum + cohort.cost, 0);
  // Ages that every cohort is followed to.
  const ages = Math.min(...cohorts.map(({ value }) => value.length));
  if (!(cost > 0) || !Number.isFinite(ages)) return null;
  const delay = delayDays / DAYS_PER_MONTH;
  let monthly = 0;
  let back = 0;
  for (let age = 0; age < ages; age++) {
    const won = cohorts.reduce((sum, { value }) => sum + (value[age] ?? 0), 0);
    monthly = recurring === null ? won : monthly * recurring.keptPerMonth + won * recurring.perValue;
    if (back + monthly >= cost) return age + (monthly > 0 ? (cost - back) / monthly : 0) + delay;
    back += monthly;
  }
  return null;
}

/** Both paybacks; null where there is no cost, or nothing won that could cover it. */
export function paybackOf(cohorts: readonly Cohort[], paying: Paying): Payback | null {
  const sumOf = (each: (cohort: Cohort) => number): number =>
    cohorts.reduce((sum, one) => sum + each(one), 0);
  const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
  const cost = sumOf((one) => one.cost);
  const wins = sumOf(({ wins: own }) => total(own));
  const value = sumOf(({ value: own }) => total(own));
  const [costOfOne, valueOfOne] = [ratio(cost, wins), ratio(value, wins)];
  if (!(cost > 0) || costOfOne === null || valueOfOne === null) return null;
  return {
    monthsAfterWin: monthsToCover(costOfOne, valueOfOne, paying),
    monthsAfterSpending: monthsToComeBack(cohorts, paying),
  };
}
