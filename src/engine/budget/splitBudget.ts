import { applyChanges } from '../scenario/applyChanges';
import type { ScenarioChange } from '../scenario/scenario';
import { firstMonthOf } from '../simulate/periods';
import { spreadOf } from '../simulate/spread';
import { bestSplit, costOfHeads, leastBudget, type Split } from './bestSplit';
import {
  BUDGET_PARTS,
  type BudgetPart,
  type BudgetRequest,
  type BudgetSplit,
  type SplitPart,
} from './budget';
import { drawOutcomes, pathsOfDifference } from './drawOutcomes';
import { differenceOnPaths, keepingCost, type DrawnBase } from './nextSteps';
import { churnFactor, retentionChanges } from './retention';
import { splitCurves, type Allocation, type SplitCurves } from './splitCurves';
import {
  joining,
  obstacleOfProspector,
  obstacleOfRetention,
  obstacleOfSpend,
  spending,
  spendingMonths,
  type Obstacle,
  type SpendingMonths,
} from './steps';

/** A budget is one of twelve months. */
const MONTHS_OF_BUDGET = 12;

/** Where nobody has said a budget: so much of what is planned on top of it, a sum that asks for a choice. */
const MORE_THAN_PLANNED = 0.2;

/** Budgets up to the one asked for that are looked at for where money stops to bring its cost. */
const BUDGETS = 24;

/** A share of the budget that a marginal return is taken by. */
const SMALL_SHARE = 0.001;

/**
 * The split of a budget over nets, spears and keeping customers that earns most by the forecast's end, on the exact mean, and what it earns
 * more than the plan on simulated paths. Yields the share done.
 */
export function* splitBudget(base: DrawnBase, request: BudgetRequest): Generator<number, BudgetSplit> {
  const { start } = base;
  const { model } = start;
  const { limits } = request.split;
  const window = spendingMonths(model, MONTHS_OF_BUDGET, request.today);
  const nothing = {
    parts: [],
    missing: [],
    heads: 0,
    hireCost: null,
    left: 0,
    gain: 0,
    simulated: null,
    wellUsed: 0,
  };
  if (window === null) {
    const first = firstMonthOf(model);
    return { ...nothing, outcome: 'nothingToSplit', span: { from: first, to: first }, budget: 0 };
  }
  const span = { from: window.from, to: model.months[window.end - 1] ?? window.from };
  const obstacles: Record<BudgetPart, Obstacle | null> = {
    net: obstacleOfSpend(start, window),
    spear: obstacleOfProspector(start, window.from),
    retention: obstacleOfRetention(start),
  };
  const missing = BUDGET_PARTS.flatMap((part) => {
    const obstacle = obstacles[part];
    return obstacle === null ? [] : [{ part, ...obstacle }];
  });
  const costPerKept = keepingCost(start, request);
  const canKeep = obstacles.retention === null && costPerKept > 0;
  const turns = { net: obstacles.net === null, spear: obstacles.spear === null, retention: canKeep };
  if (!turns.net && !turns.spear && !turns.retention) {
    const budget = request.split.budget ?? request.amount;
    return { ...nothing, outcome: 'nothingToSplit', span, budget, missing };
  }
  const curves = splitCurves(start, window, turns, costPerKept);
  const planned = (curves.net?.planned ?? 0) + (curves.spear?.planned ?? 0);
  const budget = request.split.budget ?? planned + Math.max(MORE_THAN_PLANNED * planned, request.amount);
  const common = { ...nothing, span, budget, missing };
  const split = bestSplit(curves, limits, budget);
  if (split === null)
    return { ...common, outcome: 'limitsTooHigh', left: 0, wellUsed: leastBudget(curves, limits) };

  const changed = applyChanges(model, start.plan, changesOf(split, curves, window)).model;
  const drawing = drawOutcomes(changed, { ...request, paths: pathsOfDifference(request.paths) });
  let step = drawing.next();
  for (; !step.done; step = drawing.next()) yield step.value;
  const difference = differenceOnPaths(model, base.outcomes, step.value, 0, model.months.length);
  return {
    ...common,
    outcome: 'split',
    parts: partsOf(split, curves, budget),
    heads: split.heads,
    hireCost: curves.spear === null ? null : costOfHeads(curves, split.heads + 1) - split.spear,
    left: split.left,
    gain: split.gain,
    simulated: spreadOf(difference),
    wellUsed: wellUsed(curves, limits, budget, split),
  };
}

/** A split as changes of a scenario. */
export function changesOf(
  { net, heads, retention }: Allocation,
  curves: SplitCurves,
  window: SpendingMonths,
): ScenarioChange[] {
  const planned = curves.net?.planned ?? 0;
  const kept = curves.retention;
  return [
    ...(planned > 0 ? [spending(net / planned, window)] : []),
    ...(heads === 0 ? [] : [joining(heads, window.from, window.months)]),
    ...(kept === null || retention === 0
      ? []
      : retentionChanges(
          retention,
          churnFactor(retention, kept.costPerKept, kept.lost),
          window.from,
          window.months,
        )),
  ];
}

function partsOf(split: Split, curves: SplitCurves, budget: number): SplitPart[] {
  const small = Math.max(1, budget * SMALL_SHARE);
  const by = (more: Partial<Allocation>, cost: number): number =>
    cost > 0 ? (curves.gainAt({ ...split, ...more }) - split.gain) / cost : 0;
  const parts: SplitPart[] = [];
  if (curves.net !== null) {
    const marginal = by({ net: split.net + small }, small);
    parts.push({ part: 'net', planned: curves.net.planned, suggested: split.net, marginal });
  }
  if (curves.spear !== null) {
    const next = costOfHeads(curves, split.heads + 1) - split.spear;
    const marginal = by({ heads: split.heads + 1 }, next);
    parts.push({ part: 'spear', planned: curves.spear.planned, suggested: split.spear, marginal });
  }
  if (curves.retention !== null) {
    const marginal = by({ retention: split.retention + small }, small);
    parts.push({ part: 'retention', planned: 0, suggested: split.retention, marginal });
  }
  return parts;
}

/** The budget, of those up to this one, whose best split earns most over what it costs: by a grid, and a finer one about its best. */
function wellUsed(
  curves: SplitCurves,
  limits: BudgetRequest['split']['limits'],
  budget: number,
  whole: Split,
): number {
  const least = Math.min(budget, leastBudget(curves, limits));
  let best = { budget, net: whole.gain - (budget - whole.left) };
  const look = (from: number, to: number): void => {
    for (let step = 0; step < BUDGETS; step++) {
      const smaller = from + ((to - from) * step) / BUDGETS;
      const split = bestSplit(curves, limits, smaller);
      if (split === null) continue;
      const net = split.gain - (smaller - split.left);
      // Less is better only where it is better by more than the last digits.
      if (net > best.net + 1e-6 * Math.max(1, budget)) best = { budget: smaller, net };
    }
  };
  look(least, budget);
  const width = (budget - least) / BUDGETS;
  if (best.budget < budget) look(Math.max(least, best.budget - width), Math.min(budget, best.budget + width));
  return best.budget;
}
