import type { Kind, PlannedKind } from '../deals/deal';
import type { FunnelModel } from '../funnel/model';
import { assumptionAt, type PlanPlace } from '../plan/place';
import type { Plan } from '../plan/plan';
import { isPlanAlone } from '../scenario/plannedParts';
import type { LackingCost } from './budget';

/** The figure without which nobody knows what a kind, or (null) the company's sellers, cost. */
const MAIN_COST: Readonly<Record<PlannedKind | 'company', PlanPlace>> = {
  seed: { kind: 'seed', of: 'costPerLead' },
  net: { kind: 'net', of: 'spendPerMonth' },
  spear: { kind: null, of: 'costPerProspector' },
  company: { kind: null, of: 'costPerSeller' },
};

const TEAM: PlanPlace = { kind: 'spear', of: 'prospectors' };

export function mainCostOf(of: PlannedKind | 'company'): PlanPlace {
  return MAIN_COST[of];
}

/**
 * Costs that nobody has said, of the kinds that the forecast has, and of sellers. A plan without deals counts what its defaults say,
 * but a default of 0 is no cost that anybody means.
 */
export function lackingCosts(model: FunnelModel, plan: Plan): LackingCost[] {
  const kinds = model.kinds.map(({ kind }) => kind).filter((kind) => kind !== 'unsorted');
  const lacking = [...kinds, 'company' as const].flatMap((of): LackingCost[] => {
    const place = MAIN_COST[of];
    return isSaid(plan, place) ? [] : [{ place, isCounted: isCounted(model, plan, place) }];
  });
  const hasTeam = kinds.includes('spear') && isSaid(plan, MAIN_COST.spear) && !isSaid(plan, TEAM);
  return hasTeam ? [...lacking, { place: TEAM, isCounted: true }] : lacking;
}

/** Whether the costs of a kind are in the forecast at all: said, or a default that counts. */
export function isCostKnown(model: FunnelModel, plan: Plan, kind: Kind | 'company'): boolean {
  if (kind === 'unsorted') return false;
  const place = MAIN_COST[kind];
  return isSaid(plan, place) || isCounted(model, plan, place);
}

export function isSaid(plan: Plan, place: PlanPlace): boolean {
  return assumptionAt(plan, place)?.from !== 'default';
}

function isCounted(model: FunnelModel, plan: Plan, place: PlanPlace): boolean {
  return isPlanAlone(model) && (assumptionAt(plan, place)?.value ?? 0) > 0;
}
