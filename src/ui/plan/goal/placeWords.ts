import { placeKey, type Month, type Plan, type PlanPlace } from '../../../engine';
import { m } from '../../../i18n/paraglide/messages';
import { driverRows } from '../drivers/driverRows';
import { valueRows } from '../valueRows';

/** What an assumption is called on the Plan screen, its kind not said. */
export function placeName(plan: Plan, place: PlanPlace, start: Month, currency: string): string {
  if (place.kind === null) return companyName(place.of);
  if ('index' in place) {
    if (place.of === 'ramp') return m.planDrivers_ramp_month_label({ number: place.index + 1 });
    const stage = plan.stageNames[place.index] ?? '';
    return m.plan_in_stage({ stage, label: place.of === 'days' ? m.plan_days() : goesOn(plan, place.index) });
  }
  const key = placeKey(place);
  const rows = [...driverRows(plan, place.kind, start), ...valueRows(plan, place.kind, currency)];
  return rows.find((row) => placeKey(row.place) === key)?.label ?? m.planCompany_cost_leads();
}

function goesOn(plan: Plan, stage: number): string {
  const next = plan.stageNames[stage + 1];
  return next === undefined ? m.plan_are_won() : m.plan_go_on({ next });
}

function companyName(of: (PlanPlace & { kind: null })['of']): string {
  switch (of) {
    case 'activeCustomers':
      return m.planCompany_active();
    case 'churnPerMonth':
      return m.planCompany_churn();
    case 'revenueToday':
      return m.planCompany_revenue_today();
    case 'expansionPerMonth':
      return m.planCompany_expansion();
    case 'seasonStrength':
      return m.planCompany_strength();
    case 'costPerProspector':
      return m.planCompany_cost_prospector();
    case 'sellers':
      return m.planCompany_sellers();
    case 'costPerSeller':
      return m.planCompany_cost_seller();
  }
}
