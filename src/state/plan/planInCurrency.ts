import {
  assumptionAt,
  defaultPlan,
  placesOf,
  withAssumption,
  type AssumptionName,
  type Plan,
} from '../../engine';
import type { PlanBook } from '../../workspace/types';

/** Assumptions that are amounts of money. */
export const MONEY_FIGURES: ReadonlySet<AssumptionName> = new Set<AssumptionName>([
  'dealValue',
  'costPerLead',
  'spendToday',
  'spendPerMonth',
  'revenueToday',
  'costPerProspector',
  'costPerSeller',
]);

/**
 * The plan after a change of currency: amounts that were typed or taken from history keep their figures (nobody knows an
 * exchange rate here), those that nobody has touched take the new currency's defaults. The same plan where all were.
 */
export function planInCurrency(plan: Plan, currency: string): Plan {
  const fresh = defaultPlan(currency);
  return placesOf(plan)
    .filter((place) => MONEY_FIGURES.has(place.of) && assumptionAt(plan, place)?.from === 'default')
    .reduce((changed, place) => {
      const usual = assumptionAt(fresh, place);
      return usual === null ? changed : withAssumption(changed, place, { value: usual.value });
    }, plan);
}

/** All plans after a change of currency; the same book where none of them changes. */
export function plansInCurrency(book: PlanBook, currency: string): PlanBook {
  const plans = book.plans.map((named) => {
    const plan = planInCurrency(named.plan, currency);
    return plan === named.plan ? named : { ...named, plan };
  });
  return plans.every((named, index) => named === book.plans[index]) ? book : { ...book, plans };
}
