import { monthOfDay } from '../calendar/month';
import { KINDS, PLANNED_KINDS, type PlannedKind } from '../deals/deal';
import { effectOfSpend, leadsToday } from '../plan/leads';
import { assumptionAt, placesOf } from '../plan/place';
import { partOf } from '../plan/historyOfPlan';
import type { Plan } from '../plan/plan';
import { leadSeason, seasonOfMonth } from '../plan/season';
import type { BridgeSide } from './bridgeSides';
import type { KindSide } from './kindGame';
import type { RunState } from './shiftedState';

const DAYS_PER_MONTH = 30.4375;
/** Odds and speeds further from the usual ones than this (e⁵ = 150 times) are told as so much. */
const FURTHEST = 5;
const LEAST_SHARE = 1e-4;

/** Whether somebody has typed anything a bridge can be built to. */
export function isPlanTyped(plan: Plan): boolean {
  return placesOf(plan).some(
    (place) => partOf(place) !== null && assumptionAt(plan, place)?.from === 'typed',
  );
}

/** Whether the plan's stages are those of the deals, by name and in order. */
export function hasSameStages(plan: Plan, states: readonly (string | null)[]): boolean {
  const plain = (name: string): string => name.trim().toLowerCase();
  const own = states.flatMap((name) => (name === null ? [] : [plain(name)]));
  return (
    own.length === plan.stageNames.length && plan.stageNames.every((name, at) => plain(name) === own[at])
  );
}

/**
 * The side as it would be by the plan: its typed assumptions in the place of the history's; all that nobody has typed stays. Leads
 * are the plan's today, at its spend and in its season; stages that are not those of the deals count as one from lead to won.
 *
 * @param states by kind in the order of `KINDS`: those of the deals, or one from lead to won
 */
export function planSide(plan: Plan, side: BridgeSide, states: readonly (readonly RunState[])[]): BridgeSide {
  const kinds = side.kinds.map((own, index) => {
    const kind = PLANNED_KINDS.find((planned) => planned === KINDS[index]);
    return own === null || kind === undefined
      ? own
      : plannedKind(plan, kind, own, side.starts, states[index]!);
  });
  return { ...side, kinds };
}

function plannedKind(
  plan: Plan,
  kind: PlannedKind,
  own: KindSide,
  starts: Float64Array,
  states: readonly RunState[],
): KindSide {
  const { stages, dealValue, discount } = plan.kinds[kind];
  const isTyped = placesOf(plan).some(
    (place) =>
      place.kind === kind && partOf(place) === 'leads' && assumptionAt(plan, place)?.from === 'typed',
  );
  const value = dealValue.from === 'typed' ? dealValue.value * (1 - discount.value) : own.value;
  const leads = isTyped ? plannedLeads(plan, kind, starts) : own.leads;
  return { ...own, value, leads, ...plannedStates(stages, own, states) };
}

function plannedStates(
  stages: Plan['kinds']['seed']['stages'],
  own: KindSide,
  states: readonly RunState[],
): Pick<KindSide, 'odds' | 'speed'> {
  const oddsOf = (state: number, conversion: number): Float64Array =>
    own.odds[state]!.map(() => clamp(logOdds(conversion) - logOdds(states[state]!.conversion)));
  const speedOf = (state: number, days: number): Float64Array =>
    own.speed[state]!.map(() =>
      clamp(Math.log(Math.max(0.1, states[state]!.meanDays) / Math.max(0.1, days))),
    );
  if (states.length === stages.length + 1) {
    // State 0 is before any stage: the plan knows nothing of it.
    return {
      odds: own.odds.map((usual, state) => {
        const stage = state > 0 ? stages[state - 1]!.conversion : null;
        return stage?.from === 'typed' ? oddsOf(state, stage.value) : usual;
      }),
      speed: own.speed.map((usual, state) => {
        const stage = state > 0 ? stages[state - 1]!.days : null;
        return stage?.from === 'typed' ? speedOf(state, stage.value) : usual;
      }),
    };
  }
  const conversion = stages.reduce((whole, stage) => whole * stage.conversion.value, 1);
  const days = stages.reduce((sum, stage) => sum + stage.days.value, 0);
  return {
    odds: stages.some((stage) => stage.conversion.from === 'typed') ? [oddsOf(0, conversion)] : own.odds,
    speed: stages.some((stage) => stage.days.from === 'typed') ? [speedOf(0, days)] : own.speed,
  };
}

function plannedLeads(plan: Plan, kind: PlannedKind, starts: Float64Array): Float64Array {
  const season = leadSeason(plan);
  const monthly = leadsToday(plan, kind) * (kind === 'net' ? effectOfSpend(plan) : 1);
  return Float64Array.from({ length: starts.length - 1 }, (_, tick) => {
    const month = monthOfDay(Math.floor((starts[tick]! + starts[tick + 1]!) / 2));
    return (monthly * seasonOfMonth(season, month) * (starts[tick + 1]! - starts[tick]!)) / DAYS_PER_MONTH;
  });
}

function logOdds(share: number): number {
  const inside = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, share));
  return Math.log(inside / (1 - inside));
}

function clamp(shift: number): number {
  return Math.max(-FURTHEST, Math.min(FURTHEST, shift));
}
