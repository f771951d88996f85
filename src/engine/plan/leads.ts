import type { Month } from '../calendar/calendar';
import { addMonths } from '../calendar/month';
import type { PlannedKind } from '../deals/deal';
import type { Plan } from './plan';
import { leadSeason, seasonOfMonth } from './season';
import { fullOutputsIn } from './team';

/**
 * Leads of a kind by month of the plan, without those that active customers refer (they follow the wins of each path):
 * - seeds: base × (1 + growth)^h
 * - nets: today's × (1 + growth)^h × (spend ÷ today's spend)^elasticity
 * - spears: prospectors at full output (see team) × leads of one × (1 + growth)^h
 *
 * each times the season of the calendar month. h counts months from the start; before it, the plan's spend is not yet
 * spent, and referrals are those of today's customers. A spend of nothing today says nothing about more: leads stay.
 */
export function leadsOfMonths(
  plan: Plan,
  kind: PlannedKind,
  start: Month,
  offsets: readonly number[],
): number[] {
  const season = leadSeason(plan);
  return offsets.map((offset) => {
    const month = addMonths(start, offset);
    return Math.max(0, leadsBeforeSeason(plan, kind, start, offset)) * seasonOfMonth(season, month);
  });
}

function leadsBeforeSeason(plan: Plan, kind: PlannedKind, start: Month, offset: number): number {
  switch (kind) {
    case 'seed': {
      const { leadsPerMonth, growthPerMonth, referralsPerCustomer } = plan.kinds.seed;
      const referred = offset < 0 ? referralsPerCustomer.value * plan.company.activeCustomers.value : 0;
      return leadsPerMonth.value * grown(growthPerMonth.value, offset) + referred;
    }
    case 'net': {
      const { leadsPerMonth, growthPerMonth } = plan.kinds.net;
      const bySpend = offset < 0 ? 1 : effectOfSpend(plan);
      return leadsPerMonth.value * grown(growthPerMonth.value, offset) * bySpend;
    }
    case 'spear': {
      const { spear } = plan.kinds;
      const perProspector = spear.leadsPerProspector.value * grown(spear.growthPerMonth.value, offset);
      return fullOutputsIn(addMonths(start, offset), spear, start) * perProspector;
    }
  }
}

/** Factor on the leads of nets that the planned spend makes: (spend ÷ today's)^elasticity. */
export function effectOfSpend(plan: Plan): number {
  const { spendToday, spendPerMonth, elasticity } = plan.kinds.net;
  return spendToday.value > 0
    ? Math.pow(Math.max(0, spendPerMonth.value) / spendToday.value, Math.max(0, elasticity.value))
    : 1;
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
