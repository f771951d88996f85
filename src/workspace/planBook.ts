import type { Plan } from '../engine';
import type { NamedPlan, PlanBook } from './types';

/** Id of the plan that everybody starts with: always the same, so that two tabs that start at once agree. */
export const FIRST_PLAN_ID = 'first';

const NO_SCENARIOS: PlanBook['scenarios'] = { base: 'asForecast', variants: [] };
const NONE_KEPT: PlanBook['kept'] = [];

/** A book with one plan, which has no name yet. */
export function bookWith(plan: Plan): PlanBook {
  return {
    active: FIRST_PLAN_ID,
    plans: [{ id: FIRST_PLAN_ID, name: '', plan }],
    scenarios: NO_SCENARIOS,
    kept: NONE_KEPT,
  };
}

/**
 * The plan that is forecast and edited.
 *
 * @throws RangeError for a book without it, which `restore` lets nowhere in
 */
export function activePlanOf({ active, plans }: PlanBook): NamedPlan {
  const named = plans.find(({ id }) => id === active);
  if (!named) throw new RangeError(`activePlanOf: no plan is called ${active}`);
  return named;
}

/** The book with another version of its active plan. */
export function withActivePlan(book: PlanBook, plan: Plan): PlanBook {
  const plans = book.plans.map((named) => (named.id === book.active ? { ...named, plan } : named));
  return { ...book, plans };
}
