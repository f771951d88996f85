import {
  placeKey,
  type BudgetAnswer,
  type BudgetPart,
  type CostReturns,
  type PlanPlace,
  type Spread,
  type StepName,
  type StepObstacle,
} from '../../engine';
import { exactMoney, money, number, percent } from '../../i18n/format';
import { m } from '../../i18n/paraglide/messages';
import { monthSpan } from '../../i18n/spans';
import { RANGE_SHARE } from '../forecast/headlineWords';

/** What a figure of the plan is, in a list of what nobody has said. */
export function placeWords(place: PlanPlace): string {
  return PLACES[placeKey(place)]?.() ?? m.budget_place_other();
}

const PLACES: Readonly<Record<string, () => string>> = {
  'seed.costPerLead': m.budget_place_seedLead,
  'net.spendPerMonth': m.budget_place_netSpend,
  'net.spendToday': m.budget_place_netToday,
  'company.costPerProspector': m.budget_place_costPerProspector,
  'company.costPerSeller': m.budget_place_costPerSeller,
  'company.sellers': m.budget_place_sellers,
  'spear.prospectors': m.budget_place_prospectors,
  'spear.leadsPerProspector': m.budget_place_leadsPerProspector,
  'spear.dealValue': m.budget_place_spearValue,
  'company.activeCustomers': m.budget_place_customers,
  'company.churnPerMonth': m.budget_place_churn,
};

export const STEP_WORDS: Readonly<Record<Exclude<StepName, 'seller'>, () => string>> = {
  spend: m.budget_step_spend,
  prospector: m.budget_step_prospector,
  retention: m.budget_step_retention,
};

export const OBSTACLE_WORDS: Readonly<Record<StepObstacle, () => string>> = {
  costUnknown: m.budget_obstacle_costUnknown,
  teamUnknown: m.budget_obstacle_teamUnknown,
  spearsUnknown: m.budget_obstacle_spearsUnknown,
  noSpend: m.budget_obstacle_noSpend,
  kindAbsent: m.budget_obstacle_kindAbsent,
  noCustomers: m.budget_obstacle_noCustomers,
};

export const PART_WORDS: Readonly<Record<BudgetPart, () => string>> = {
  net: m.budget_part_net,
  spear: m.budget_part_spear,
  retention: m.budget_part_retention,
};

/** What comes back for a unit of money: "3.6", "0.42"; sums of money of less than ten need their decimals. */
export function backText(perUnit: number): string {
  return number(perUnit, Math.abs(perUnit) < 10 ? 2 : 0);
}

/** One unit of money in a sentence: "SEK 1", in Swedish "krona". */
export function unitOf(currency: string): string {
  return currency === 'SEK' ? m.budget_unit_sek() : exactMoney(1, currency);
}

export function monthsText(months: number): string {
  const whole = Math.max(1, Math.ceil(months - 1e-6));
  return m.budget_months({ count: whole, number: number(whole) });
}

/** What a customer costs and brings, its numbers between `**`. */
export function headlineWords({ returns, lacking, areCostsKnown }: AtOnce, currency: string): string {
  const { all } = returns;
  if (!areCostsKnown) return m.budget_headline_unknown();
  if (!(all.wins > 0) || all.costPerWin === null) return m.budget_headline_nothing();
  const words = { cost: money(all.costPerWin, currency), value: money(all.value / all.wins, currency) };
  const isWhole = lacking.every(({ isCounted }) => isCounted);
  return isWhole ? m.budget_headline(words) : m.budget_headline_least(words);
}

/** What a unit of money brings and when it is back; empty without costs. */
export function subWords(returns: CostReturns, currency: string): string[] {
  const { all, span } = returns;
  if (all.perUnit === null) return [];
  const after = all.payback?.monthsAfterSpending ?? null;
  return [
    m.budget_sub({
      span: monthSpan(span.from, span.to),
      unit: unitOf(currency),
      perUnit: exactMoney(Number(all.perUnit.toPrecision(3)), currency),
    }),
    after === null ? m.budget_sub_never() : m.budget_sub_back({ months: monthsText(after) }),
  ];
}

/** The 80 % range of what a step brings. */
export function rangeText({ q10, q90 }: Spread, currency: string): string {
  const share = percent(RANGE_SHARE);
  if (q10 === 0 && q90 === 0) return m.budget_range_rare();
  if (q10 === 0) return m.budget_range_mostly({ share, high: money(q90, currency) });
  return m.budget_range({ share, low: money(q10, currency), high: money(q90, currency) });
}

export type AtOnce = Pick<BudgetAnswer, 'lacking' | 'areCostsKnown' | 'returns'>;
