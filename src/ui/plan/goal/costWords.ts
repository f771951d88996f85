import { money } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';

/** What a setting costs up to the end of the goal. */
export function addedCostText(cost: number, currency: string): string {
  if (Math.abs(cost) < 0.5) return m.planGoal_costs_nothing();
  return cost > 0
    ? m.planGoal_costs({ amount: money(cost, currency) })
    : m.planGoal_saves({ amount: money(-cost, currency) });
}
