import type { HiringPlan } from '../../../engine';
import { chance, exactMoney, money, month, number } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';
import { monthSpan } from '../../../i18n/spans';

/** How many hires make the target; null where nothing can be said. */
export function hiringSentence(hiring: HiringPlan, currency: string): string | null {
  const { target, suggestion, expected, span, starts } = hiring;
  if (target === null) return null;
  const wanted = exactMoney(target, currency);
  if (expected >= target) {
    return m.budget_hiring_reached({
      expected: money(expected, currency),
      target: wanted,
      chance: chance(hiring.chance ?? 0),
    });
  }
  const [earliest] = starts;
  if (earliest === undefined) return null;
  if (suggestion === null) {
    return m.budget_hiring_never({
      month: month(earliest.month, 'longWithYear'),
      target: wanted,
      span: monthSpan(span.from, span.to),
    });
  }
  return m.budget_hiring_heads({
    count: suggestion.heads,
    number: number(suggestion.heads),
    month: month(suggestion.month, 'longWithYear'),
    target: wanted,
    chance: chance(suggestion.chance),
  });
}
