import { placesOf, withAssumption } from './place';
import type { Plan } from './plan';

/** The plan as if every figure were known: its means are the same, and it is built in a fraction of the time. */
export function surePlan(plan: Plan): Plan {
  return placesOf(plan).reduce((sure, place) => withAssumption(sure, place, { doubt: 'sure' }), plan);
}
