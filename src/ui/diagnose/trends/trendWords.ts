import type { Kind, Trend, TrendFlag, TrendMeasure } from '../../../engine';
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

/** What stands out in a trend, in one line; that nothing does; or that there is too little to tell. */
export function trendFinding({ measure, kind, flags, center }: Trend): string {
  const said = { measure: MEASURE_NAMES[measure](), kind: trendKindName(kind).toLocaleLowerCase() };
  const flag = flags[0];
  if (flag) return flagSentence(flag, said);
  return center === null ? m.diagnose_trends_too_few(said) : m.diagnose_trends_steady(said);
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
