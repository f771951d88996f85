import type { PlannedKind } from '../deals/deal';
import type { Estimate, HistorySummary, KindHistory } from '../fit/summary';
import type { Assumption } from './assumption';
import { ASSUMPTION_RULES } from './assumptionRules';
import { assumptionAt, placesOf, withAssumption, type PlanPlace } from './place';
import type { KindPlan, Plan, PlannedStage } from './plan';

/** Shares of exactly nothing or all cannot be split over stages. */
const SMALLEST_SHARE = 0.001;

/**
 * What the imported deals say of an assumption, as it would have to stand in this plan to agree with them; null where they
 * say nothing. Deals don't tell who was referred by whom, what was spent, who left or what anything cost.
 *
 * - leads: those of the history, for seeds less what today's customers refer, for spears per prospector of today
 * - a stage: its own estimate where the history knows a stage of that name; else all stage conversions raised to one power,
 *   and days multiplied by one factor, so that the whole funnel converts and lasts as the history did. Its interval is
 *   narrower than the whole funnel's by the root of the number of stages, so that together they are as doubtful.
 * - deal value: before this plan's discount
 * - active customers: all that were won so far, as nothing is known of those who left
 */
export function historyAt(plan: Plan, summary: HistorySummary, place: PlanPlace): Estimate | null {
  if (place.kind === null) return place.of === 'activeCustomers' ? customersWon(summary) : null;
  const history = summary.kinds.find(({ kind, deals }) => kind === place.kind && deals > 0);
  if (history === undefined) return null;
  switch (place.of) {
    case 'leadsPerMonth': {
      const { referralsPerCustomer } = plan.kinds.seed;
      const referred =
        place.kind === 'seed' ? referralsPerCustomer.value * plan.company.activeCustomers.value : 0;
      return mapEstimate(history.leadsPerMonth, (leads) => Math.max(0, leads - referred));
    }
    case 'leadsPerProspector': {
      const { prospectors } = plan.kinds.spear;
      if (!(prospectors.value > 0)) return null;
      return mapEstimate(history.leadsPerMonth, (leads) => leads / prospectors.value);
    }
    case 'conversion':
      return conversionOfStage(plan, history, place.kind, place.index);
    case 'days':
      return daysInStage(plan, history, place.kind, place.index);
    case 'dealValue': {
      if (history.won === 0) return null;
      const left = 1 - plan.kinds[place.kind].discount.value;
      return left > 0 ? mapEstimate(history.dealValue, (value) => value / left) : null;
    }
    case 'variation': {
      const { valueVariation: value, dealValue } = history;
      return history.won === 0 ? null : { value, low: value, high: value, n: dealValue.n };
    }
    case 'growthPerMonth':
    case 'referralsPerCustomer':
    case 'spendToday':
    case 'spendPerMonth':
    case 'elasticity':
    case 'prospectors':
    case 'attritionPerMonth':
    case 'ramp':
    case 'valueGrowthPerYear':
    case 'discount':
    case 'costPerLead':
      return null;
  }
}

/** The plan with the assumptions at these places set to what the history says, as far as it says anything. */
export function takeFromHistory(plan: Plan, summary: HistorySummary, places: readonly PlanPlace[]): Plan {
  return places.reduce((changed, place) => {
    // Asked of the plan as it was: taking one stage over must not change what the history says of the next.
    const estimate = historyAt(plan, summary, place);
    const before = assumptionAt(plan, place);
    return estimate === null || before === null
      ? changed
      : withAssumption(changed, place, assumptionFrom(estimate, before));
  }, plan);
}

/** Every place of a kind that belongs to one part of the forecast. */
export function placesOfPart(plan: Plan, kind: PlannedKind, part: keyof KindPlan['basis']): PlanPlace[] {
  return placesOf(plan).filter((place) => place.kind === kind && partOf(place) === part);
}

/** The part of the forecast that an assumption belongs to; null for those of the company and for costs. */
export function partOf(place: PlanPlace): keyof KindPlan['basis'] | null {
  return ASSUMPTION_RULES[place.of].part;
}

/** Rounded to what a person would type: the history knows no more. Its 80 % interval is the doubt. */
function assumptionFrom({ value, low, high }: Estimate, before: Assumption): Assumption {
  const isDoubted = before.doubt !== 'sure' || high > low;
  return {
    value: round(value),
    doubt: isDoubted && high > low ? { low: round(low), high: round(high) } : 'sure',
    from: 'history',
  };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

function mapEstimate({ value, low, high, n }: Estimate, map: (value: number) => number): Estimate {
  return { value: map(value), low: map(low), high: map(high), n };
}

function customersWon(summary: HistorySummary): Estimate | null {
  const won = summary.kinds.reduce((sum, kind) => sum + kind.won, 0);
  return won > 0 ? { value: won, low: won, high: won, n: won } : null;
}

function stageOfHistory(history: KindHistory, name: string | undefined): Estimate | null {
  const wanted = name?.trim().toLowerCase();
  return history.stages?.find(({ stage }) => stage.trim().toLowerCase() === wanted)?.conversion ?? null;
}

function conversionOfStage(
  plan: Plan,
  history: KindHistory,
  kind: PlannedKind,
  index: number,
): Estimate | null {
  const { stages } = plan.kinds[kind];
  const own = plan.stageNames.map((name) => stageOfHistory(history, name));
  // Only where every stage is known: half the funnel from one source and half from the other would not multiply up.
  if (own.every((estimate) => estimate !== null)) return own[index] ?? null;
  const stage = stages[index];
  if (stage === undefined) return null;
  const { value, low, high, n } = history.conversion;
  const middle = stageShare(stages, stage, value);
  const narrow = Math.sqrt(stages.length);
  const towards = (end: number): number =>
    middle * Math.pow(stageShare(stages, stage, end) / middle, 1 / narrow);
  return { value: middle, low: towards(low), high: Math.min(1, towards(high)), n };
}

/** The stage's conversion where all are raised to one power so that the whole funnel converts as wished. */
function stageShare(stages: readonly PlannedStage[], stage: PlannedStage, wholeFunnel: number): number {
  const wished = Math.min(1 - SMALLEST_SHARE, Math.max(SMALLEST_SHARE, wholeFunnel));
  const whole = stages.reduce((product, { conversion }) => product * conversion.value, 1);
  if (!(whole > 0 && whole < 1)) return Math.pow(wished, 1 / stages.length);
  return Math.pow(stage.conversion.value, Math.log(wished) / Math.log(whole));
}

function daysInStage(plan: Plan, history: KindHistory, kind: PlannedKind, index: number): Estimate | null {
  const { stages } = plan.kinds[kind];
  const stage = stages[index];
  if (stage === undefined || history.won === 0) return null;
  const all = stages.reduce((sum, { days }) => sum + days.value, 0);
  const share = all > 0 ? stage.days.value / all : 1 / stages.length;
  const { value, low, high, n } = history.daysToWin;
  const narrow = Math.sqrt(stages.length);
  const towards = (end: number): number => (value + (end - value) / narrow) * share;
  return { value: value * share, low: towards(low), high: towards(high), n };
}
