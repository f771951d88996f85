import type { PlannedKind } from '../deals/deal';
import type { FunnelModel } from '../funnel/model';
import type { Plan } from '../plan/plan';
import { changeChurn } from './changeChurn';
import { changeCosts } from './changeCosts';
import { bringsLeads, changeLeads } from './changeLeads';
import { ChangeNotes } from './changeNotes';
import { changePace } from './changePace';
import { changeSpend } from './changeSpend';
import { changeTeam } from './changeTeam';
import { changeValue } from './changeValue';
import { changeWinRate } from './changeWinRate';
import { firstShareOf } from './plannedParts';
import { findLostDeals, loseDeals } from './loseBiggestDeals';
import type { ChangeOfWhat, ScenarioChange, ScenarioNote } from './scenario';
import { inOneOrder, saysNothing, timeChange, type Timed } from './timedChanges';

export interface ChangedModel {
  model: FunnelModel;
  notes: readonly ScenarioNote[];
}

type What = ChangeOfWhat['what'];
type ChangeOf<Name extends What> = Extract<ScenarioChange, { what: Name | What }> & { what: Name };

/**
 * The model with the changes that are on. Their order does not matter: factors of one sort multiply, and sorts follow one another
 * as they stand here. Where nothing changes the very same model is returned. Formulas: docs/methods.md, "Scenarios".
 *
 * @param plan that the model was made of or mixed with: what people and spend bring and cost
 */
export function applyChanges(
  model: FunnelModel,
  plan: Plan,
  changes: readonly ScenarioChange[],
): ChangedModel {
  const notes = new ChangeNotes();
  const timed: Timed[] = [];
  for (const change of changes) {
    if (!change.isOn || saysNothing(change)) continue;
    const inForecast = timeChange(change, model.months);
    if (inForecast === null) notes.add(change.id, 'outsideForecast');
    else timed.push(inForecast);
  }
  if (timed.length === 0) return { model, notes: notes.inOrderOf(changes) };

  const ordered = inOneOrder(timed);
  const lost = findLostDeals(model, only(ordered, 'loseBiggestDeals'), notes);
  const team = { people: only(ordered, 'prospectors'), freezes: only(ordered, 'hiringFreeze') };
  let changed = changeTeam(model, plan, team, notes);
  changed = changeSpend(changed, plan, only(ordered, 'spend'), notes);
  noteAbsentKinds(changed, ordered, notes);
  changed = changeLeads(changed, only(ordered, 'leads'));
  changed = changePace(changed, only(ordered, 'days'));
  changed = changeWinRate(changed, only(ordered, 'winRate'), notes);
  changed = changeValue(changed, only(ordered, 'value'));
  changed = loseDeals(changed, lost);
  changed = changeChurn(changed, only(ordered, 'churn'), notes);
  changed = changeCosts(changed, only(ordered, 'cost'), firstShareOf(model), notes);
  return { model: changed, notes: notes.inOrderOf(changes) };
}

function only<Name extends What>(timed: readonly Timed[], what: Name): Timed<ChangeOf<Name>>[] {
  return timed.filter((each): each is Timed<ChangeOf<Name>> => each.change.what === what);
}

function noteAbsentKinds(model: FunnelModel, timed: readonly Timed[], notes: ChangeNotes): void {
  for (const { change } of timed) {
    if (!('factor' in change) || !('kind' in change) || change.kind === 'all') continue;
    const { id, what, kind } = change;
    const isThere = what === 'leads' ? hasLeads(model, kind) : hasLeads(model, kind) || hasDeals(model, kind);
    if (!isThere) notes.add(id, 'kindAbsent', { kind });
  }
}

function hasLeads(model: FunnelModel, kind: PlannedKind): boolean {
  return model.kinds.some((own) => own.kind === kind && bringsLeads(own));
}

/** Open ones, and leads from before the start that may still be won. */
function hasDeals(model: FunnelModel, kind: PlannedKind): boolean {
  return (
    model.open.some((group) => group.kind === kind) ||
    model.kinds.some((own) => own.kind === kind && own.arrivals.before.some((leads) => leads > 0))
  );
}
