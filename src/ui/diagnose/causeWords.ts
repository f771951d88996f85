import { monthOfDay, type Bridge, type BridgePart, type Day } from '../../engine';
import { capitalized, causeClause, shareWords, withMinus } from '../../i18n/diagnoseWords';
import { money, moneyChange, percent } from '../../i18n/format';
import { m } from '../../i18n/paraglide/messages';

const MOST_CAUSES = 3;
/** What makes up less of a gap needs no sentence. */
const LEAST_SHARE = 0.1;
/** What a target asks on top is told from here on. */
const LEAST_AMBITION = 0.2;
/** From here on what is left is not a rest any more. */
const LARGE_REST = 0.3;
/** Shares that come to more than this together are told as per cent. */
const MOST_TOGETHER = 1.05;

/**
 * What the gap is made of, in sentences: causes and the season that pull the same way as shares of it, luck where it is the longest bar,
 * what is left, and what made up for some of it. Empty where nothing stands out.
 */
export function causeSentences(bridge: Bridge, by: Day, currency: string): string[] {
  const { gap, parts, causes } = bridge;
  const clause = (part: BridgePart): string => causeClause(part, monthOfDay(by));
  const pulls = ({ value }: BridgePart): boolean => value * gap > 0;
  const luck = parts.find((part) => part.cause === 'chance' && isLongest(part, parts)) ?? null;
  const season = parts.filter(
    (part) => part.cause === 'season' && (!part.isWithinNoise || isLongest(part, parts)),
  );
  const told = [...causes, ...season]
    .filter(({ value }) => value !== 0 && Math.abs(value) >= LEAST_SHARE * Math.abs(gap))
    .sort((one, other) => Math.abs(other.value) - Math.abs(one.value));
  const ambition = parts.filter(
    (part) => part.cause === 'ambition' && pulls(part) && part.value / gap >= LEAST_AMBITION,
  );
  const causing = told.filter(pulls).slice(0, MOST_CAUSES);
  const along = [...causing, ...ambition];
  const [against] = told.filter((part) => !pulls(part));
  const ofLuck = luck === null ? [] : [luckSentence(luck, currency)];
  if (causing.length === 0)
    return against ? [...ofLuck, moneySentence(clause(against), against.value, currency)] : ofLuck;

  const together = along.reduce((sum, { value }) => sum + value / gap, 0);
  // "All of it" leaves nothing for another quarter of it.
  const isBeyond = along.length > 1 && together > MOST_TOGETHER;
  // Beside luck that takes the longest bar a share of the gap would be two "most of it".
  const isBesideLuck = luck !== null && pulls(luck);
  const sentences = along.map((part) => {
    if (isBesideLuck) return moneySentence(clause(part), part.value, currency);
    const share = part.value / gap;
    const words = isBeyond ? m.diagnose_share_percent({ share: percent(share) }) : shareWords(share);
    return m.diagnose_cause({ share: words, cause: clause(part) });
  });
  if (against) sentences.push(m.diagnose_cause_against({ cause: clause(against) }));
  const left = 1 - together;
  if (luck === null && left >= LEAST_SHARE && !against)
    sentences.push(left >= LARGE_REST ? m.diagnose_cause_rest_large() : m.diagnose_cause_rest());
  return isBesideLuck ? [...ofLuck, ...sentences] : [...sentences, ...ofLuck];
}

function isLongest(part: BridgePart, parts: readonly BridgePart[]): boolean {
  return parts.every((other) => other === part || Math.abs(other.value) < Math.abs(part.value));
}

function luckSentence({ value }: BridgePart, currency: string): string {
  const amount = money(Math.abs(value), currency);
  return value < 0 ? m.diagnose_cause_luck_less({ amount }) : m.diagnose_cause_luck_more({ amount });
}

function moneySentence(cause: string, value: number, currency: string): string {
  return m.diagnose_cause_money({
    cause: capitalized(cause),
    money: withMinus(moneyChange(value, currency)),
  });
}
