import type { Day } from '../calendar/calendar';
import { daysInMonth, lastDayOfMonth, monthOfDay, monthRange } from '../calendar/month';
import type { PlannedKind } from '../deals/deal';
import type { Arrivals } from '../funnel/model';
import { ASSUMPTION_RULES } from './assumptionRules';
import { doubtAsLogSd, oneSdAround } from './doubt';
import { leadsOfMonths, leadsOfMonthsAgo } from './leads';
import { assumptionAt, withAssumption, type PlanPlace } from './place';
import type { Plan } from './plan';
import { leadSeason, seasonOfMonth } from './season';

/** Months of leads that a running company brings along: who came earlier has closed or never will. */
const MONTHS_BEFORE = 24;

/** Differences in a doubt's effect between months below this are arithmetic. */
const SAME_EFFECT = 1e-9;

/**
 * The leads of a kind by month, of the first month only what is left of it, with what each doubted assumption may do to
 * them: half the difference in log leads between one standard deviation up and one down, month by month. What touches all
 * months alike adds up (independent doubts: root of the sum of squares) in `doubt`, the rest are `tilts`.
 *
 * @param leadsOf leads of whole months that a plan comes to, where they are not `leadsOfMonths`
 */
export function buildArrivals(
  plan: Plan,
  kind: PlannedKind,
  startDay: Day,
  horizonMonths: number,
  leadsOf: (plan: Plan) => number[] = (changed) => plannedLeads(changed, kind, startDay, horizonMonths),
): Arrivals {
  const start = monthOfDay(startDay);
  const shareLeft = (lastDayOfMonth(start) - startDay + 1) / daysInMonth(start);
  const effects = placesOfLeads(plan, kind).map((place) => effectOfDoubt(plan, place, leadsOf));
  const isLevel = (effect: readonly number[]): boolean => {
    const [first = 0] = effect;
    return effect.every((sd) => Math.abs(sd - first) < SAME_EFFECT);
  };
  // Each assumption keeps its place, taken or empty: a doubt that is given up leaves the draws of the others as they were.
  const tilts = effects.map((effect) => (isLevel(effect) ? [] : effect));
  const arrivals: Arrivals = {
    monthly: leadsOf(plan).map((leads, offset) => (offset === 0 ? leads * shareLeft : leads)),
    before: plan.isRunning ? leadsBefore(plan, kind, startDay, shareLeft) : [],
    doubt: Math.hypot(...effects.filter(isLevel).map(([first = 0]) => first)),
    overdispersion: 0,
    perCustomer: 0,
  };
  return {
    ...arrivals,
    ...(tilts.some((tilt) => tilt.length > 0) ? { tilts } : {}),
    ...(kind === 'seed' ? referrals(plan, startDay, horizonMonths) : {}),
  };
}

function plannedLeads(plan: Plan, kind: PlannedKind, startDay: Day, horizonMonths: number): number[] {
  const offsets = Array.from({ length: horizonMonths }, (_, offset) => offset);
  return leadsOfMonths(plan, kind, monthOfDay(startDay), offsets);
}

/** Leads of the months before. Entry 0 is the gone part of the first forecast month. */
function leadsBefore(plan: Plan, kind: PlannedKind, startDay: Day, shareLeft: number): number[] {
  const months = Array.from({ length: MONTHS_BEFORE + 1 }, (_, monthsAgo) => monthsAgo);
  const leads = leadsOfMonthsAgo(plan, kind, monthOfDay(startDay), months).map((ofMonth, monthsAgo) =>
    monthsAgo === 0 ? ofMonth * (1 - shareLeft) : ofMonth,
  );
  return leads.some((ofMonth) => ofMonth > 0) ? leads : [];
}

function referrals(plan: Plan, startDay: Day, horizonMonths: number): Partial<Arrivals> {
  const { value, doubt } = plan.kinds.seed.referralsPerCustomer;
  if (!(value > 0)) return {};
  const season = leadSeason(plan);
  return {
    perCustomer: value,
    perCustomerDoubt: doubtAsLogSd(doubt),
    perCustomerByMonth: monthRange(monthOfDay(startDay), horizonMonths).map((month) =>
      seasonOfMonth(season, month),
    ),
  };
}

/** Assumptions that the leads of a kind depend on, those of referrals aside. */
function placesOfLeads(plan: Plan, kind: PlannedKind): PlanPlace[] {
  const strength: PlanPlace = { kind: null, of: 'seasonStrength' };
  switch (kind) {
    case 'seed':
      return [{ kind, of: 'leadsPerMonth' }, { kind, of: 'growthPerMonth' }, strength];
    case 'net':
      return [
        ...(['leadsPerMonth', 'growthPerMonth', 'spendToday', 'spendPerMonth', 'elasticity'] as const).map(
          (of): PlanPlace => ({ kind, of }),
        ),
        strength,
      ];
    case 'spear':
      return [
        ...(['prospectors', 'leadsPerProspector', 'growthPerMonth', 'attritionPerMonth'] as const).map(
          (of): PlanPlace => ({ kind, of }),
        ),
        ...plan.kinds.spear.ramp.map((_, index): PlanPlace => ({ kind, of: 'ramp', index })),
        strength,
      ];
  }
}

function effectOfDoubt(plan: Plan, place: PlanPlace, leadsOf: (plan: Plan) => number[]): number[] {
  const assumption = assumptionAt(plan, place);
  if (assumption === null || assumption.doubt === 'sure') return [];
  const { low, high } = oneSdAround(assumption, ASSUMPTION_RULES[place.of]);
  const above = leadsOf(withAssumption(plan, place, { value: high }));
  const below = leadsOf(withAssumption(plan, place, { value: low }));
  return above.map((up, month) => {
    const down = below[month] ?? 0;
    return up > 0 && down > 0 ? (Math.log(up) - Math.log(down)) / 2 : 0;
  });
}
