import { chanceOfReaching, DOUBTS, type Spread, type Variant } from '../../engine';
import { amount, chance, exactMoney, money, percent } from '../../i18n/format';
import { m } from '../../i18n/paraglide/messages';
import { monthSpan } from '../../i18n/spans';
import { RANGE_SHARE, type Moment } from '../forecast/headlineWords';
import { isCurrent, type PeriodName } from '../forecast/period';
import { shownDifference, shownSpread, type Beside } from './differences';

/** "this quarter", "in the next twelve months"; months are named where that would be wrong. */
export function periodWords({ period }: Pick<Beside, 'period'>, name: PeriodName, moment: Moment): string {
  if (!isCurrent(period, name, moment.today))
    return m.scenarios_in_span({ span: monthSpan(period.from, period.to) });
  if (name === 'quarter') return m.scenarios_in_quarter();
  if (name === 'nextTwelve') return m.scenarios_in_nextTwelve();
  return moment.fiscalYearStart === 1 ? m.scenarios_in_year() : m.scenarios_in_fiscal_year();
}

/** What a variant comes to: the same as its base where the difference is too small to be known. */
export function shownMean({ period, base, difference }: Beside): number {
  return shownDifference(difference, base.value.mean) === 0 ? base.value.mean : period.value.mean;
}

/** What a variant comes to and how far that is from its base, its number between `**`. */
export function answerSentence(
  beside: Beside,
  variantName: string,
  name: PeriodName,
  moment: Moment,
  currency: string,
): string {
  const mean = shownDifference(beside.difference, beside.base.value.mean);
  const words = {
    // What is typed must not be taken for what stands out.
    name: variantName.replaceAll('**', ''),
    amount: money(shownMean(beside), currency),
    period: periodWords(beside, name, moment),
  };
  if (mean === 0) return m.scenarios_headline_same(words);
  const difference = money(Math.abs(mean), currency);
  return mean < 0
    ? m.scenarios_headline_less({ ...words, difference })
    : m.scenarios_headline_more({ ...words, difference });
}

/** The 80 % range of the difference, its sign said in words; null where it is none. @param whole what it is a difference from */
export function differenceRange(difference: Spread, whole: number): string | null {
  const shown = shownSpread(difference, whole);
  if (shown === null) return null;
  const { q10, q90 } = shown;
  const share = percent(RANGE_SHARE);
  const [low, high] = [amount(Math.abs(q10)), amount(Math.abs(q90))];
  if (q10 === 0 && q90 === 0) return m.scenarios_range_rare();
  if (q90 === 0) return m.scenarios_range_less_mostly({ share, low });
  if (q10 === 0) return m.scenarios_range_more_mostly({ share, high });
  if (q90 < 0) return m.scenarios_range_less({ share, low: high, high: low });
  if (q10 > 0) return m.scenarios_range_more({ share, low, high });
  return m.scenarios_range_both({ share, low, high });
}

/** What becomes of the chance of the target; null without one. */
export function chanceSentence(
  chances: Beside['chances'],
  target: number | null,
  currency: string,
): string | null {
  if (chances === null || target === null) return null;
  const words = {
    target: exactMoney(target, currency),
    from: chance(chances.base),
    to: chance(chances.variant),
  };
  if (words.from === words.to) return m.scenarios_chance_stays(words);
  return chances.variant < chances.base ? m.scenarios_chance_falls(words) : m.scenarios_chance_rises(words);
}

/** Where best and worst lie among the futures of the forecast, which is one in ten for no other period than theirs; null for others. */
export function placeSentence(
  { changes }: Variant,
  beside: Beside,
  name: PeriodName,
  moment: Moment,
): string | null {
  const doubts: readonly (string | null)[] = DOUBTS;
  const shown = shownDifference(beside.difference, beside.base.value.mean);
  if (shown === 0 || !changes.some(({ shock, isOn }) => isOn && doubts.includes(shock))) return null;
  const above = chanceOfReaching(beside.base.distribution, beside.period.value.mean);
  const words = { chance: chance(shown < 0 ? 1 - above : above), period: periodWords(beside, name, moment) };
  return shown < 0 ? m.scenarios_place_below(words) : m.scenarios_place_above(words);
}
