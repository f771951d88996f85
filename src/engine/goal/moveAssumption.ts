import type { Assumption, Doubt } from '../plan/assumption';
import { ASSUMPTION_RULES } from '../plan/assumptionRules';
import { assumptionAt, withAssumption, type PlanPlace } from '../plan/place';
import type { Plan } from '../plan/plan';

/** The plan with an assumption put elsewhere, just as doubtful as before: a range of one's own moves along. */
export function moveAssumption(plan: Plan, place: PlanPlace, value: number): Plan {
  const before = assumptionAt(plan, place);
  if (before === null || before.value === value) return plan;
  return withAssumption(plan, place, { value, doubt: movedDoubt(before, place, value), from: 'typed' });
}

function movedDoubt({ value: before, doubt }: Assumption, place: PlanPlace, value: number): Doubt {
  if (typeof doubt !== 'object') return doubt;
  const { nature, min, max } = ASSUMPTION_RULES[place.of];
  if (nature === 'positive') {
    // Scaled, a log-normal keeps the sd of its log. From nothing there is no scale to go by.
    if (!(before > 0) || !(value > 0)) return 'guess';
    return { low: doubt.low * (value / before), high: doubt.high * (value / before) };
  }
  const clip = (end: number): number => Math.min(max, Math.max(min, end + value - before));
  return { low: clip(doubt.low), high: clip(doubt.high) };
}
