import { monthsBetween } from '../calendar/month';
import type { FunnelModel } from '../funnel/model';
import type { Goal } from './goal';

/** A model cut down to what a goal asks for, so that nothing else is simulated. */
export interface GoalPeriod {
  /** Forecast months that count, from the first on. */
  months: number;
  /** What has already happened in the months that count. */
  alreadyWon: number;
}

export function goalPeriodOf(model: FunnelModel, goal: Goal): GoalPeriod {
  const [first] = model.months;
  if (first === undefined) return { months: 0, alreadyWon: 0 };
  const months = Math.min(model.months.length, Math.max(1, monthsBetween(first, goal.by) + 1));
  const from = goal.from === null || goal.from > first ? first : goal.from;
  if (goal.measure === 'recurring') return { months, alreadyWon: 0 };
  const { measure } = goal;
  return {
    months,
    alreadyWon: model.history.reduce(
      (sum, actual) => (actual.month >= from && actual.month <= goal.by ? sum + actual[measure] : sum),
      0,
    ),
  };
}

/**
 * The model with the months up to the goal's end, and without what does not move the measure. A closing rhythm is balanced
 * over a year past the last month, and times lie on a grid that may be finer: what comes of that is below a thousandth.
 */
export function cutModel(model: FunnelModel, { months }: GoalPeriod, measure: Goal['measure']): FunnelModel {
  const isRecurring = measure === 'recurring';
  const refers = model.kinds.some(({ arrivals }) => arrivals.perCustomer > 0);
  return {
    ...model,
    months: model.months.slice(0, months),
    history: [],
    costs: [],
    recurring: isRecurring ? model.recurring : null,
    customers: isRecurring || refers ? model.customers : null,
    notes: [],
  };
}
