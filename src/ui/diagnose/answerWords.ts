import { firstDayOfMonth, monthOfDay, type Bridge, type Day, type Leak, type Pace } from '../../engine';
import { capitalized, kindWithin } from '../../i18n/diagnoseWords';
import { amount, chance, money, percent } from '../../i18n/format';
import { m } from '../../i18n/paraglide/messages';
import { monthSpan } from '../../i18n/spans';
import { RANGE_SHARE, type Moment } from '../forecast/headlineWords';

/** Nearer to the pace, or to a year ago, than this is neither ahead nor behind. */
const SAME_SHARE = 0.02;

/** "this quarter"; months are named where that would be wrong. */
export function periodWords({ period, from, to }: Pace, moment: Moment): string {
  const now = monthOfDay(moment.today);
  if (now < from || now > to) return m.diagnose_in_span({ span: monthSpan(from, to) });
  if (period === 'month') return m.diagnose_in_month();
  if (period === 'quarter') return m.diagnose_in_quarter();
  return moment.fiscalYearStart === 1 ? m.diagnose_in_year() : m.diagnose_in_fiscal_year();
}

/** The last day of the period whose sales are known; null where none of its days has passed. */
export function lastKnownDay({ line }: Pace): Day | null {
  // The first point is the evening before the period.
  return (
    line
      .slice(1)
      .filter(({ won }) => won !== null)
      .at(-1)?.day ?? null
  );
}

/** Where a bridge speaks of the very days whose pace is told: only then are its causes those of this pace. */
export function isOfPace({ against, period }: Bridge, pace: Pace): boolean {
  return (
    (against === 'target' ? pace.target !== null : against === 'lastYear') &&
    period.from === firstDayOfMonth(pace.from) &&
    period.to === lastKnownDay(pace)
  );
}

/**
 * The answer in one sentence, its number between `**`: how far from pace; without a target, what is won beside a year ago.
 *
 * @param lastYear what was won in the same days a year ago; null where that is not known
 * @param hasDeals false: nothing tells what has been won
 */
export function answerSentence(
  pace: Pace,
  lastYear: number | null,
  moment: Moment,
  currency: string,
  hasDeals = true,
): string {
  const period = periodWords(pace, moment);
  if (lastKnownDay(pace) === null) {
    const span = capitalized(monthSpan(pace.from, pace.to));
    return pace.target === null
      ? m.diagnose_not_begun({ span })
      : m.diagnose_not_begun_target({ span, target: money(pace.target.amount, currency) });
  }
  if (!hasDeals) return m.diagnose_won_unknown({ period });
  const won = money(pace.won, currency);
  if (pace.target !== null) {
    if (pace.ahead === null)
      return m.diagnose_nothing_due({ period, target: money(pace.target.amount, currency) });
    const share = percent(Math.abs(pace.ahead));
    if (Math.abs(pace.ahead) < SAME_SHARE) return m.diagnose_on_pace({ period, won });
    return pace.ahead < 0 ? m.diagnose_behind({ period, share }) : m.diagnose_ahead({ period, share });
  }
  if (lastYear === null || lastYear <= 0) return m.diagnose_won({ won, period });
  const ratio = pace.won / lastYear - 1;
  const words = { won, period, share: percent(Math.abs(ratio)) };
  if (Math.abs(ratio) < SAME_SHARE) return m.diagnose_won_same(words);
  return ratio < 0 ? m.diagnose_won_less(words) : m.diagnose_won_more(words);
}

/** What the forecast comes to and, where there is a target, how likely it is to be made. */
export function expectedSentence(pace: Pace, currency: string, hasDeals = true): string {
  const expected = money(pace.expected, currency);
  if (!hasDeals && lastKnownDay(pace) !== null)
    return m.diagnose_expected_rest({
      ...{ expected, share: percent(RANGE_SHARE) },
      ...{ low: amount(pace.low), high: amount(pace.high) },
    });
  if (pace.target === null || pace.attainment === null || pace.chance === null)
    return m.diagnose_expected({
      ...{ expected, share: percent(RANGE_SHARE) },
      ...{ low: amount(pace.low), high: amount(pace.high) },
    });
  return m.diagnose_expected_target({
    ...{ expected, attainment: percent(pace.attainment) },
    ...{ target: amount(pace.target.amount), chance: chanceWords(pace) },
  });
}

/** What the chart of the period shows. */
export function paceFinding(pace: Pace, currency: string, hasDeals: boolean): string {
  const words = { won: money(pace.won, currency), expected: money(pace.expected, currency) };
  if (lastKnownDay(pace) === null) return m.diagnose_line_finding_all(words);
  if (!hasDeals) return m.diagnose_line_finding_rest(words);
  return pace.onPace === null
    ? m.diagnose_line_finding_expected(words)
    : m.diagnose_line_finding({ won: words.won, onPace: money(pace.onPace, currency) });
}

function chanceWords({ chance: share, chanceBound }: Pace): string {
  const shown = chance(share ?? 0);
  if (chanceBound === 'atMost') return m.diagnose_chance_at_most({ chance: shown });
  return chanceBound === 'atLeast' ? m.diagnose_chance_at_least({ chance: shown }) : shown;
}

/** Where to look first. */
export function lookFirstSentence(leak: Leak, currency: string): string {
  const kind = kindWithin(leak.kind);
  const what =
    leak.stage === null
      ? m.diagnose_leak_place_whole({ kind })
      : m.diagnose_leak_place({ kind, stage: leak.stage });
  return m.diagnose_look_first({ what, money: money(leak.moneyAtStake, currency) });
}
