import type { PlannedKind } from '../deals/deal';
import type { Cost, FunnelModel } from '../funnel/model';
import type { Assumption } from '../plan/assumption';
import { doubtAsLogSd } from '../plan/doubt';
import type { Plan } from '../plan/plan';
import { headsHiredBy } from '../plan/team';
import type { ChangeNotes } from './changeNotes';
import { firstShareOf, isPlanAlone } from './plannedParts';
import { HEADS, type FreezeChange, type PeopleChange } from './teamOfChanges';
import type { Timed } from './timedChanges';

/**
 * Cost of prospectors, in proportion to heads. Where there were none in a month each costs what the plan says.
 *
 * @param frozen the plan without the hires that are not made
 * @param added heads that join less those who leave, by month
 */
export function changeCostOfSpears(
  model: FunnelModel,
  plan: Plan,
  frozen: Plan,
  added: readonly number[],
  changes: readonly Timed<PeopleChange | FreezeChange>[],
  notes: ChangeNotes,
): FunnelModel {
  const [start] = model.months;
  if (start === undefined || !model.kinds.some(({ kind }) => kind === 'spear')) return model;
  const before = model.months.map((month) => HEADS(month, plan.kinds.spear, start));
  const isNew = !hasFixedCost(model, 'spear') && isSaid(model, plan.company.costPerProspector, before);
  // A history without outbound pays nobody until they join.
  const after = model.months.map((month, at) =>
    Math.max(0, HEADS(month, frozen.kinds.spear, start) + (added[at] ?? 0)),
  );
  if (after.every((heads, at) => heads === before[at])) return model;
  if (!isNew && !hasFixedCost(model, 'spear')) {
    for (const { change } of changes) notes.add(change.id, 'costUnknown');
    return model;
  }
  return atHeads(model, 'spear', before, after, plan.company.costPerProspector);
}

/** Sellers whom the plan would hire and does not: they are in the cost alone. */
export function changeCostOfSellers(
  model: FunnelModel,
  plan: Plan,
  frozen: Plan,
  freezes: readonly Timed<FreezeChange>[],
  notes: ChangeNotes,
): FunnelModel {
  const sellers = Math.max(0, plan.company.sellers.value);
  const before = model.months.map((month) => sellers + headsHiredBy(month, plan.sellerHires));
  const after = model.months.map((month) => sellers + headsHiredBy(month, frozen.sellerHires));
  if (after.every((heads, at) => heads === before[at])) return model;
  if (!hasFixedCost(model, null)) {
    for (const { change } of freezes) notes.add(change.id, 'costUnknown');
    return model;
  }
  return atHeads(model, null, before, after, plan.company.costPerSeller);
}

function hasFixedCost({ costs }: FunnelModel, kind: PlannedKind | null): boolean {
  return costs.some((cost) => cost.kind === kind && cost.monthly.some((each) => each > 0));
}

/** True where nobody is paid yet, so that no cost could tell what one costs, but somebody has said it. */
function isSaid(model: FunnelModel, { value, from }: Assumption, before: readonly number[]): boolean {
  return value > 0 && before.every((heads) => heads === 0) && (from !== 'default' || isPlanAlone(model));
}

function atHeads(
  model: FunnelModel,
  kind: PlannedKind | null,
  before: readonly number[],
  after: readonly number[],
  ofOne: Assumption,
): FunnelModel {
  const firstShare = firstShareOf(model);
  const share = (month: number): number => (month === 0 ? firstShare : 1);
  const isPaid = (cost: Cost): boolean => cost.kind === kind && cost.monthly.some((each) => each > 0);
  const place = model.costs.findIndex(isPaid);
  const scaled = model.costs.map((cost, at) => {
    if (at !== place) return cost;
    const monthly = after.map((heads, month) => {
      const own = before[month] ?? 0;
      if (own > 0) return ((cost.monthly[month] ?? 0) * heads) / own;
      return heads * ofOne.value * share(month);
    });
    return { ...cost, monthly };
  });
  if (place >= 0) return { ...model, costs: scaled };
  const monthly = after.map((heads, month) => heads * ofOne.value * share(month));
  const added: Cost = { kind, monthly, doubt: doubtAsLogSd(ofOne.doubt), perLead: 0, perLeadDoubt: 0 };
  return { ...model, costs: [...model.costs, added] };
}
