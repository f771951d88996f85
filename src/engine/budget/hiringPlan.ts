import type { Month } from '../calendar/calendar';
import type { MonthSpan } from '../calendar/fiscal';
import { firstDayOfMonth } from '../calendar/month';
import type { FunnelModel } from '../funnel/model';
import { surePlan } from '../plan/surePlan';
import { applyChanges } from '../scenario/applyChanges';
import type { ScenarioStart } from '../scenario/baseModel';
import type { Outcomes } from '../simulate/outcomes';
import { yearsOf, type Period } from '../simulate/periods';
import type { BudgetRequest, HireStart, HiringPlan, LastHire, StepObstacle } from './budget';
import { drawOutcomes, pathsOfDifference } from './drawOutcomes';
import { earnedMonths, type EarnedMonth } from './earnings';
import { budgetPeriodOf } from './kindReturns';
import type { DrawnBase } from './nextSteps';
import { joining, obstacleOfProspector, spendingMonths } from './steps';

/** Nobody hires more. */
const MOST_HEADS = 1_000;

/** Expected wins at which one is more likely than none: 1 − e^−wins = ½. */
const LIKELY_WIN = Math.LN2;

/** What one would bring is not known, so that nothing can be told of any start. */
const IS_UNTOLD: ReadonlySet<StepObstacle> = new Set(['teamUnknown', 'spearsUnknown']);

/** What one who starts in a month adds by the end of a period. */
type AddedBy = (start: Month, end: number) => { value: number; wins: number; cost: number };

/**
 * How many prospectors would make the target, by when they start: leads are in proportion to people, so that it is the gap of the means ÷
 * what one who starts then is expected to win by the period's end, ramp and time to win included. And the last month in which a
 * hire still helps the fiscal year. Yields the share done.
 */
export function* hiringPlan(base: DrawnBase, request: BudgetRequest): Generator<number, HiringPlan> {
  const { start } = base;
  const { model, plan } = start;
  const period = budgetPeriodOf(model, request.period);
  const { target } = request;
  const paths = wonOnPaths(model, base.outcomes, period);
  const expected = meanOf(paths);
  const chance = target === null ? null : shareReaching(paths, target);
  const span = { from: period.from, to: period.to };
  const first = spendingMonths(model, 1, request.today);
  const obstacle = first === null ? null : obstacleOfProspector(start, first.from);
  const common = { span, target, expected, chance };
  if (first === null || (obstacle !== null && IS_UNTOLD.has(obstacle.obstacle))) {
    const why = obstacle ?? { obstacle: null, places: [] };
    return { ...common, ...why, starts: [], suggestion: null, last: [] };
  }
  const addedBy = yearlong({ model, plan: surePlan(plan) });
  // Each month is worked out once, and messages are let in between them.
  const ahead = model.months.slice(first.first);
  for (const [done, month] of ahead.entries()) {
    addedBy(month, 0);
    yield (MEANS_SHARE * (done + 1)) / ahead.length;
  }
  const isPaid = obstacle === null;
  const gap = target === null ? null : target - expected;
  const starts = model.months.slice(first.first, period.endIndex).map((month): HireStart => {
    const { value, wins, cost } = addedBy(month, period.endIndex);
    const heads = gap === null ? null : headsFor(gap, value);
    return { month, value, wins, cost: isPaid ? cost : null, heads };
  });
  const last = yearsOf(model)
    .filter(({ to }) => to >= first.from)
    .slice(0, 2)
    .filter(({ to }) => to <= (model.months.at(-1) ?? to))
    .map((year) => lastHire(model, year, first.first, addedBy, isPaid));
  const [earliest] = starts;
  const isWanted = earliest !== undefined && earliest.heads !== null && earliest.heads > 0;
  if (target === null || !isWanted || earliest.heads === null) {
    return { ...common, ...(obstacle ?? NO_OBSTACLE), starts, suggestion: null, last };
  }
  const { month, heads } = earliest;
  const hired = applyChanges(model, plan, [joining(heads, month, null)]).model;
  const drawing = drawOutcomes(hired, { ...request, paths: pathsOfDifference(request.paths) });
  let step = drawing.next();
  for (; !step.done; step = drawing.next()) {
    yield MEANS_SHARE + (1 - MEANS_SHARE) * step.value;
  }
  const reached = shareReaching(wonOnPaths(model, step.value, period), target);
  return {
    ...common,
    ...(obstacle ?? NO_OBSTACLE),
    starts,
    suggestion: { month, heads, chance: reached },
    last,
  };
}

/** Share of the work that exact means are. */
const MEANS_SHARE = 0.5;

const NO_OBSTACLE = { obstacle: null, places: [] };

/** By exact means, each start worked out once. */
function yearlong({ model, plan }: ScenarioStart): AddedBy {
  const before = earnedMonths(model);
  const known = new Map<Month, readonly EarnedMonth[]>();
  return (start, end) => {
    let months = known.get(start);
    if (months === undefined) {
      months = earnedMonths(applyChanges(model, plan, [joining(1, start, null)]).model);
      known.set(start, months);
    }
    const sum = { value: 0, wins: 0, cost: 0 };
    months.slice(0, end).forEach((month, at) => {
      const base = before[at];
      sum.value += month.won - (base?.won ?? 0);
      sum.wins += month.wins - (base?.wins ?? 0);
      sum.cost += month.cost - (base?.cost ?? 0);
    });
    return sum;
  };
}

function headsFor(gap: number, value: number): number | null {
  if (gap <= 0) return 0;
  const heads = Math.ceil(gap / value - 1e-9);
  return value > 0 && heads <= MOST_HEADS ? heads : null;
}

/** Later starts bring less by a given end: the last month of those that do. */
function lastHire(
  model: FunnelModel,
  { from, to, endIndex }: Period,
  firstWhole: number,
  addedBy: AddedBy,
  isPaid: boolean,
): LastHire {
  const span: MonthSpan = { from, to };
  let pays: Month | null = null;
  let wins: Month | null = null;
  // Whoever starts before a later year begins helps it too.
  for (const month of model.months.slice(firstWhole, endIndex)) {
    const added = addedBy(month, endIndex);
    if (isPaid && added.value > added.cost) pays = month;
    if (added.wins >= LIKELY_WIN) wins = month;
  }
  return {
    span,
    pays: pays === null ? null : firstDayOfMonth(pays),
    wins: wins === null ? null : firstDayOfMonth(wins),
  };
}

/** Won value of each path in a period, what has happened in it included. */
function wonOnPaths(model: FunnelModel, { paths, value }: Outcomes, period: Period): Float64Array {
  const { from, to, firstIndex, endIndex } = period;
  const alreadyWon = model.history.reduce(
    (sum, actual) => (actual.month >= from && actual.month <= to ? sum + actual.value : sum),
    0,
  );
  const won = new Float64Array(paths).fill(alreadyWon);
  for (let month = firstIndex; month < endIndex; month++) {
    for (let path = 0; path < paths; path++) won[path]! += value[month * paths + path]!;
  }
  return won;
}

function shareReaching(won: Float64Array, target: number): number {
  return won.filter((value) => value >= target).length / Math.max(1, won.length);
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
