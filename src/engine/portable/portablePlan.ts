import type { Plan } from '../plan/plan';
import { roundedDeep } from '../simulate/rounding';

/** Those that the simulator keeps, so that nothing of a forecast is lost. */
const DIGITS = 6;

const portable = new WeakMap<Plan, Plan>();

/**
 * The plan as a link carries it: every figure at six significant digits, whole numbers as they are. Idempotent. Every forecast is
 * made of it, so that whoever opens a link sees the sender's numbers.
 */
export function portablePlan(plan: Plan): Plan {
  let kept = portable.get(plan);
  if (kept === undefined) {
    kept = roundedDeep(plan, DIGITS);
    portable.set(plan, kept);
    portable.set(kept, kept);
  }
  return kept;
}
