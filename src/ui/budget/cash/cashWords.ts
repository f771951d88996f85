import type { CashNeed } from '../../../engine';
import { chance, money, month, percent } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';
import { RANGE_SHARE } from '../../forecast/headlineWords';

/** The finding, its number between `**`. */
export function cashTitle({ low }: CashNeed, currency: string): string {
  if (low === null) return m.budget_cash_in_only();
  if (!(low.mean > 0)) return m.budget_cash_never();
  return m.budget_cash_enough({ high: money(low.need.q90, currency) });
}

/** How far to trust it, and until when it lasts. */
export function cashSentences({ low }: CashNeed, currency: string): string[] {
  if (low === null) return [m.budget_cash_no_cost()];
  const { q10, q90 } = low.need;
  if (!(low.mean > 0)) {
    if (low.chanceBelow === 0) return [];
    const share = chance(low.chanceBelow);
    return [
      q90 > 0
        ? m.budget_cash_need_rare({ chance: share, high: money(q90, currency) })
        : m.budget_cash_safe({ chance: share }),
    ];
  }
  const need = m.budget_cash_need({
    share: percent(RANGE_SHARE),
    amount: money(low.mean, currency),
    month: month(low.month, 'longWithYear'),
    low: money(q10, currency),
    high: money(q90, currency),
  });
  const when =
    low.earliest === low.latest
      ? m.budget_cash_when_same({ month: month(low.earliest, 'longWithYear') })
      : m.budget_cash_when({
          earliest: month(low.earliest, 'longWithYear'),
          latest: month(low.latest, 'longWithYear'),
        });
  const back =
    low.backBy === null
      ? m.budget_cash_no_back()
      : m.budget_cash_back({ month: month(low.backBy, 'longWithYear') });
  return [need, when, back];
}
