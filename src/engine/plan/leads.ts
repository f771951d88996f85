import type { Month } from '../calendar/calendar';
import { addMonths } from '../calendar/month';
import type { PlannedKind } from '../deals/deal';
import type { Plan } from './plan';
import { leadSeason, seasonOfMonth } from './season';
import { fullOutputsIn } from './team';

/** Beyond a thousand times today's spend no power law says anything: more changes nothing there. */
export const MOST_TIMES_SPEND = 1_000;

/**
 * A planned fall says little about the past: whoever expects half the leads next month did not have sixteen million times
 * as many two years ago.
 */
const MOST_TIMES_BEFORE = 10;

/**
 * Leads of a kind by month of the plan, without those that active customers refer (they follow the wins of each path):
 * - seeds: base × (1 + growth)^h
 * - nets: today's × (1 + growth)^h × (spend ÷ today's spend)^elasticity
 * - spears: prospectors at full output (see team) × leads of one × (1 + growth)^h
 *
 * each times the season of the calendar month; h counts months from the start. A spend of nothing today says nothing about
 * more: leads stay.
 */
export function leadsOfMonths(
  plan: Plan,
  kind: PlannedKind,
  start: Month,
  offsets: readonly number[],
): number[] {
  const bySpend = kind === 'net' ? effectOfSpend(plan) : 1;
  return bySeason(plan, start, offsets, (offset) => atTodaysSpend(plan, kind, start, offset) * bySpend);
}

/**
 * The pace of the months that led to today's, 0 = the start's own: what is planned was not yet spent then, and those who
 * referred were today's customers.
 */
export function leadsOfMonthsAgo(
  plan: Plan,
  kind: PlannedKind,
  start: Month,
  monthsAgo: readonly number[],
): number[] {
  const { referralsPerCustomer } = plan.kinds.seed;
  const referred = kind === 'seed' ? referralsPerCustomer.value * plan.company.activeCustomers.value : 0;
  const most = MOST_TIMES_BEFORE * atTodaysSpend(plan, kind, start, 0);
  return bySeason(
    plan,
    start,
    monthsAgo.map((months) => 0 - months),
    (offset) => Math.min(most, atTodaysSpend(plan, kind, start, offset)) + referred,
  );
}

function bySeason(
  plan: Plan,
  start: Month,
  offsets: readonly number[],
  leadsAt: (offset: number) => number,
): number[] {
  const season = leadSeason(plan);
  return offsets.map(
    (offset) => Math.max(0, leadsAt(offset)) * seasonOfMonth(season, addMonths(start, offset)),
  );
}

function atTodaysSpend({ kinds }: Plan, kind: PlannedKind, start: Month, offset: number): number {
  const { growthPerMonth } = kinds[kind];
  const factor = grown(growthPerMonth.value, offset);
  if (kind !== 'spear') return kinds[kind].leadsPerMonth.value * factor;
  const outputs = fullOutputsIn(addMonths(start, offset), kinds.spear, start);
  return outputs * kinds.spear.leadsPerProspector.value * factor;
}

/** Factor on the leads of nets that the planned spend makes: (spend ÷ today's)^elasticity. */
export function effectOfSpend(plan: Plan): number {
  const { spendToday, spendPerMonth, elasticity } = plan.kinds.net;
  if (!(spendToday.value > 0)) return 1;
  const times = Math.min(MOST_TIMES_SPEND, Math.max(0, spendPerMonth.value) / spendToday.value);
  return Math.pow(times, Math.max(0, elasticity.value));
}

/** A fall of 100 % a month leaves nothing from the second month on, and says nothing about the months before. */
function grown(growthPerMonth: number, offset: number): number {
  const factor = 1 + Math.max(-1, growthPerMonth);
  return factor > 0 ? Math.pow(factor, offset) : offset === 0 ? 1 : 0;
}

/** Leads a month as things are today, referrals of today's customers included, season aside. */
export function leadsToday(plan: Plan, kind: PlannedKind): number {
  switch (kind) {
    case 'seed': {
      const { leadsPerMonth, referralsPerCustomer } = plan.kinds.seed;
      return leadsPerMonth.value + referralsPerCustomer.value * plan.company.activeCustomers.value;
    }
    case 'net':
      return plan.kinds.net.leadsPerMonth.value;
    case 'spear':
      return plan.kinds.spear.prospectors.value * plan.kinds.spear.leadsPerProspector.value;
  }
}
