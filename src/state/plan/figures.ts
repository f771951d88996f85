import type { Basis, KindPlan, Plan, PlannedKind } from '../../engine';

/** Parts of the forecast that come from history or from the plan, each for itself. */
export type PlanPart = keyof KindPlan['basis'];

export const PLAN_PARTS = ['leads', 'closing', 'value'] as const satisfies readonly PlanPart[];

/** The plan with parts of a kind taken from history, or from what was typed. */
export function withBasis(plan: Plan, kind: PlannedKind, parts: readonly PlanPart[], basis: Basis): Plan {
  const before = plan.kinds[kind];
  if (parts.every((part) => before.basis[part] === basis)) return plan;
  const changed = Object.fromEntries(parts.map((part) => [part, basis]));
  return {
    ...plan,
    kinds: { ...plan.kinds, [kind]: { ...before, basis: { ...before.basis, ...changed } } },
  };
}
