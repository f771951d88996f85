import type { Plan, PlannedKind, PlannedStage } from '../../engine';
import { NAME_LENGTH, PLAN_LIMITS } from '../../workspace/limits';

/** A stage with what each kind assumes of it: all that is needed to put it back. */
export interface StageOfAllKinds {
  name: string;
  kinds: Readonly<Record<PlannedKind, PlannedStage>>;
}

/** Everybody passes at once, so a stage that has just been added leaves the forecast as it was. */
const NEUTRAL_STAGE: PlannedStage = {
  conversion: { value: 1, doubt: 'sure', from: 'default' },
  days: { value: 0, doubt: 'sure', from: 'default' },
};

export type StageNameProblem = 'empty' | 'tooLong' | 'taken';

/** Why a stage can't have this name; null when it can. `index`: the stage itself, whose own name is not taken. */
export function stageNameProblem(plan: Plan, index: number, name: string): StageNameProblem | null {
  const wanted = name.trim();
  if (wanted === '') return 'empty';
  if (wanted.length > NAME_LENGTH) return 'tooLong';
  const isTaken = plan.stageNames.some(
    (other, position) => position !== index && other.toLowerCase() === wanted.toLowerCase(),
  );
  return isTaken ? 'taken' : null;
}

export function canAddStage(plan: Plan): boolean {
  return plan.stageNames.length < PLAN_LIMITS.stages.max;
}

export function canRemoveStage(plan: Plan): boolean {
  return plan.stageNames.length > PLAN_LIMITS.stages.min;
}

/** The plan with another name for a stage; the same plan where the name won't do. */
export function renameStage(plan: Plan, index: number, name: string): Plan {
  if (stageNameProblem(plan, index, name) !== null) return plan;
  return { ...plan, stageNames: plan.stageNames.map((old, at) => (at === index ? name.trim() : old)) };
}

/**
 * The plan with a stage before the one at `index`, or at the end, that changes nothing yet; the same plan where it has as
 * many as it may.
 */
export function addStage(plan: Plan, name: string, index = plan.stageNames.length): Plan {
  const kinds = { seed: NEUTRAL_STAGE, net: NEUTRAL_STAGE, spear: NEUTRAL_STAGE };
  return insertStage(plan, index, { name, kinds });
}

/** A stage as every kind has it; null where there is none. */
export function stageAt(plan: Plan, index: number): StageOfAllKinds | null {
  const name = plan.stageNames[index];
  const { seed, net, spear } = plan.kinds;
  const [ofSeed, ofNet, ofSpear] = [seed.stages[index], net.stages[index], spear.stages[index]];
  if (name === undefined || !ofSeed || !ofNet || !ofSpear) return null;
  return { name, kinds: { seed: ofSeed, net: ofNet, spear: ofSpear } };
}

/** The plan with a stage put in before the one at `index`; the same plan where it has as many as it may. */
export function insertStage(plan: Plan, index: number, stage: StageOfAllKinds): Plan {
  if (!canAddStage(plan)) return plan;
  return withStages({ ...plan, stageNames: inserted(plan.stageNames, index, stage.name) }, (stages, kind) =>
    inserted(stages, index, stage.kinds[kind]),
  );
}

/** The plan without a stage; the same plan where it is the last one left. */
export function removeStage(plan: Plan, index: number): Plan {
  if (!canRemoveStage(plan) || plan.stageNames[index] === undefined) return plan;
  return withStages({ ...plan, stageNames: without(plan.stageNames, index) }, (stages) =>
    without(stages, index),
  );
}

/** The plan with a stage moved to another place among the others; the same plan where there is no such place. */
export function moveStage(plan: Plan, from: number, to: number): Plan {
  const moved = plan.stageNames[from];
  if (moved === undefined || plan.stageNames[to] === undefined || from === to) return plan;
  const reorder = <T>(items: readonly T[]): readonly T[] => {
    const item = items[from];
    return item === undefined ? items : inserted(without(items, from), to, item);
  };
  return withStages({ ...plan, stageNames: reorder(plan.stageNames) }, reorder);
}

function withStages(
  plan: Plan,
  change: (stages: readonly PlannedStage[], kind: PlannedKind) => readonly PlannedStage[],
): Plan {
  const { seed, net, spear } = plan.kinds;
  return {
    ...plan,
    kinds: {
      seed: { ...seed, stages: change(seed.stages, 'seed') },
      net: { ...net, stages: change(net.stages, 'net') },
      spear: { ...spear, stages: change(spear.stages, 'spear') },
    },
  };
}

function inserted<T>(items: readonly T[], index: number, item: T): readonly T[] {
  return [...items.slice(0, index), item, ...items.slice(index)];
}

function without<T>(items: readonly T[], index: number): readonly T[] {
  return items.filter((_, at) => at !== index);
}
