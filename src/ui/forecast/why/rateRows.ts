import type { Estimate, Kind, KindHistory, Plan } from '../../../engine';
import { amount, number, percent } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';
import { kindYield, type KindYield } from '../../../state/plan/kindYield';
import { isPlanned } from '../kindFacts';

/** A rate of one kind as the table shows it; `range` is null for what was assumed or can't be known. */
export interface RateRow {
  name: string;
  value: string;
  range: string | null;
  rests: string;
}

interface Rate {
  name: () => string;
  part: 'leads' | 'closing' | 'value';
  fitted: (history: KindHistory) => Estimate;
  assumed: (yielded: KindYield) => number;
  show: (value: number) => string;
  rests: (words: { count: number; shown: string }) => string;
}

function fewDigits(value: number): string {
  return number(value, value < 10 ? 1 : 0);
}

function share(value: number): string {
  return percent(value, value < 0.1 ? 1 : 0);
}

const RATES: readonly Rate[] = [
  {
    name: m.why_rate_leads,
    part: 'leads',
    fitted: (history) => history.leadsPerMonth,
    assumed: ({ leadsPerMonth }) => leadsPerMonth,
    show: fewDigits,
    rests: m.why_rests_leads,
  },
  {
    name: m.why_rate_conversion,
    part: 'closing',
    fitted: (history) => history.conversion,
    assumed: ({ conversion }) => conversion,
    show: share,
    rests: m.why_rests_closed,
  },
  {
    name: m.why_rate_days,
    part: 'closing',
    fitted: (history) => history.daysToWin,
    assumed: ({ daysToWin }) => daysToWin,
    show: (value) => number(value),
    rests: m.why_rests_won,
  },
  {
    name: m.why_rate_value,
    part: 'value',
    fitted: (history) => history.dealValue,
    assumed: ({ dealValue }) => dealValue,
    show: amount,
    rests: m.why_rests_won,
  },
];

/** The rates a kind's part of the forecast uses: fitted ones with interval and cases, assumed ones without. */
export function rateRows(kind: Kind, history: KindHistory | undefined, plan: Plan): readonly RateRow[] {
  const assumptions = isPlanned(kind) ? plan.kinds[kind] : null;
  const yielded = isPlanned(kind) ? kindYield(plan, kind, null) : null;
  const hasHistory = history !== undefined && history.deals > 0;
  return RATES.flatMap(({ name, part, fitted, assumed, show, rests }): RateRow[] => {
    if (hasHistory && assumptions?.basis[part] !== 'plan') {
      const { value, low, high, n } = fitted(history);
      if (low === 0 && high === 1)
        return [{ name: name(), value: m.why_rate_unknown(), range: null, rests: m.why_rests_no_losses() }];
      const range = m.why_rate_range({ low: show(low), high: show(high) });
      const count = Math.round(n);
      return [{ name: name(), value: show(value), range, rests: rests({ count, shown: number(count) }) }];
    }
    if (!yielded) return [];
    return [{ name: name(), value: show(assumed(yielded)), range: null, rests: m.why_rests_plan() }];
  });
}
