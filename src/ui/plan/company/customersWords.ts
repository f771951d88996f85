import type { ForecastGist, Plan } from '../../../engine';
import { money, number } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';

/** What becomes of customers and of what they pay in twelve months, in one sentence. */
export function customersSentence(plan: Plan, forecast: ForecastGist | null): string {
  const customers = atYearsEnd(forecast?.customers);
  if (forecast === null || customers === null) return m.planCompany_customers_uncounted();
  const count = Math.round(customers);
  const active = number(count);
  const today = number(plan.company.activeCustomers.value);
  const revenue = atYearsEnd(forecast.recurring);
  if (revenue === null) return m.planCompany_customers_become({ today, count, active });
  return m.planCompany_customers_pay({
    today: money(plan.company.revenueToday.value, forecast.currency),
    revenue: money(revenue, forecast.currency),
    year: money(revenue * 12, forecast.currency),
    count,
    active,
  });
}

function atYearsEnd(spreads: ForecastGist['customers'] | undefined): number | null {
  return spreads?.[11]?.mean ?? spreads?.at(-1)?.mean ?? null;
}

/** Share of the customers lost in a year: 1 − (1 − churn)^12. */
export function lostInYear(plan: Plan): number {
  return 1 - Math.pow(1 - Math.min(1, Math.max(0, plan.company.churnPerMonth.value)), 12);
}
