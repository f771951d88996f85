import { daysInMonth, lastDayOfMonth } from '../calendar/month';
import type { FunnelModel } from '../funnel/model';
import type { Plan } from '../plan/plan';

/** Share of the first forecast month that lies ahead. */
export function firstShareOf({ start, months }: FunnelModel): number {
  const [first] = months;
  return first === undefined ? 1 : (lastDayOfMonth(first) - start + 1) / daysInMonth(first);
}

/** True of a model that no deals have a part in: then all of the plan counts, what nobody has said included. */
export function isPlanAlone({ history, open }: FunnelModel): boolean {
  return history.length === 0 && open.length === 0;
}

/** True where the leads of spears are those of the plan, with its hires; else those of the history go on. */
export function areSpearsPlanned(model: FunnelModel, plan: Plan): boolean {
  return isPlanAlone(model) || plan.kinds.spear.basis.leads === 'plan';
}
