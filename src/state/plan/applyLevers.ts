import {
  turnPlan,
  type HistorySummary,
  type Lever,
  type LeverName,
  type Month,
  type Plan,
  type PlanPlace,
  type PlannedKind,
} from '../../engine';
import type { PlanPart } from './figures';
import { roundOff } from './sliderStops';
import { takeOverPart } from './takeOver';

/** A lever and what it is to be set to. */
export interface LeverSetting {
  lever: Lever;
  to: number;
}

const PART_OF: Readonly<Partial<Record<LeverName, PlanPart>>> = {
  leads: 'leads',
  winRate: 'closing',
  days: 'closing',
  dealValue: 'value',
};

/** Whether the plan has a figure for it: deals that are not sorted into a kind have none. */
export function canApply({ kind, basis }: Lever): boolean {
  return basis === 'plan' || (kind !== null && kind !== 'unsorted');
}

/**
 * The plan with these levers turned. What rests on history becomes the user's own figures, which start from the history.
 *
 * @param start first forecast month
 */
export function applyLevers(
  plan: Plan,
  history: HistorySummary | null,
  settings: readonly LeverSetting[],
  start: Month,
): Plan {
  return settings.reduce(
    (turned, { lever, to }) =>
      lever.basis === 'plan'
        ? turnPlan(turned, lever, to, start)
        : turnHistory(turned, history, lever, to, start),
    plan,
  );
}

function turnHistory(
  plan: Plan,
  history: HistorySummary | null,
  lever: Lever,
  to: number,
  start: Month,
): Plan {
  const { kind, of } = lever;
  const part = PART_OF[of];
  if (history === null || kind === null || kind === 'unsorted' || part === undefined) return plan;
  const own = plan.kinds[kind].basis[part] === 'plan' ? plan : takeOverPart(plan, history, kind, part);
  const place = placeOf(kind, of);
  const wished = place === null ? to : ownValue(own, place, to);
  return turnPlan(own, { ...lever, basis: 'plan', place }, wished, start);
}

/** The figure of the plan that a lever of the history becomes; null: all stages together. */
function placeOf(kind: PlannedKind, of: LeverName): PlanPlace | null {
  if (of === 'dealValue') return { kind, of: 'dealValue' };
  if (of !== 'leads') return null;
  return kind === 'spear' ? { kind, of: 'leadsPerProspector' } : { kind, of: 'leadsPerMonth' };
}

/** The plan's figure is counted otherwise: leads of seeds without referrals, of spears by prospector, value before discount. */
function ownValue({ kinds, company }: Plan, { kind, of }: PlanPlace, to: number): number {
  if (kind === 'seed' && of === 'leadsPerMonth') {
    const referred = kinds.seed.referralsPerCustomer.value * company.activeCustomers.value;
    return roundOff(Math.max(0, to - referred));
  }
  const { prospectors } = kinds.spear;
  if (of === 'leadsPerProspector' && prospectors.value > 0) return roundOff(to / prospectors.value);
  if (of !== 'dealValue' || kind === null) return to;
  const left = 1 - kinds[kind].discount.value;
  return left > 0 ? roundOff(to / left) : to;
}
