import type { ForecastGist, KindHistory, Plan } from '../../../engine';
import { money } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';

/** What selling costs in the next twelve months, and for each customer won. */
export function costSentence(forecast: ForecastGist | null): string {
  const cost = forecast?.nextTwelve.cost ?? null;
  if (forecast === null || cost === null) return m.planCompany_cost_unknown();
  const total = money(cost.mean, forecast.currency);
  const wins = forecast.nextTwelve.wins.mean;
  return wins > 0
    ? m.planCompany_cost_says({ total, each: money(cost.mean / wins, forecast.currency) })
    : m.planCompany_cost_no_wins({ total });
}

/** Whether spend on nets is part of the costs: beside deals only where somebody has said it, and nets are forecast at all. */
export function countsSpend(plan: Plan, hasHistory: boolean, nets: KindHistory | null): boolean {
  if (!hasHistory) return true;
  const { basis, spendPerMonth } = plan.kinds.net;
  return spendPerMonth.from !== 'default' && (nets !== null || basis.leads === 'plan');
}
