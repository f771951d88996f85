import type { ListReason, ListReasonCode, QuotaGoal } from '../../../engine';
import { chance, money, number, percent } from '../../../i18n/format';
import { m } from '../../../i18n/paraglide/messages';
import { monthSpan } from '../../../i18n/spans';

/** Why a deal is on the list, in a line. */
export function reasonWords(reason: ListReason): string {
  switch (reason.code) {
    case 'likely':
      return m.team_why_likely({ chance: chance(reason.chance) });
    case 'stuck': {
      const times = { days: number(reason.days), usual: number(reason.usual) };
      return reason.stage === null
        ? m.team_why_old(times)
        : m.team_why_stuck({ ...times, stage: reason.stage });
    }
    case 'overdue': {
      const days = { count: reason.days, days: number(reason.days) };
      return reason.slips > 0
        ? m.team_why_overdue_slips({ ...days, slips: number(reason.slips) })
        : m.team_why_overdue(days);
    }
    case 'newLead':
      return m.team_why_new({ share: percent(reason.share) });
  }
}

/** What the filter of a reason is called, with how many deals it finds. */
export function filterWords(code: ListReasonCode | 'all', count: number): string {
  const words = {
    all: m.team_list_all,
    likely: m.team_list_likely,
    stuck: m.team_list_stuck,
    overdue: m.team_list_overdue,
    newLead: m.team_list_new,
  };
  return words[code]({ number: number(count) });
}

/** How far a quota is covered, and what is left for new leads. */
export function goalWords({ from, to, quota, covered, gap }: QuotaGoal, currency: string): string {
  const words = {
    span: monthSpan(from, to),
    covered: money(covered, currency),
    quota: money(quota, currency),
  };
  return gap > 0 ? m.team_goal_gap({ ...words, gap: money(gap, currency) }) : m.team_goal_covered(words);
}
