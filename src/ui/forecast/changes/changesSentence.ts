import type { DealChange, ImportChanges } from '../../../engine';
import { day, list, money, number } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';

/** A smaller share of the figure is no news. */
const SMALL_SHARE = 0.005;

const COUNTS: Record<DealChange, (words: { count: number; number: string }) => string> = {
  won: m.changes_count_won,
  lost: m.changes_count_lost,
  reopened: m.changes_count_reopened,
  added: m.changes_count_added,
  gone: m.changes_count_gone,
  amount: m.changes_count_amount,
  moved: m.changes_count_moved,
  slipped: m.changes_count_slipped,
  earlier: m.changes_count_earlier,
  redated: m.changes_count_redated,
  corrected: m.changes_count_corrected,
};

/** What matters most to the figure; the rest is told after it. */
const FIRST: readonly DealChange[] = ['won', 'lost', 'added', 'gone', 'reopened'];
const THEN: readonly DealChange[] = ['moved', 'slipped', 'earlier', 'amount', 'redated', 'corrected'];

function countsOf({ counts }: ImportChanges, changes: readonly DealChange[]): string[] {
  return changes.flatMap((change) => {
    const count = counts[change];
    return count === 0 ? [] : [COUNTS[change]({ count, number: number(count) })];
  });
}

/** "Up SEK 120,000 since 2 November 2026: 3 deals won, 2 deals lost and 12 new deals." */
export function changesSentence(changes: ImportChanges): string {
  const { figure, currency, previousDay } = changes;
  const difference = figure.after - figure.before;
  const isLevel =
    Math.abs(difference) < SMALL_SHARE * Math.max(Math.abs(figure.before), Math.abs(figure.after));
  const words = { day: day(previousDay, 'long'), amount: money(Math.abs(difference), currency) };
  const told = [countsOf(changes, FIRST), countsOf(changes, THEN)].find(({ length }) => length > 0);
  if (told === undefined) {
    if (isLevel || difference === 0) return m.changes_level_quiet(words);
    return difference > 0 ? m.changes_up_quiet(words) : m.changes_down_quiet(words);
  }
  const withCounts = { ...words, what: list(told) };
  if (isLevel || difference === 0) return m.changes_level(withCounts);
  return difference > 0 ? m.changes_up(withCounts) : m.changes_down(withCounts);
}

/** The counts that the sentence leaves out; null where it says all. */
export function alsoSentence(changes: ImportChanges): string | null {
  const then = countsOf(changes, THEN);
  if (then.length === 0 || countsOf(changes, FIRST).length === 0) return null;
  return m.changes_also({ what: list(then) });
}
