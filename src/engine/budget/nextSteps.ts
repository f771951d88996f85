import type { FunnelModel } from '../funnel/model';
import { applyChanges } from '../scenario/applyChanges';
import type { ScenarioStart } from '../scenario/baseModel';
import { firstShareOf } from '../scenario/plannedParts';
import type { ScenarioChange } from '../scenario/scenario';
import type { Outcomes } from '../simulate/outcomes';
import { firstMonthOf, type Period } from '../simulate/periods';
import type { Spread } from '../simulate/forecast';
import { spreadOf } from '../simulate/spread';
import type { BudgetRequest, NextStep, NextSteps, StepName, StepOutcome } from './budget';
import { budgetPeriodOf } from './kindReturns';
import { drawOutcomes, pathsOfDifference } from './drawOutcomes';
import { earnedMonths, totalOf, type EarnedMonth } from './earnings';
import { isSaid, mainCostOf } from './lackingCosts';
import { earnedOnPaths } from './payments';
import { ratio } from './ratio';
import { churnFactor, customersLost, KEEPING_IN_DEALS, retentionChanges } from './retention';
import {
  joining,
  obstacleOfProspector,
  obstacleOfRetention,
  obstacleOfSpend,
  plannedSpend,
  spending,
  spendingMonths,
  type Obstacle,
} from './steps';

/** The next amount is spent evenly over so many months. */
const MONTHS_OF_SPENDING = 3;

/** A base that was drawn with the paths and seed of the request. */
export interface DrawnBase {
  start: ScenarioStart;
  outcomes: Outcomes;
}

/** What keeping a customer is taken to cost. */
export function keepingCost(start: ScenarioStart, request: Pick<BudgetRequest, 'costPerKept'>): number {
  if (request.costPerKept !== null) return request.costPerKept;
  const months = earnedMonths(start.model);
  return KEEPING_IN_DEALS * (ratio(totalOf(months, 'won'), totalOf(months, 'wins')) ?? 0);
}

/**
 * What the next amount of spend on nets, on keeping customers, and the next prospector bring: each a scenario of its own beside the
 * forecast, drawn on the same paths. Yields the share done.
 */
export function* nextSteps(base: DrawnBase, request: BudgetRequest): Generator<number, NextSteps> {
  const { start } = base;
  const { model } = start;
  const { amount } = request;
  const months = earnedMonths(model);
  const window = spendingMonths(model, MONTHS_OF_SPENDING, request.today);
  const to = model.months.at(-1) ?? firstMonthOf(model);
  const costPerKept = keepingCost(start, request);
  const common = {
    amount,
    to,
    costPerKept,
    isCostPerKeptAssumed: request.costPerKept === null,
    seller: sellerOf(start, months),
  };
  if (window === null) return { ...common, steps: [], churnFactor: null };
  const lost = customersLost(model, months, window.first, window.end);
  const factor = churnFactor(amount, costPerKept, lost);
  const planned = plannedSpend(model, 'net', window);
  const asked: {
    what: StepName;
    months: number | null;
    obstacle: Obstacle | null;
    changes: ScenarioChange[];
  }[] = [
    {
      what: 'spend',
      months: window.months,
      obstacle: obstacleOfSpend(start, window),
      changes: planned > 0 ? [spending(1 + amount / planned, window)] : [],
    },
    {
      what: 'prospector',
      months: null,
      obstacle: obstacleOfProspector(start, window.from),
      changes: [joining(1, window.from, null)],
    },
    {
      what: 'retention',
      months: window.months,
      obstacle: obstacleOfRetention(start),
      changes: retentionChanges(amount, factor, window.from, window.months),
    },
  ];
  const steps: NextStep[] = [];
  for (const { what, months: lasting, obstacle, changes } of asked) {
    const named = { what, from: window.from, months: lasting };
    if (obstacle !== null) {
      steps.push({ ...named, outcome: null, ...obstacle });
      continue;
    }
    const outcome = yield* outcomeOf(base, months, changes, request, (done) => (steps.length + done) / 3);
    steps.push({ ...named, outcome, isCostAssumed: isAssumed(start, what), obstacle: null });
  }
  return { ...common, steps, churnFactor: model.customers === null ? null : factor };
}

function isAssumed({ plan }: ScenarioStart, what: StepName): boolean {
  if (what === 'spend') return !isSaid(plan, mainCostOf('net'));
  return what === 'prospector' && !isSaid(plan, mainCostOf('spear'));
}

