import type { Day, Month } from '../calendar/calendar';
import { firstDayOfMonth } from '../calendar/month';
import type { FunnelModel } from '../funnel/model';
import type { PlanPlace } from '../plan/place';
import { applyChanges } from '../scenario/applyChanges';
import { bringsLeads } from '../scenario/changeLeads';
import type { ScenarioStart } from '../scenario/baseModel';
import { isPlanAlone } from '../scenario/plannedParts';
import type { ScenarioChange } from '../scenario/scenario';
import type { StepObstacle } from './budget';
import { isCostKnown, isSaid, mainCostOf } from './lackingCosts';

/** A millionth of a unit of money is no cost. */
const LEAST = 1e-6;

/** Why nothing can be said of a way to spend, and what to say so that it can. */
export interface Obstacle {
  obstacle: StepObstacle;
  places: readonly PlanPlace[];
}

/** Forecast months, `first` up to but not including `end`, in which money is spent. */
export interface SpendingMonths {
  first: number;
  end: number;
  from: Month;
  months: number;
}

/**
 * So many months from the first of the forecast on that had not begun the day before `today`, or as many as there are; null where
 * there is none. A plan alone begins with its quarter: nobody can spend or hire in months gone by.
 */
export function spendingMonths(
  model: FunnelModel,
  months: number,
  today: Day = model.start,
): SpendingMonths | null {
  const earliest = Math.max(model.start, today);
  const first = model.months.findIndex((month) => firstDayOfMonth(month) >= earliest);
  if (first < 0) return null;
  const from = model.months[first];
  if (from === undefined) return null;
  const end = Math.min(model.months.length, first + months);
  return { first, end, from, months: end - first };
}

/** What the plan spends on a kind in these months, people or marketing; what leads cost beside is not in it. */
export function plannedSpend(
  model: FunnelModel,
  kind: 'net' | 'spear',
  { first, end }: SpendingMonths,
): number {
  return model.costs.reduce((sum, cost) => {
    if (cost.kind !== kind) return sum;
    return cost.monthly.slice(first, end).reduce((total, each) => total + each, sum);
  }, 0);
}

const SPEND: PlanPlace = { kind: 'net', of: 'spendPerMonth' };
const SPEND_TODAY: PlanPlace = { kind: 'net', of: 'spendToday' };

export function obstacleOfSpend({ model, plan }: ScenarioStart, spending: SpendingMonths): Obstacle | null {
  const { spendToday, spendPerMonth } = plan.kinds.net;
  const nets = model.kinds.find(({ kind }) => kind === 'net');
  if (nets === undefined || !bringsLeads(nets)) return { obstacle: 'kindAbsent', places: [] };
  if (!isCostKnown(model, plan, 'net')) {
    const unsaid = [SPEND_TODAY, SPEND].filter((place) => !isSaid(plan, place));
    return { obstacle: 'costUnknown', places: unsaid };
  }
  const isSpent =
    spendToday.value > 0 && spendPerMonth.value > 0 && plannedSpend(model, 'net', spending) > LEAST;
  return isSpent ? null : { obstacle: 'noSpend', places: [SPEND_TODAY, SPEND] };
}

/** What one brings must be said where no deal tells it. */
const SPEARS: readonly PlanPlace[] = [
  { kind: 'spear', of: 'leadsPerProspector' },
  { kind: 'spear', of: 'dealValue' },
];

/** Of one prospector more, by what a scenario with one says. */
export function obstacleOfProspector(start: ScenarioStart, from: Month): Obstacle | null {
  const { model, plan } = start;
  const hasSpears = model.kinds.some(({ kind }) => kind === 'spear');
  const unsaid = SPEARS.filter((place) => !isSaid(plan, place));
  // Deals without one of a prospector: what a default's prospector brings says nothing of this company.
  if (!hasSpears && !isPlanAlone(model) && unsaid.length > 0) {
    return { obstacle: 'spearsUnknown', places: unsaid };
  }
  const changed = applyChanges(model, plan, [joining(1, from, null)]);
  const codes = changed.notes.map(({ code }) => code);
  if (codes.includes('teamUnknown')) {
    return { obstacle: 'teamUnknown', places: [{ kind: 'spear', of: 'prospectors' }] };
  }
  const isPaid = extraCost(model, changed.model) > LEAST;
  return isPaid ? null : { obstacle: 'costUnknown', places: [mainCostOf('spear')] };
}

export function obstacleOfRetention({ model }: ScenarioStart): Obstacle | null {
  const { customers } = model;
  if (customers !== null && customers.active > 0 && customers.monthlyChurn > 0) return null;
  return {
    obstacle: 'noCustomers',
    places: [
      { kind: null, of: 'activeCustomers' },
      { kind: null, of: 'churnPerMonth' },
    ],
  };
}

/** Prospectors who join (leave, below 0) on the first of a month. */
export function joining(heads: number, from: Month, months: number | null): ScenarioChange {
  return { id: 'heads', what: 'prospectors', heads, from, months, isOn: true, shock: null };
}

export function spending(factor: number, { from, months }: SpendingMonths): ScenarioChange {
  return { id: 'spend', what: 'spend', factor, from, months, isOn: true, shock: null };
}

/** Fixed cost of one model less that of another, all forecast months. */
export function extraCost(base: FunnelModel, changed: FunnelModel): number {
  const fixed = ({ costs }: FunnelModel): number =>
    costs.reduce((sum, { monthly }) => monthly.reduce((total, each) => total + each, sum), 0);
  return fixed(changed) - fixed(base);
}
