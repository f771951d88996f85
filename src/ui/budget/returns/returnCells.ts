import type { CohortFigures, KindReturns } from '../../../engine';
import { money, number, shortMoney } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';
import { backText, monthsText, unitOf } from '../budgetWords';

export interface ReturnCell {
  text: string;
  isMissing: boolean;
  isMain: boolean;
}

const cell = (text: string | null, missing: string, isMain = false): ReturnCell => ({
  text: text ?? missing,
  isMissing: text === null,
  isMain,
});

/** Names of the columns, in the order of `returnCells`. */
export function returnColumns(isRecurring: boolean, currency: string): string[] {
  return [
    m.budget_per_win(),
    m.budget_per_unit({ unit: unitOf(currency) }),
    ...(isRecurring ? [m.budget_covered()] : []),
    m.budget_back(),
    m.budget_cost(),
    m.budget_leads(),
    m.budget_per_lead(),
    m.budget_wins(),
  ];
}

/** What one kind costs and brings; what nobody has said is said to be so, never 0. */
export function returnCells(row: KindReturns, isRecurring: boolean, currency: string): ReturnCell[] {
  const unsaid = row.cost === null ? m.budget_not_said() : m.budget_none();
  const { payback } = row;
  const after = payback?.monthsAfterSpending ?? null;
  return [
    cell(row.costPerWin === null ? null : money(row.costPerWin, currency), unsaid, true),
    cell(row.perUnit === null ? null : backText(row.perUnit), unsaid, true),
    ...(isRecurring ? [cell(coveredText(row), unsaid)] : []),
    cell(
      payback === null ? null : after === null ? m.budget_not_in_three_years() : monthsText(after),
      unsaid,
    ),
    cell(row.cost === null ? null : shortMoney(row.cost, currency), unsaid),
    cell(count(row.leads), unsaid),
    cell(row.costPerLead === null ? null : money(row.costPerLead, currency), unsaid),
    cell(count(row.wins), unsaid),
  ];
}

/** The figures of one month's leads: leads, cost, per lead, wins, per customer, value, per unit. */
export function monthCells({ leads, cost, wins, value }: CohortFigures, currency: string): string[] {
  const per = (by: number): string =>
    cost === null || !(by > 0) ? m.budget_none() : money(cost / by, currency);
  return [
    count(leads),
    cost === null ? m.budget_not_said() : money(cost, currency),
    per(leads),
    count(wins),
    per(wins),
    money(value, currency),
    cost === null || !(cost > 0) ? m.budget_none() : backText(value / cost),
  ];
}

function coveredText({ payback }: KindReturns): string | null {
  if (payback === null) return null;
  const { monthsAfterWin } = payback;
  return monthsAfterWin === null
    ? m.budget_covered_never()
    : m.budget_covered_payments({ count: monthsAfterWin, number: number(monthsAfterWin) });
}

/** Leads and wins come in parts on average. */
export function count(value: number): string {
  return number(value, value < 10 ? 1 : 0);
}
