import type { Kind, Leak, Trend, TrendFlag, TrendMeasure } from '../../../engine';
import { kindName } from '../../../i18n/kinds';
import { amount, month, number, percent } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';
import { monthSpan } from '../../../i18n/spans';

export const MEASURE_NAMES: Readonly<Record<TrendMeasure, () => string>> = {
  leads: m.diagnose_trends_leads,
  conversion: m.diagnose_trends_conversion,
  value: m.diagnose_trends_value,
  cycle: m.diagnose_trends_cycle,
};

export const trendKindName = (kind: Kind | null): string =>
  kind === null ? m.diagnose_all_kinds() : kindName(kind);

/** A figure of a trend: "36", "22%", "54,600". */
export function trendFigure(measure: TrendMeasure, value: number): string {
  if (measure === 'conversion') return percent(value);
  return measure === 'value' ? amount(value) : number(value);
}

/** What stands out is of now only so many months back, the one that is not over included. */
const RECENT_MONTHS = 4;

/** What stands out lately; null where nothing does. A point months ago is no news. */
export function recentFlag({ flags, points }: Trend): TrendFlag | null {
  const since = points.at(-RECENT_MONTHS)?.month ?? '';
  return flags.find(({ to }) => to >= since) ?? null;
}

/** The leak of the same measure and kind, which several months together show. */
export function leakOf({ measure, kind }: Trend, leaks: readonly Leak[]): Leak | null {
  const leaking = measure === 'conversion' ? 'conversion' : measure === 'cycle' ? 'days' : null;
  return leaks.find((leak) => leak.measure === leaking && leak.kind === (kind ?? 'all')) ?? null;
}

/** What stands out in a trend lately, in one line; that nothing does; or that there is too little to tell. */
export function trendFinding(trend: Trend, leaks: readonly Leak[]): string {
  const said = wordsOf(trend);
  const flag = recentFlag(trend);
  if (flag) return flagSentence(flag, said);
  if (trend.center === null) return m.diagnose_trends_too_few(said);
  return leakOf(trend, leaks) ? m.diagnose_trends_steady_leak(said) : m.diagnose_trends_steady(said);
}

/** What stood out before; null where nothing did, or something does lately. */
export function earlierFinding(trend: Trend): string | null {
  const [flag] = trend.flags;
  return flag && recentFlag(trend) === null ? flagSentence(flag, wordsOf(trend)) : null;
}

function wordsOf({ measure, kind }: Trend): { measure: string; kind: string } {
  return { measure: MEASURE_NAMES[measure](), kind: trendKindName(kind).toLocaleLowerCase() };
}

function flagSentence(flag: TrendFlag, said: { measure: string; kind: string }): string {
  const { from, to } = flag;
  const when = from === to ? month(from, 'longWithYear') : monthSpan(from, to);
  if (flag.code === 'outside')
    return flag.direction === 'up'
      ? m.diagnose_trends_outside_up({ ...said, when })
      : m.diagnose_trends_outside_down({ ...said, when });
  const share = percent(Math.abs(flag.change));
  return flag.direction === 'up'
    ? m.diagnose_trends_run_up({ ...said, when, share })
    : m.diagnose_trends_run_down({ ...said, when, share });
}
