import type { Month } from '../calendar/calendar';
import { monthsBetween } from '../calendar/month';
import type { Arrivals, FunnelModel, KindModel } from '../funnel/model';
import { buildKind } from '../plan/build';
import { buildArrivals } from '../plan/buildArrivals';
import { leadsOfMonths } from '../plan/leads';
import type { Plan } from '../plan/plan';
import { closingRhythm } from '../plan/season';
import type { ChangeNotes } from './changeNotes';
import { changeCostOfSellers, changeCostOfSpears } from './costOfTeam';
import { areSpearsPlanned, firstShareOf, isPlanAlone } from './plannedParts';
import {
  HEADS,
  OUTPUTS,
  teamOfChanges,
  withoutFrozenHires,
  type FreezeChange,
  type PeopleChange,
} from './teamOfChanges';
import type { Timed } from './timedChanges';

/**
 * Prospectors who join or leave, and hires that are not made, with what they bring and cost. Where leads are the plan's, its own
 * machinery makes those of the other team, doubts included. Leads of a history go on with today's team: they change as the team
 * does against today's; without anybody today what the plan says of those who join is added. A default that nobody has said is no
 * team of theirs: then what one is said to bring is added, and where nobody has said that either nothing changes.
 */
export function changeTeam(
  model: FunnelModel,
  plan: Plan,
  changes: { people: readonly Timed<PeopleChange>[]; freezes: readonly Timed<FreezeChange>[] },
  notes: ChangeNotes,
): FunnelModel {
  const { freezes } = changes;
  if (changes.people.length === 0 && freezes.length === 0) return model;
  const spears = model.kinds.find(({ kind }) => kind === 'spear');
  const isKnown = spears === undefined || areSpearsPlanned(model, plan) || isTeamSaid(plan);
  const people = isKnown || isOutputSaid(plan) ? changes.people : [];
  if (people !== changes.people) changes.people.forEach(({ change }) => notes.add(change.id, 'teamUnknown'));
  if (isKnown) noteLeavers(model, plan, spears !== undefined, people, notes);
  noteFreezes(model, plan, spears !== undefined, freezes, notes);
  // Without spears in the forecast nobody whom the plan names is there, be it by default or not.
  const before = spears === undefined ? withoutSpears(plan) : plan;
  const frozen = withoutFrozenHires(before, model, freezes);

  let kinds = model.kinds;
  if (spears !== undefined) {
    const arrivals = areSpearsPlanned(model, plan)
      ? plannedArrivals(model, frozen, people, spears.arrivals)
      : arrivalsOfHistory(model, frozen, people, spears.arrivals);
    kinds = kinds.map((kind) => (kind === spears ? { ...spears, arrivals } : kind));
  } else if (people.some(({ change }) => change.heads > 0)) {
    kinds = [...kinds, newSpears(model, frozen, people)];
  }
  const heads = teamOfChanges(frozen, model.months, people, HEADS);
  const all = [...people, ...freezes];
  const changed = changeCostOfSpears({ ...model, kinds }, before, frozen, heads, all, notes);
  return changeCostOfSellers(changed, before, frozen, freezes, notes);
}

function withoutSpears(plan: Plan): Plan {
  const { spear } = plan.kinds;
  const none = { ...spear, prospectors: { ...spear.prospectors, value: 0 }, hires: [] };
  return { ...plan, isRunning: false, kinds: { ...plan.kinds, spear: none } };
}

function isTeamSaid({ kinds }: Plan): boolean {
  return kinds.spear.prospectors.from !== 'default';
}

/** From a history it is the leads of all over a team that nobody has said. */
function isOutputSaid({ kinds }: Plan): boolean {
  return kinds.spear.leadsPerProspector.from === 'typed';
}

