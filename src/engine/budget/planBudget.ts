import type { ScenarioStart } from '../scenario/baseModel';
import type { BudgetAnswer, BudgetRequest } from './budget';
import { ASSUMED_DELAY_DAYS, cashNeed } from './cashNeed';
import { drawOutcomes } from './drawOutcomes';
import { hiringPlan } from './hiringPlan';
import { kindReturns } from './kindReturns';
import { lackingCosts } from './lackingCosts';
import { nextSteps, type DrawnBase } from './nextSteps';
import { splitBudget } from './splitBudget';

/** What needs no simulation: at once. */
export function budgetAtOnce(
  start: ScenarioStart,
  { period, paymentDelayDays }: BudgetRequest,
): Pick<BudgetAnswer, 'lacking' | 'areCostsKnown' | 'returns'> {
  return {
    lacking: lackingCosts(start.model, start.plan),
    areCostsKnown: start.model.costs.length > 0,
    returns: kindReturns(start, period, paymentDelayDays ?? ASSUMED_DELAY_DAYS),
  };
}

/** Draws the forecast itself, to hold everything else against. Yields the share done. */
export function* drawBudgetBase(
  start: ScenarioStart,
  { paths, seed }: Pick<BudgetRequest, 'paths' | 'seed'>,
): Generator<number, DrawnBase> {
  return { start, outcomes: yield* drawOutcomes(start.model, { paths, seed }) };
}

/**
 * What selling costs and brings, the next step of spend and hiring, a split of the budget, a hiring plan and the cash it takes: all of the
 * model of the forecast. Yields the share done (0 to 1) between bits of work of a few milliseconds. The method: docs/methods.md,
 * "Budget".
 */
export function* planBudget(start: ScenarioStart, request: BudgetRequest): Generator<number, BudgetAnswer> {
  const parts = 4;
  let finished = 0;
  function* part<T>(work: Generator<number, T>): Generator<number, T> {
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) {
        finished += 1;
        return step.value;
      }
      yield (finished + step.value) / parts;
    }
  }
  const atOnce = budgetAtOnce(start, request);
  const base = yield* part(drawBudgetBase(start, request));
  const cash = cashNeed(start.model, base.outcomes, request.paymentDelayDays, request.today);
  const next = yield* part(nextSteps(base, request));
  const hiring = yield* part(hiringPlan(base, request));
  const split = yield* part(splitBudget(base, request));
  return { ...atOnce, cash, next, hiring, split };
}
