import type { PlannedKind } from '../deals/deal';
import type { Assumption } from './assumption';
import type { CompanyPlan, NetPlan, Plan, PlannedStage, SeedPlan, SpearPlan } from './plan';

/** Names of the members that are single assumptions. */
type AssumptionsOf<T> = { [Name in keyof T]-?: T[Name] extends Assumption ? Name : never }[keyof T] & string;

export type SeedFigure = AssumptionsOf<SeedPlan>;
export type NetFigure = AssumptionsOf<NetPlan>;
export type SpearFigure = AssumptionsOf<SpearPlan>;
export type CompanyFigure = AssumptionsOf<CompanyPlan>;
export type StageFigure = keyof PlannedStage;

/** Every sort of assumption. */
export type AssumptionName = SeedFigure | NetFigure | SpearFigure | CompanyFigure | StageFigure | 'ramp';

/** Where an assumption stands in a plan. Stages and months of the ramp are counted from 0. */
export type PlanPlace =
  | { kind: 'seed'; of: SeedFigure }
  | { kind: 'net'; of: NetFigure }
  | { kind: 'spear'; of: SpearFigure }
  | { kind: 'spear'; of: 'ramp'; index: number }
  | { kind: PlannedKind; of: StageFigure; index: number }
  | { kind: null; of: CompanyFigure };

const OF_EVERY_KIND = ['dealValue', 'variation', 'valueGrowthPerYear', 'discount', 'costPerLead'] as const;
const LEADS_OF_SEEDS = ['leadsPerMonth', 'growthPerMonth', 'referralsPerCustomer'] as const;
const LEADS_OF_NETS = [
  'leadsPerMonth',
  'growthPerMonth',
  'spendToday',
  'spendPerMonth',
  'elasticity',
] as const;
const LEADS_OF_SPEARS = ['prospectors', 'leadsPerProspector', 'growthPerMonth', 'attritionPerMonth'] as const;
const OF_THE_COMPANY = [
  'activeCustomers',
  'churnPerMonth',
  'revenueToday',
  'expansionPerMonth',
  'seasonStrength',
  'costPerProspector',
  'sellers',
  'costPerSeller',
] as const satisfies readonly CompanyFigure[];

/** Every assumption of a plan, kind by kind: leads, stages, value; then those of the company. */
export function placesOf(plan: Plan): PlanPlace[] {
  const stagesOf = (kind: PlannedKind): PlanPlace[] =>
    plan.kinds[kind].stages.flatMap((_, index): PlanPlace[] => [
      { kind, of: 'conversion', index },
      { kind, of: 'days', index },
    ]);
  return [
    ...[...LEADS_OF_SEEDS].map((of): PlanPlace => ({ kind: 'seed', of })),
    ...stagesOf('seed'),
    ...OF_EVERY_KIND.map((of): PlanPlace => ({ kind: 'seed', of })),
    ...LEADS_OF_NETS.map((of): PlanPlace => ({ kind: 'net', of })),
    ...stagesOf('net'),
    ...OF_EVERY_KIND.map((of): PlanPlace => ({ kind: 'net', of })),
    ...LEADS_OF_SPEARS.map((of): PlanPlace => ({ kind: 'spear', of })),
    ...plan.kinds.spear.ramp.map((_, index): PlanPlace => ({ kind: 'spear', of: 'ramp', index })),
    ...stagesOf('spear'),
    ...OF_EVERY_KIND.map((of): PlanPlace => ({ kind: 'spear', of })),
    ...OF_THE_COMPANY.map((of): PlanPlace => ({ kind: null, of })),
  ];
}

/** One text for each place, to compare and to look up by: `net.conversion.2`, `company.sellers`. */
export function placeKey(place: PlanPlace): string {
  const path = `${place.kind ?? 'company'}.${place.of}`;
  return 'index' in place ? `${path}.${String(place.index)}` : path;
}

export function isSamePlace(one: PlanPlace, other: PlanPlace): boolean {
  return placeKey(one) === placeKey(other);
}

/** The assumption at a place; null where the plan has no such stage or month of the ramp. */
export function assumptionAt(plan: Plan, place: PlanPlace): Assumption | null {
  if ('index' in place) {
    if (place.of === 'ramp') return plan.kinds.spear.ramp[place.index] ?? null;
    return plan.kinds[place.kind].stages[place.index]?.[place.of] ?? null;
  }
  switch (place.kind) {
    case 'seed':
      return plan.kinds.seed[place.of];
    case 'net':
      return plan.kinds.net[place.of];
    case 'spear':
      return plan.kinds.spear[place.of];
    case null:
      return plan.company[place.of];
  }
}

/** The plan with one assumption changed; the same plan where it has no such stage or month, or nothing changes. */
export function withAssumption(plan: Plan, place: PlanPlace, patch: Partial<Assumption>): Plan {
  const before = assumptionAt(plan, place);
  if (before === null) return plan;
  const after = { ...before, ...patch };
  if (after.value === before.value && after.doubt === before.doubt && after.from === before.from) return plan;
  if (place.kind === null) return { ...plan, company: { ...plan.company, [place.of]: after } };
  return { ...plan, kinds: { ...plan.kinds, [place.kind]: changedKind(plan, place, after) } };
}

function changedKind(plan: Plan, place: Exclude<PlanPlace, { kind: null }>, after: Assumption) {
  const kind = plan.kinds[place.kind];
  if (!('index' in place)) return { ...kind, [place.of]: after };
  if (place.of === 'ramp') {
    return { ...kind, ramp: plan.kinds.spear.ramp.map((old, at) => (at === place.index ? after : old)) };
  }
  const stages = kind.stages.map((stage, at) =>
    at === place.index ? { ...stage, [place.of]: after } : stage,
  );
  return { ...kind, stages };
}