function noteLeavers(
  { months }: FunnelModel,
  plan: Plan,
  hasSpears: boolean,
  people: readonly Timed<PeopleChange>[],
  notes: ChangeNotes,
): void {
  const [start] = months;
  people.forEach(({ change, first }, place) => {
    const month = months[first];
    if (change.heads >= 0 || start === undefined || month === undefined) return;
    const others = people.filter(({ change: { heads } }, at) => at !== place && (heads > 0 || at < place));
    const today = hasSpears ? HEADS(month, plan.kinds.spear, start) : 0;
    const there = today + (teamOfChanges(plan, months, others, HEADS)[first] ?? 0);
    // Attrition leaves parts of people: whoever is partly there can leave.
    const heads = Math.ceil(there - 1e-9);
    if (heads <= 0) notes.add(change.id, 'noProspectors');
    else if (-change.heads > heads) notes.add(change.id, 'fewerProspectors', { heads });
  });
}

function noteFreezes(
  { months }: FunnelModel,
  plan: Plan,
  hasSpears: boolean,
  freezes: readonly Timed<FreezeChange>[],
  notes: ChangeNotes,
): void {
  const hires = [...(hasSpears ? plan.kinds.spear.hires : []), ...plan.sellerHires];
  for (const { change, first, end } of freezes) {
    const window = months.slice(first, end);
    if (!hires.some(({ month, heads }) => heads > 0 && window.includes(month)))
      notes.add(change.id, 'nobodyToHire');
  }
}

/** Leads of one prospector at full output in each forecast month, the first one taken whole. */
function leadsOfOne(plan: Plan, months: readonly Month[]): number[] {
  const [start] = months;
  if (start === undefined) return [];
  const { spear } = plan.kinds;
  const one = {
    ...spear,
    prospectors: { ...spear.prospectors, value: 1 },
    attritionPerMonth: { ...spear.attritionPerMonth, value: 0 },
    hires: [],
  };
  const offsets = months.map((month) => monthsBetween(start, month));
  return leadsOfMonths({ ...plan, kinds: { ...plan.kinds, spear: one } }, 'spear', start, offsets);
}

function plannedArrivals(
  { start, months }: FunnelModel,
  plan: Plan,
  people: readonly Timed<PeopleChange>[],
  before: Arrivals,
): Arrivals {
  const [first] = months;
  if (first === undefined) return before;
  const leadsOf = (changed: Plan): number[] => {
    const one = leadsOfOne(changed, months);
    const added = teamOfChanges(changed, months, people, OUTPUTS);
    return months.map((month, at) => {
      const outputs = OUTPUTS(month, changed.kinds.spear, first) + (added[at] ?? 0);
      return Math.max(0, outputs) * (one[at] ?? 0);
    });
  };
  const { tilts: _, ...others } = before;
  const { monthly, doubt, tilts } = buildArrivals(plan, 'spear', start, months.length, leadsOf);
  return { ...others, monthly, doubt, ...(tilts === undefined ? {} : { tilts }) };
}

function arrivalsOfHistory(
  model: FunnelModel,
  plan: Plan,
  people: readonly Timed<PeopleChange>[],
  before: Arrivals,
): Arrivals {
  if (people.length === 0) return before;
  const { months } = model;
  const today = Math.max(0, plan.kinds.spear.prospectors.value);
  const added = teamOfChanges(plan, months, people, OUTPUTS);
  const one = leadsOfOne(plan, months);
  const firstShare = firstShareOf(model);
  const monthly = months.map((_, at) => {
    const leads = before.monthly[at] ?? 0;
    const outputs = added[at] ?? 0;
    const brought = (one[at] ?? 0) * (at === 0 ? firstShare : 1);
    if (!isTeamSaid(plan)) return Math.max(0, leads + outputs * brought);
    if (today > 0) return (leads * Math.max(0, today + outputs)) / today;
    return leads + Math.max(0, outputs) * brought;
  });
  return { ...before, monthly };
}

/** A company without outbound that begins with it: those who join are all there are. */
function newSpears(model: FunnelModel, plan: Plan, people: readonly Timed<PeopleChange>[]): KindModel {
  const kind = buildKind(plan, 'spear', model.start, model.months.length);
  const hasRhythm = !isPlanAlone(model) && plan.season.quarterFrom !== 'default';
  return {
    ...kind,
    arrivals: plannedArrivals(model, plan, people, kind.arrivals),
    ...(hasRhythm ? { quarterRhythm: closingRhythm(plan) } : {}),
  };
}
