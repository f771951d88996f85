import type { PlannedKind } from '../deals/deal';
import type { Estimate, HistorySummary } from '../fit/summary';
import { customersOfHistory } from './customersOfHistory';
import type { Assumption } from './assumption';
import { ASSUMPTION_RULES } from './assumptionRules';
import { assumptionAt, isSamePlace, placesOf, withAssumption, type PlanPlace } from './place';
import type { KindPlan, Plan } from './plan';
import { conversionOfStage, daysInStage } from './stagesOfHistory';

const CUSTOMERS: PlanPlace = { kind: null, of: 'activeCustomers' };
const LEADS_OF_SEEDS: PlanPlace = { kind: 'seed', of: 'leadsPerMonth' };
const REFERRALS: PlanPlace = { kind: 'seed', of: 'referralsPerCustomer' };

/**
 * What the imported deals say of an assumption, as it would have to stand in this plan to agree with them; null where they
 * say nothing. Deals don't tell who was referred by whom, what was spent, who left or what anything cost.
 *
 * - leads: those of the history, for spears per prospector of the plan; for seeds less what the plan's customers refer at
 *   a rate that somebody has said, null where that alone is more than the leads seen
 * - a stage: see stagesOfHistory; all together convert and last as the history did
 * - deal value: before this plan's discount
 * - active customers: those won so far less what the plan's churn has taken since
 */
export function historyAt(plan: Plan, summary: HistorySummary, place: PlanPlace): Estimate | null {
  if (place.kind === null) return place.of === 'activeCustomers' ? customersOfHistory(plan, summary) : null;
  const history = summary.kinds.find(({ kind, deals }) => kind === place.kind && deals > 0);
  if (history === undefined) return null;
  switch (place.of) {
    case 'leadsPerMonth': {
      const referred = place.kind === 'seed' ? referredAsSaid(plan) : 0;
      if (referred > 0 && referred >= history.leadsPerMonth.value) return null;
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

/**
 * The plan with the assumptions at these places set to what the history says, as far as it says anything. Taken one after
 * the other they come out as when taken at once, but for rounding, in any order: a stage leaves those taken before as they
 * are. Only where somebody has said a referral rate do seeds' leads rest on the customers there are when they are taken.
 *
 * The leads seen hold the referred ones too: with the leads of seeds, a referral rate that is only a default becomes
 * nothing, or it would bring leads on top of them.
 */
export function takeFromHistory(plan: Plan, summary: HistorySummary, places: readonly PlanPlace[]): Plan {
  const others = places.filter((place) => !isSamePlace(place, CUSTOMERS));
  // Customers first: what they refer is not in the other leads of seeds.
  const known = others.length < places.length ? taken(plan, plan, summary, CUSTOMERS) : plan;
  const all = others.reduce((changed, place) => taken(changed, known, summary, place), known);
  const takesSeeds = others.some((place) => isSamePlace(place, LEADS_OF_SEEDS));
  return takesSeeds ? withoutDefaultSeeds(all, summary) : all;
}

/** No leads that nobody has said beside those seen: neither by a default rate nor where referrals alone are more. */
function withoutDefaultSeeds(plan: Plan, summary: HistorySummary): Plan {
  if (!summary.kinds.some(({ kind, deals }) => kind === 'seed' && deals > 0)) return plan;
  return [LEADS_OF_SEEDS, REFERRALS].reduce(
    (changed, place) =>
      assumptionAt(changed, place)?.from === 'default'
        ? withAssumption(changed, place, { value: 0 })
        : changed,
    plan,
  );
}

/** Leads a month that the plan's customers refer, at a rate that is not just a default. */
function referredAsSaid({ kinds, company }: Plan): number {
  const { value, from } = kinds.seed.referralsPerCustomer;
  return from === 'default' ? 0 : value * company.activeCustomers.value;
}

/** @param asked the plan of which the history is asked: one stage taken must not change what is said of the next */
function taken(plan: Plan, asked: Plan, summary: HistorySummary, place: PlanPlace): Plan {
  const estimate = historyAt(asked, summary, place);
  return estimate === null ? plan : withAssumption(plan, place, assumptionFrom(estimate, place));
}

/** Every place of a kind that belongs to one part of the forecast. */
export function placesOfPart(plan: Plan, kind: PlannedKind, part: keyof KindPlan['basis']): PlanPlace[] {
  return placesOf(plan).filter((place) => place.kind === kind && partOf(place) === part);
}

/** The part of the forecast that an assumption belongs to; null for those of the company and for costs. */
export function partOf(place: PlanPlace): keyof KindPlan['basis'] | null {
  return ASSUMPTION_RULES[place.of].part;
}

/**
 * Rounded to what a person would type (the history knows no more) and within the limits. The value is the estimate itself;
 * its 80 % interval is the doubt.
 */
function assumptionFrom(estimate: Estimate, place: PlanPlace): Assumption {
  const { min, max, hasDoubt } = ASSUMPTION_RULES[place.of];
  const typed = (value: number): number => Math.min(max, Math.max(min, Number(value.toPrecision(3))));
  const [value, low, high] = [typed(estimate.value), typed(estimate.low), typed(estimate.high)];
  return { value, doubt: hasDoubt && high > low ? { low, high } : 'sure', from: 'history' };
}

function mapEstimate({ value, low, high, n }: Estimate, map: (value: number) => number): Estimate {
  return { value: map(value), low: map(low), high: map(high), n };
}
