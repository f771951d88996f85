import type { Month, ScenarioBase, ScenarioChange, Scenarios, Variant } from '../../engine';
import { NAME_LENGTH, SCENARIO_LIMITS } from '../../workspace/limits';
import { newId } from '../newId';

/** A change that is not in a variant yet: what names it there is given as it is put in. */
export type NewChange = WithoutId<ScenarioChange>;
type WithoutId<Change> = Change extends unknown ? Omit<Change, 'id'> : never;

export function canAddVariants({ variants }: Scenarios, count = 1): boolean {
  return variants.length + count <= SCENARIO_LIMITS.variants.max;
}

export function canAddChanges({ changes }: Variant, count = 1): boolean {
  return changes.length + count <= SCENARIO_LIMITS.changes.max;
}

/** The name, cut to what fits, and numbered where another variant has it. Capitals make no difference. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const others = new Set(taken.map((name) => name.toLocaleLowerCase()));
  let free = wanted.trim().slice(0, NAME_LENGTH);
  for (let count = 2; others.has(free.toLocaleLowerCase()); count++) {
    const ending = ` ${count}`;
    free = wanted.trim().slice(0, NAME_LENGTH - ending.length) + ending;
  }
  return free;
}

/** With a name of its own and new ids. The caller has asked `canAddChanges`. */
export function newVariant(scenarios: Scenarios, name: string, changes: readonly NewChange[]): Variant {
  const taken = scenarios.variants.map((variant) => variant.name);
  return { id: newId('s'), name: freeName(name, taken), changes: changes.map(withNewId) };
}

function withNewId(change: NewChange): ScenarioChange {
  return { ...change, id: newId('s') };
}

/** @param place among the variants; at the end where it is left out */
export function withVariant(
  scenarios: Scenarios,
  variant: Variant,
  place = scenarios.variants.length,
): Scenarios {
  const { variants } = scenarios;
  return { ...scenarios, variants: [...variants.slice(0, place), variant, ...variants.slice(place)] };
}

export function withoutVariant(scenarios: Scenarios, id: string): Scenarios {
  return { ...scenarios, variants: scenarios.variants.filter((variant) => variant.id !== id) };
}

/** The scenarios with one variant changed; the same where there is none of this id. */
export function editVariant(
  scenarios: Scenarios,
  id: string,
  edit: (variant: Variant) => Variant,
): Scenarios {
  if (!scenarios.variants.some((variant) => variant.id === id)) return scenarios;
  return {
    ...scenarios,
    variants: scenarios.variants.map((variant) => (variant.id === id ? edit(variant) : variant)),
  };
}

export function withBase(scenarios: Scenarios, base: ScenarioBase): Scenarios {
  return { ...scenarios, base };
}

export function withChanges(variant: Variant, changes: readonly NewChange[]): Variant {
  return { ...variant, changes: [...variant.changes, ...changes.map(withNewId)] };
}

/** With another change in the place of the one that has its id. */
export function withChange(variant: Variant, change: ScenarioChange): Variant {
  return { ...variant, changes: variant.changes.map((old) => (old.id === change.id ? change : old)) };
}

export function withoutChange(variant: Variant, id: string): Variant {
  return { ...variant, changes: variant.changes.filter((change) => change.id !== id) };
}

/** As they come into force; what begins together stays in the order it was added. */
export function byStart(changes: readonly ScenarioChange[]): readonly ScenarioChange[] {
  const order = (one: { from: Month }, other: { from: Month }): number =>
    one.from < other.from ? -1 : one.from > other.from ? 1 : 0;
  return [...changes].sort(order);
}
