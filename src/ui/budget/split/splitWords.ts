import type { BudgetSplit, Month } from '../../../engine';
import { money, month, number } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';
import { rangeText, unitOf } from '../budgetWords';

/** Money below this share of the budget is none. */
const NOTHING = 0.002;

/** What the split is worth against the plan, and where money stops to be. */
export function splitSentences(
  split: BudgetSplit,
  to: Month,
  currency: string,
  isSpearLimited = false,
): string[] {
  const { budget, parts, gain, hireCost, simulated, left, wellUsed } = split;
  const planned = parts.reduce((sum, part) => sum + part.planned, 0);
  const spent = parts.reduce((sum, part) => sum + part.suggested, 0);
  const more = spent - planned;
  const isSame = Math.abs(more) < NOTHING * budget;
  const isAsPlanned = parts.every((part) => Math.abs(part.suggested - part.planned) < NOTHING * budget);
  const words = {
    gain: money(gain, currency),
    loss: money(Math.abs(gain), currency),
    more: money(more, currency),
    less: money(Math.abs(more), currency),
    to: month(to, 'longWithYear'),
  };
  const sentences: string[] = [];
  if (isAsPlanned) sentences.push(m.budget_split_as_planned());
  else if (gain < 0) sentences.push(m.budget_split_loss(words));
  else if (isSame) sentences.push(m.budget_split_gain_same(words));
  else sentences.push(more > 0 ? m.budget_split_gain(words) : m.budget_split_gain_saved(words));
  if (!isAsPlanned && gain > 0 && simulated !== null) sentences.push(rangeText(simulated, currency));
  const spear = parts.find(({ part }) => part === 'spear');
  const isHireBest = parts.every(
    ({ part, marginal }) => part === 'spear' || marginal < (spear?.marginal ?? 0),
  );
  if (spear !== undefined && isHireBest && hireCost !== null && hireCost > left && !isSpearLimited) {
    sentences.push(m.budget_split_whole({ unit: unitOf(currency), cost: money(hireCost, currency) }));
  }
  if (left > NOTHING * budget) sentences.push(m.budget_split_left({ left: money(left, currency) }));
  const isWell = wellUsed >= budget - Math.max(left, NOTHING * budget);
  if (!isWell) {
    sentences.push(m.budget_split_well({ amount: money(wellUsed, currency), unit: unitOf(currency) }));
  }
  return sentences;
}

/** How many people the split adds or takes; null where none. */
export function headsText(heads: number): string | null {
  if (heads === 0) return null;
  const words = { count: Math.abs(heads), number: number(Math.abs(heads)) };
  return heads > 0 ? m.budget_split_heads_more(words) : m.budget_split_heads_fewer(words);
}
