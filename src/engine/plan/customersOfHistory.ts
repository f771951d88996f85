import type { Estimate, HistorySummary } from '../fit/summary';
import { doubtRange } from './doubt';
import type { Plan } from './plan';

const DAYS_OF_A_MONTH = 365.25 / 12;

/**
 * Customers there are today if every deal won was one, as many in each month of the data, and the plan's churn has taken
 * its share of them since: won × (1 − (1 − churn)^months) ÷ (−ln(1 − churn) · months). Its interval is that of the churn.
 * Null where nothing has been won. Too many where customers buy more than once; customers from before the data are missing.
 */
export function customersOfHistory(plan: Plan, summary: HistorySummary): Estimate | null {
  const won = summary.kinds.reduce((sum, kind) => sum + kind.won, 0);
  if (won === 0) return null;
  const { churnPerMonth } = plan.company;
  const months = Math.max(0, summary.dataDay - summary.firstCreated + 1) / DAYS_OF_A_MONTH;
  const leftAt = (churn: number): number => won * shareLeft(churn, months);
  const churn = doubtRange(churnPerMonth, 'share');
  return { value: leftAt(churnPerMonth.value), low: leftAt(churn.high), high: leftAt(churn.low), n: won };
}

/** Mean of (1 − churn)^u for u from 0 to so many months. */
function shareLeft(churn: number, months: number): number {
  if (churn >= 1) return months > 0 ? 0 : 1;
  const lost = -Math.log1p(-Math.max(0, churn)) * months;
  return lost > 0 ? -Math.expm1(-lost) / lost : 1;
}
