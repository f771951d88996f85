import type { Month } from '../calendar/calendar';
import type { FunnelModel } from '../funnel/model';
import type { ScenarioChange } from '../scenario/scenario';
import type { EarnedMonth } from './earnings';

/** Where nobody has said: to keep a customer who would have left costs a fifth of what one brings in a deal. No source: a guess. */
export const KEEPING_IN_DEALS = 0.2;

/** However much is spent, half of those who leave do. */
export const MOST_KEPT = 0.5;

/** Customers lost on average in the forecast months from `first` up to but not including `end`. */
export function customersLost(
  { customers }: FunnelModel,
  months: readonly EarnedMonth[],
  first: number,
  end: number,
): number {
  if (customers === null) return 0;
  let lost = 0;
  for (let month = first; month < end; month++) {
    const before = month === 0 ? customers.active : (months[month - 1]?.customers ?? 0);
    lost += before * Math.min(1, customers.monthlyChurn * (customers.churnByMonth?.[month] ?? 1));
  }
  return lost;
}

/**
 * Churn with so much spent on keeping customers ÷ churn without: 1 − m (1 − e^(−s ÷ m)), s being the share of those who would leave that the
 * money keeps at its first price, money ÷ (cost of keeping one × customers lost), m the most that can be kept. The first money keeps
 * what it costs; more brings ever less.
 */
export function churnFactor(money: number, costPerKept: number, lost: number): number {
  if (!(money > 0) || !(costPerKept > 0) || !(lost > 0)) return 1;
  const share = money / (costPerKept * lost);
  return 1 - MOST_KEPT * (1 - Math.exp(-share / MOST_KEPT));
}

/** Money spent evenly on keeping customers, as changes of a scenario. */
export function retentionChanges(
  money: number,
  factor: number,
  from: Month,
  months: number,
): ScenarioChange[] {
  const timed = { isOn: true, from, months, shock: null };
  return [
    { id: 'churn', what: 'churn', factor, ...timed },
    { id: 'keeping', what: 'cost', kind: null, perMonth: money / months, ...timed },
  ];
}
