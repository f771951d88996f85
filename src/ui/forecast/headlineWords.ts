import type { Day, PeriodForecast } from '../../engine';
import { amount, money, percent } from '../../i18n/format';
import { m } from '../../i18n/paraglide/messages';
import { monthSpan } from '../../i18n/spans';
import { isCurrent, type PeriodName } from './period';

/** The range that the whole app speaks of: from the 10 % to the 90 % point. */
export const RANGE_SHARE = 0.8;

export interface Moment {
  today: Day;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart: number;
}

/** The answer in one sentence, its number between `**`. Months are named where "this quarter" would be wrong. */
export function headlineWords(
  period: PeriodForecast,
  name: PeriodName,
  moment: Moment,
  currency: string,
): string {
  const value = money(period.value.mean, currency);
  if (!isCurrent(period, name, moment.today))
    return m.forecast_headline_span({ amount: value, span: monthSpan(period.from, period.to) });
  if (name === 'quarter') return m.forecast_headline_quarter({ amount: value });
  if (name === 'nextTwelve') return m.forecast_headline_nextTwelve({ amount: value });
  return moment.fiscalYearStart === 1
    ? m.forecast_headline_year({ amount: value })
    : m.forecast_headline_fiscal_year({ amount: value });
}

/** The 80 % range, and how much of the number is already a fact. */
export function rangeWords(period: PeriodForecast): string {
  const range = {
    share: percent(RANGE_SHARE),
    low: amount(period.value.q10),
    high: amount(period.value.q90),
  };
  if (period.value.q90 === 0) return m.forecast_range_nothing();
  // A mean above the 90 % point is right, but reads as a mistake unless it is said why.
  if (period.value.mean > period.value.q90) return m.forecast_range_rare(range);
  return period.alreadyWon > 0
    ? m.forecast_range_won({ ...range, won: amount(period.alreadyWon) })
    : m.forecast_range(range);
}

/** The other period that everyone asks about, in one quiet line. */
export function alsoWords(period: PeriodForecast, name: PeriodName, today: Day, currency: string): string {
  const words = {
    amount: money(period.value.mean, currency),
    share: percent(RANGE_SHARE),
    low: amount(period.value.q10),
    high: amount(period.value.q90),
  };
  if (!isCurrent(period, name, today))
    return m.forecast_also_span({ ...words, span: monthSpan(period.from, period.to) });
  return name === 'quarter' ? m.forecast_also_quarter(words) : m.forecast_also_nextTwelve(words);
}
