import type { Month } from '../calendar/calendar';
import { monthsBetween } from '../calendar/month';
import type { Hire, SpearPlan } from './plan';

/** Share of those who joined that is left after so many months. */
function shareLeft(attritionPerMonth: number, months: number): number {
  return Math.pow(1 - Math.min(1, Math.max(0, attritionPerMonth)), Math.max(0, months));
}

/** Share of full output in the month so many months after joining; 0 = the month of joining. */
function outputAfter(ramp: SpearPlan['ramp'], months: number): number {
  return months < 0 ? 0 : (ramp[months]?.value ?? 1);
}

/**
 * Prospectors on the payroll in a month: those of today less leavers, and everybody who has joined by then less theirs.
 *
 * @param start the month that "today" is in; before it, today's were all there
 */
export function prospectorsIn(month: Month, plan: SpearPlan, start: Month): number {
  return teamIn(month, plan, start, () => 1);
}

/** The same, each counted by what they bring: in units of one prospector at full output. */
export function fullOutputsIn(month: Month, plan: SpearPlan, start: Month): number {
  return teamIn(month, plan, start, (months) => outputAfter(plan.ramp, months));
}

function teamIn(
  month: Month,
  plan: SpearPlan,
  start: Month,
  weightAfter: (months: number) => number,
): number {
  const attrition = plan.attritionPerMonth.value;
  const today = Math.max(0, plan.prospectors.value) * shareLeft(attrition, monthsBetween(start, month));
  return plan.hires.reduce((sum, hire) => {
    const months = monthsBetween(hire.month, month);
    return months < 0 ? sum : sum + hire.heads * shareLeft(attrition, months) * weightAfter(months);
  }, today);
}

/** How many people a list of hires has added by a month. */
export function headsHiredBy(month: Month, hires: readonly Hire[]): number {
  return hires.reduce((sum, hire) => (hire.month <= month ? sum + hire.heads : sum), 0);
}
