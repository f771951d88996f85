import type { FunnelModel, OpenGroup } from '../funnel/model';
import type { ChangeNotes } from './changeNotes';
import type { ScenarioChange } from './scenario';
import type { Timed } from './timedChanges';

export type LosingChange = Extract<ScenarioChange, { what: 'loseBiggestDeals' }>;

/** So many deals of a group that are lost from a forecast month on. */
export interface LostDeals {
  /** Place of the group among the model's open deals. */
  group: number;
  count: number;
  from: number;
}

/** Which of the open deals are lost: those worth most, among those that could still be won; one after the other, earliest change first. */
export function findLostDeals(
  model: FunnelModel,
  changes: readonly Timed<LosingChange>[],
  notes: ChangeNotes,
): LostDeals[] {
  const left = model.open.map(({ count }) => count);
  const lost: LostDeals[] = [];
  for (const { change, first } of [...changes].sort((one, other) => one.first - other.first)) {
    const ranked = [...model.open.keys()]
      .filter((group) => (left[group] ?? 0) > 0 && canBeWon(model.open[group], first))
      .sort((one, other) => worthOf(model.open[other]) - worthOf(model.open[one]) || one - other);
    let wanted = change.deals;
    for (const group of ranked) {
      if (wanted === 0) break;
      const count = Math.min(wanted, left[group] ?? 0);
      lost.push({ group, count, from: first });
      left[group] = (left[group] ?? 0) - count;
      wanted -= count;
    }
    if (wanted === change.deals) notes.add(change.id, 'noOpenDeals');
    else if (wanted > 0) notes.add(change.id, 'fewerOpenDeals', { deals: change.deals - wanted });
  }
  return lost;
}

function canBeWon(group: OpenGroup | undefined, from: number): boolean {
  return group?.winChance.some((chance, month) => month >= from && chance > 0) ?? false;
}

/** Mean value of one of its wins. */
function worthOf(group: OpenGroup | undefined): number {
  if (group === undefined) return 0;
  const { winChance, value, valueByMonth } = group;
  let wins = 0;
  let worth = 0;
  winChance.forEach((chance, month) => {
    wins += chance;
    worth += chance * (valueByMonth?.[month] ?? 1);
  });
  return wins > 0 ? (value.mean * worth) / wins : 0;
}

/**
 * The lost deals without a chance from their month on. What is left of a group keeps its place, and with it its draws: those that
 * are lost later stand behind all others.
 */
export function loseDeals(model: FunnelModel, lost: readonly LostDeals[]): FunnelModel {
  if (lost.length === 0) return model;
  const open = [...model.open];
  const later: OpenGroup[] = [];
  for (const { group, count, from } of lost) {
    const whole = open[group];
    if (whole === undefined) continue;
    if (count >= whole.count) {
      open[group] = until(whole, from);
      continue;
    }
    open[group] = { ...whole, count: whole.count - count };
    if (from > 0) later.push({ ...until(whole, from), count });
  }
  return { ...model, open: [...open, ...later] };
}

function until(group: OpenGroup, month: number): OpenGroup {
  return { ...group, winChance: group.winChance.map((chance, at) => (at < month ? chance : 0)) };
}