function sellerOf({ model, plan }: ScenarioStart, months: readonly EarnedMonth[]): NextSteps['seller'] {
  const place = mainCostOf('company');
  const isAssumed = !isSaid(plan, place);
  const hasSellers = model.costs.some(
    ({ kind, monthly }) => kind === null && monthly.some((cost) => cost > 0),
  );
  const costPerMonth = plan.company.costPerSeller.value;
  if ((isAssumed && !hasSellers) || !(costPerMonth > 0)) return null;
  const dealsPerMonth = ratio(costPerMonth, ratio(totalOf(months, 'won'), totalOf(months, 'wins')));
  return dealsPerMonth === null ? null : { costPerMonth, dealsPerMonth, isAssumed };
}

function* outcomeOf(
  { start, outcomes }: DrawnBase,
  months: readonly EarnedMonth[],
  changes: readonly ScenarioChange[],
  { paths, seed, period }: BudgetRequest,
  shareDone: (done: number) => number,
): Generator<number, StepOutcome> {
  const { model } = applyChanges(start.model, start.plan, changes);
  const drawing = drawOutcomes(model, { paths: pathsOfDifference(paths), seed });
  let step = drawing.next();
  for (; !step.done; step = drawing.next()) yield shareDone(step.value);
  const changed = earnedMonths(model);
  const within = budgetPeriodOf(model, period);
  const inForecast = differenceOnPaths(start.model, outcomes, step.value, 0, model.months.length);
  const costs = changed.map(({ cost }, at) => cost - (months[at]?.cost ?? 0));
  const earned = changed.map((month, at) => month.earned - (months[at]?.earned ?? 0));
  const sumIn = (
    amounts: readonly number[],
    { firstIndex, endIndex }: Pick<Period, 'firstIndex' | 'endIndex'>,
  ) => amounts.slice(firstIndex, endIndex).reduce((sum, each) => sum + each, 0);
  const all = { firstIndex: 0, endIndex: costs.length };
  const cost = sumIn(costs, all);
  const mean = sumIn(earned, all);
  return {
    cost,
    costInPeriod: sumIn(costs, within),
    brings: {
      inPeriod: aroundMean(
        sumIn(earned, within),
        differenceOnPaths(start.model, outcomes, step.value, within.firstIndex, within.endIndex),
      ),
      inForecast: aroundMean(mean, inForecast.slice()),
    },
    wins: totalOf(changed, 'wins') - totalOf(months, 'wins'),
    leads: totalOf(changed, 'leads') - totalOf(months, 'leads'),
    perUnit: ratio(mean, cost),
    halfBy:
      mean > 0
        ? monthReached(
            model,
            earned,
            earned.map(() => 0),
            mean / 2,
          )
        : null,
    backBy: monthReached(model, earned, costs, 0),
    chanceToPay: inForecast.filter((each) => each > cost).length / Math.max(1, inForecast.length),
  };
}

/** First month by whose end the amounts less the costs have come to at least so much, having cost anything; null = never. */
function monthReached(
  model: FunnelModel,
  amounts: readonly number[],
  costs: readonly number[],
  least: number,
) {
  let sum = 0;
  let hasBegun = false;
  for (let at = 0; at < amounts.length; at++) {
    const [amount, cost] = [amounts[at] ?? 0, costs[at] ?? 0];
    hasBegun ||= amount > 0 || cost > 0;
    sum += amount - cost;
    if (hasBegun && sum >= least) return model.months[at] ?? null;
  }
  return null;
}

/** What is earned more on each path of the variant, which may be the first of the base's, in some forecast months. */
export function differenceOnPaths(
  model: FunnelModel,
  base: Outcomes,
  variant: Outcomes,
  first: number,
  end: number,
): Float64Array {
  const firstShare = firstShareOf(model);
  const { paths } = variant;
  const [before, after] = [earnedOnPaths(base), earnedOnPaths(variant)];
  const difference = new Float64Array(paths);
  for (let month = first; month < end; month++) {
    const share = before.isInvoiced && month === 0 ? firstShare : 1;
    for (let path = 0; path < paths; path++) {
      const more = after.amounts[month * paths + path]! - before.amounts[month * base.paths + path]!;
      difference[path]! += share * more;
    }
  }
  return difference;
}

/** A spread about the exact mean: chance is in the ranges, not in the figure. */
export function aroundMean(mean: number, values: Float64Array): Spread {
  return { ...spreadOf(values), mean };
}
