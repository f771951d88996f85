import type { PlannedKind } from '../deals/deal';
import type { Cost, FunnelModel } from '../funnel/model';
import type { ChangeNotes } from './changeNotes';
import type { ScenarioChange } from './scenario';
import type { Timed } from './timedChanges';

type CostChange = Extract<ScenarioChange, { what: 'cost' }>;

/**
 * So much more or less a month, of the first month what is left of it. What is added is what somebody says: no doubt is about it.
 * What is taken comes off the fixed costs there are, down to 0.
 */
export function changeCosts(
  model: FunnelModel,
  changes: readonly Timed<CostChange>[],
  firstShare: number,
  notes: ChangeNotes,
): FunnelModel {
  if (changes.length === 0) return model;
  const places = [...new Set(changes.map(({ change }) => change.kind))];
  return places.reduce((changed, kind) => {
    const own = changes.filter(({ change }) => change.kind === kind);
    const hasCost = model.costs.some((cost) => cost.kind === kind && cost.monthly.some((each) => each > 0));
    for (const { change } of own) if (change.perMonth < 0 && !hasCost) notes.add(change.id, 'costUnknown');
    const byMonth = model.months.map((_, month) =>
      own.reduce(
        (sum, { change, first, end }) => (first <= month && month < end ? sum + change.perMonth : sum),
        0,
      ),
    );
    return addCosts(
      changed,
      kind,
      byMonth.map((cost, month) => (month === 0 ? cost * firstShare : cost)),
    );
  }, model);
}

/** Adds an amount to the fixed costs of each month of a kind, or of the company (null); what is below 0 is taken off, down to 0. */
export function addCosts(
  model: FunnelModel,
  kind: PlannedKind | null,
  byMonth: readonly number[],
): FunnelModel {
  const costs = byMonth.some((cost) => cost < 0) ? takeOff(model.costs, kind, byMonth) : model.costs;
  if (!byMonth.some((cost) => cost > 0)) return costs === model.costs ? model : { ...model, costs };
  const added: Cost = {
    kind,
    monthly: byMonth.map((cost) => Math.max(0, cost)),
    doubt: 0,
    perLead: 0,
    perLeadDoubt: 0,
  };
  return { ...model, costs: [...costs, added] };
}

function takeOff(costs: readonly Cost[], kind: PlannedKind | null, byMonth: readonly number[]): Cost[] {
  const left = byMonth.map((cost) => Math.max(0, -cost));
  return costs.map((cost) => {
    if (cost.kind !== kind) return cost;
    const monthly = byMonth.map((_, month) => {
      const before = cost.monthly[month] ?? 0;
      const taken = Math.min(before, left[month] ?? 0);
      left[month] = (left[month] ?? 0) - taken;
      return before - taken;
    });
    return { ...cost, monthly };
  });
}
