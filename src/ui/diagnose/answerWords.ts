import { monthOfDay, type Bridge, type BridgePart, type Day, type Leak, type Pace } from '../../engine';
import { capitalized, causeClause, kindWithin, shareWords } from '../../i18n/diagnoseWords';
import { amount, chance, money, moneyChange, percent } from '../../i18n/format';
import { m } from '../../i18n/paraglide/messages';
import { monthSpan } from '../../i18n/spans';
import { RANGE_SHARE, type Moment } from '../forecast/headlineWords';

/** Nearer to the pace, or to a year ago, than this is neither ahead nor behind. */
const SAME_SHARE = 0.02;
const MOST_CAUSES = 3;
/** What makes up less of a gap needs no sentence. */
const LEAST_SHARE = 0.1;

/** "this quarter"; months are named where that would be wrong. */
export function periodWords({ period, from, to }: Pace, moment: Moment): string {
  const now = monthOfDay(moment.today);
  if (now < from || now > to) return m.diagnose_in_span({ span: monthSpan(from, to) });
  if (period === 'month') return m.diagnose_in_month();
  if (period === 'quarter') return m.diagnose_in_quarter();
  return moment.fiscalYearStart === 1 ? m.diagnose_in_year() : m.diagnose_in_fiscal_year();
}

/**
 * The answer in one sentence, its number between `**`: how far from pace; without a target, what is won beside a year ago.
 *
 * @param lastYear what was won in the same days a year ago; null where that is not known
 */
export function answerSentence(
  pace: Pace,
  lastYear: number | null,
  moment: Moment,
  currency: string,
): string {
  const period = periodWords(pace, moment);
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
export function expectedSentence(pace: Pace, currency: string): string {
  const expected = money(pace.expected, currency);
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

function chanceWords({ chance: share, chanceBound }: Pace): string {
  const shown = chance(share ?? 0);
  if (chanceBound === 'atMost') return m.diagnose_chance_at_most({ chance: shown });
  return chanceBound === 'atLeast' ? m.diagnose_chance_at_least({ chance: shown }) : shown;
}

/**
 * What the gap is made of, in sentences: causes that pull the same way as shares of it, what is left, and what made up for some of it.
 * Empty where no cause stands out.
 */
export function causeSentences(bridge: Bridge, by: Day, currency: string): string[] {
  const { gap, causes } = bridge;
  const month = monthOfDay(by);
  const clause = (part: BridgePart): string => causeClause(part, month);
  const pulls = ({ value }: BridgePart): boolean => value * gap > 0;
  const along = causes.filter((part) => pulls(part) && part.value / gap >= LEAST_SHARE).slice(0, MOST_CAUSES);
  const [against] = causes.filter((part) => !pulls(part));
  if (along.length === 0)
    return against
      ? [
          m.diagnose_cause_money({
            cause: capitalized(clause(against)),
            money: moneyChange(against.value, currency),
          }),
        ]
      : [];
  const ambition = bridge.parts.filter(
    (part) => part.cause === 'ambition' && part.value / gap >= 2 * LEAST_SHARE,
  );
  const told = [...along, ...ambition];
  const sentences = told.map((part) =>
    m.diagnose_cause({ share: shareWords(part.value / gap), cause: clause(part) }),
  );
  if (against) sentences.push(m.diagnose_cause_against({ cause: clause(against) }));
  const left = 1 - told.reduce((sum, { value }) => sum + value / gap, 0);
  if (left >= LEAST_SHARE && !against) sentences.push(m.diagnose_cause_rest());
  return sentences;
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
