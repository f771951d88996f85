import type { Plan } from '../plan/plan';
import { areCostsKnown } from '../plan/buildCosts';
import type { GoalAnswer, GoalRequest } from './goal';
import { cutModel, goalPeriodOf } from './goalPeriod';
import type { Grounds } from './grounds';
import { meanTotal } from './meanTotals';
import { TotalsByKind } from './pathTotals';
import { modelOf } from './turnModel';

/** What it takes to reach a goal: yields the share done (0 to 1) between bits of work of a few milliseconds. */
export function* seekGoal(grounds: Grounds, plan: Plan, request: GoalRequest): Generator<number, GoalAnswer> {
  const { goal, paths, seed } = request;
  const model = modelOf(grounds, { plan, factors: {} });
  const period = goalPeriodOf(model, goal);
  const cut = cutModel(model, period, goal.measure);
  const drawing = new TotalsByKind(goal.measure, seed).draw(cut, paths, true);
  let drawn = drawing.next();
  for (; !drawn.done; drawn = drawing.next()) yield 0.5;
  const totals = drawn.value.sort();
  const reached = totals.filter((total) => total + period.alreadyWon >= goal.amount).length;
  return {
    goal,
    chance: reached / Math.max(1, paths),
    mean: period.alreadyWon + meanTotal(cut, goal.measure),
    atChance: period.alreadyWon + (totals[Math.floor((1 - goal.chance) * (paths - 1))] ?? 0),
    alreadyWon: period.alreadyWon,
    levers: [],
    scaledLeads: null,
    cheapest: null,
    easiest: null,
    withoutCost: [],
    areCostsKnown: areCostsKnown(plan),
  };
}
