import type { Plan } from '../../engine';
import { activePlanOf } from '../../workspace/planBook';
import type { PlanBook } from '../../workspace/types';

/** What a change of the plans did, so that undo can say what it takes back. */
export type PlanStepCode =
  | 'figure'
  | 'doubt'
  | 'basis' // from the plan or from the imported deals
  | 'stages'
  | 'season'
  | 'team'
  | 'start'
  | 'recurring'
  | 'several' // figures at once
  | 'history' // taken over from the imported deals
  | 'goal' // taken over from goal seek
  | 'reset'
  | 'currency'
  | 'planAdded'
  | 'planRenamed'
  | 'planRemoved'
  | 'planSwitched'
  | 'scenarios'
  | 'kept'; // a forecast of somebody else

export interface PlanStep {
  code: PlanStepCode;
  /**
   * What was changed, such as the address of a figure: changes of the same that follow closely are undone together. Null: by
   * itself.
   */
  key: string | null;
}

/** Lists and groups of a plan that are changed as one, by the last step of their path. */
const GROUPS: readonly [part: RegExp, code: PlanStepCode][] = [
  [/^stageNames/, 'stages'],
  [/^season\b/, 'season'],
  [/\.(hires|ramp)\b|^sellerHires/, 'team'],
  [/^(startMonth|isRunning)$/, 'start'],
  [/^recurring\b/, 'recurring'],
];

/** What was done between two books, read off what they no longer share, where whoever did it does not say; null where nothing was. */
export function stepBetween(before: PlanBook, after: PlanBook): PlanStep | null {
  if (after.plans.length > before.plans.length) return { code: 'planAdded', key: after.active };
  if (after.plans.length < before.plans.length) return { code: 'planRemoved', key: before.active };
  if (after.active !== before.active) return { code: 'planSwitched', key: after.active };
  const [old, fresh] = [activePlanOf(before), activePlanOf(after)];
  if (old.name !== fresh.name) return { code: 'planRenamed', key: fresh.id };
  const ofPlan = stepOfPlan(old.plan, fresh.plan);
  if (ofPlan) return ofPlan;
  if (before.scenarios !== after.scenarios) return { code: 'scenarios', key: null };
  return before.kept === after.kept ? null : { code: 'kept', key: null };
}

function stepOfPlan(before: Plan, after: Plan): PlanStep | null {
  const paths = changedPaths(before, after, '');
  const [first] = paths;
  if (first === undefined) return null;
  for (const [part, code] of GROUPS) {
    if (paths.some((path) => part.test(path))) return { code, key: code };
  }
  // All but value, doubt and source is the address of the figure.
  const figures = new Set(paths.map((path) => path.replace(/\.(value|doubt|from)(\.(low|high))?$/, '')));
  const [figure = first] = figures;
  if (/\.basis\b/.test(first) && paths.every((path) => /\.basis\b/.test(path)))
    return { code: 'basis', key: figure };
  if (figures.size > 1) return { code: 'several', key: figure };
  const isValue = paths.some((path) => path.endsWith('.value'));
  return { code: isValue ? 'figure' : 'doubt', key: figure };
}

/** Paths of all leaves that differ. What two plans share is the same object in both and is not looked into. */
function changedPaths(before: unknown, after: unknown, path: string): string[] {
  if (Object.is(before, after)) return [];
  if (!isBranch(before) || !isBranch(after)) return [path];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    changedPaths(before[name], after[name], path === '' ? name : `${path}.${name}`),
  );
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
