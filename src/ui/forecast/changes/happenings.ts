import { monthOfDay } from '../../../engine';
import type { ChangedDeal, DealChange, Month } from '../../../engine';
import { day, exactMoney, number } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';
import { slipWords } from '../../../i18n/slips';

interface Frame {
  from: Month;
  to: Month;
  currency: string;
}

/** What happened to a deal, weightiest first: "Won on 12 Nov 2026 for SEK 50,000". */
export function happenings(deal: ChangedDeal, frame: Frame): readonly string[] {
  const said = deal.changes.flatMap((change) => {
    const words = wordsOf(change, deal, frame);
    return words === null ? [] : [words];
  });
  const isPutOffAgain = deal.slips !== null && deal.slips.times > 1;
  return isPutOffAgain && deal.slips ? [...said, slipWords(deal.slips)] : said;
}

function wordsOf(change: DealChange, { before, after, changes }: ChangedDeal, frame: Frame): string | null {
  const money = (amount: number): string => exactMoney(amount, frame.currency);
  switch (change) {
    case 'won':
      return wonWords(after, frame);
    case 'lost':
      return after?.closed == null ? m.changes_lost_undated() : m.changes_lost({ day: day(after.closed) });
    case 'reopened':
      return m.changes_reopened();
    case 'added':
      return after?.outcome === 'open' && after.amount !== null
        ? m.changes_added_amount({ amount: money(after.amount) })
        : m.changes_added();
    case 'gone':
      return m.changes_gone();
    case 'amount':
      // A win says its amount itself.
      if (changes.includes('won')) return null;
      if (after?.amount == null) return m.changes_amount_none();
      return before?.amount == null
        ? m.changes_amount_first({ after: money(after.amount) })
        : m.changes_amount({ before: money(before.amount), after: money(after.amount) });
    case 'moved':
      return m.changes_moved({ before: before?.stage ?? '', after: after?.stage ?? '' });
    case 'slipped':
    case 'earlier': {
      const [was, is] = [before?.expectedClose, after?.expectedClose];
      if (was == null || is == null) return null;
      const count = Math.abs(is - was);
      const words = { count, number: number(count), day: day(is) };
      return change === 'slipped' ? m.changes_slipped(words) : m.changes_earlier(words);
    }
    case 'redated':
      return before?.closed == null || after?.closed == null
        ? m.changes_redated_some()
        : m.changes_redated({ before: day(before.closed), after: day(after.closed) });
    case 'corrected':
      return m.changes_corrected();
  }
}

function wonWords(after: ChangedDeal['after'], { from, to, currency }: Frame): string {
  if (after?.closed == null) return m.changes_won_undated();
  const words = { day: day(after.closed) };
  const month = monthOfDay(after.closed);
  if (month < from || month > to) return m.changes_won_elsewhere(words);
  return after.amount === null
    ? m.changes_won_no_amount(words)
    : m.changes_won({ ...words, amount: exactMoney(after.amount, currency) });
}
