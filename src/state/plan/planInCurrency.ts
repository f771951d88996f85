import {
  assumptionAt,
  defaultPlan,
  placesOf,
  withAssumption,
  type AssumptionName,
  type Plan,
} from '../../engine';

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
