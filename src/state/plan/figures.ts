import type { Basis, Doubt, KindPlan, Plan, PlannedKind, PlannedStage } from '../../engine';

/** Parts of the forecast that come from history or from the plan, each for itself. */
export type PlanPart = keyof KindPlan['basis'];

export const PLAN_PARTS = ['leads', 'closing', 'value'] as const satisfies readonly PlanPart[];

/** Which figure of a kind is meant; stages are counted from 0. */
export type Place =
  | { of: 'leadsPerMonth' | 'growthPerMonth' | 'dealValue' | 'valueVariation' }
  | { of: 'conversion' | 'days'; stage: number };

/** A figure as the plan holds it. `doubt` is null for the spread of deal values, which carries none. */
export interface Figure {
  value: number;
  doubt: Doubt | null;
}

const PARTS: Readonly<Record<Place['of'], PlanPart>> = {
  leadsPerMonth: 'leads',
  growthPerMonth: 'leads',
  conversion: 'closing',
  days: 'closing',
  dealValue: 'value',
  valueVariation: 'value',
};

export function partOf(place: Place): PlanPart {
  return PARTS[place.of];
}

/** The figure at a place; null where the plan has no such stage. */
export function figureAt(kind: KindPlan, place: Place): Figure | null {
  if ('stage' in place) return kind.stages[place.stage]?.[place.of] ?? null;
  if (place.of === 'valueVariation') return { value: kind.valueVariation, doubt: null };
  return kind[place.of];
}

/** The plan with one figure changed; the same plan where it has no such stage. */
export function withFigure(plan: Plan, kind: PlannedKind, place: Place, change: Partial<Figure>): Plan {
  return withKind(plan, kind, (before) => changeFigure(before, place, change));
}

/** The plan with a part of a kind taken from history, or from what was typed. */
export function withBasis(plan: Plan, kind: PlannedKind, parts: readonly PlanPart[], basis: Basis): Plan {
  const changed = Object.fromEntries(parts.map((part) => [part, basis]));
  return withKind(plan, kind, (before) => ({ ...before, basis: { ...before.basis, ...changed } }));
}

function withKind(plan: Plan, kind: PlannedKind, change: (before: KindPlan) => KindPlan): Plan {
  const before = plan.kinds[kind];
  const after = change(before);
  return after === before ? plan : { ...plan, kinds: { ...plan.kinds, [kind]: after } };
}

function changeFigure(kind: KindPlan, place: Place, { value, doubt }: Partial<Figure>): KindPlan {
  if (place.of === 'valueVariation') return value === undefined ? kind : { ...kind, valueVariation: value };
  const figure = figureAt(kind, place);
  if (figure?.doubt == null) return kind;
  const changed = { value: value ?? figure.value, doubt: doubt ?? figure.doubt };
  if (!('stage' in place)) return { ...kind, [place.of]: changed };
  const stages = kind.stages.map((stage, index): PlannedStage =>
    index === place.stage ? { ...stage, [place.of]: changed } : stage,
  );
  return { ...kind, stages };
}
