import type { Month } from '../calendar/calendar';
import { daysInMonth, firstDayOfMonth, lastDayOfMonth, monthOfDay } from '../calendar/month';
import type { FunnelModel } from '../funnel/model';
import type { Plan } from '../plan/plan';
import { headsHiredBy } from '../plan/team';
import type { ShockName } from './scenario';
import { SHOCK_RULES } from './shocks';

/** A year: of each month of the year one. */
const MONTHS = 12;

/** What a ready-made change starts from in a forecast: the rule's figures, and one's own where these tell more. */
export function shockDefaults(
  shock: ShockName,
  model: FunnelModel,
  plan: Plan,
): { strength: number; from: Month; months: number | null } {
  const rule = SHOCK_RULES[shock];
  const first = model.months[0] ?? monthOfDay(model.start);
  const { min, max, usual } = rule.strength;
  const strength = shock === 'sellerLeaves' ? shareOfOneSeller(plan, first, usual) : usual;
  return {
    strength: Math.min(max, Math.max(min, strength)),
    from: rule.begins === 'bestMonth' ? bestMonth(model, first) : first,
    months: rule.months,
  };
}

/** One of those there are: all sell alike as far as a plan tells. */
function shareOfOneSeller(plan: Plan, month: Month, usual: number): number {
  const sellers = plan.company.sellers.value + headsHiredBy(month, plan.sellerHires);
  return sellers >= 1 ? 1 / sellers : usual;
}

/** The month of the coming year with most leads, the first one as if it were whole. */
function bestMonth(model: FunnelModel, first: Month): Month {
  let best = first;
  let most = -1;
  model.months.slice(0, MONTHS).forEach((month, index) => {
    const days = lastDayOfMonth(month) + 1 - Math.max(model.start, firstDayOfMonth(month));
    const leads = model.kinds.reduce((sum, { arrivals }) => sum + (arrivals.monthly[index] ?? 0), 0);
    const aMonth = (leads / Math.max(1, days)) * daysInMonth(month);
    // What differs by arithmetic alone is no season.
    if (aMonth > most * (1 + 1e-6)) [best, most] = [month, aMonth];
  });
  return best;
}
