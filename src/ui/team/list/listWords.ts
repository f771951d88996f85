import type { ListItem, ListReason, ListReasonCode, QuotaGoal } from '../../../engine';
import { chance, money, number, percent, shortMoney } from '../../../i18n/format';
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

/** Chances as near as this are one number: that of the deals. */
const SAME_CHANCE = 0.02;

/** Whether the score and the chance on the deal itself are told as one. */
export function isOneChance({
  chance: score,
  plainChance,
}: Pick<ListItem, 'chance' | 'plainChance'>): boolean {
  return Math.abs(score - plainChance) < SAME_CHANCE;
}

/** "48 % of 146K": the typed amount, and where there is none what such a deal is usually worth, as which it is then told. */
export function chanceWords(item: ListItem, currency: string): string {
  const share = chance(isOneChance(item) ? item.plainChance : item.chance);
  return item.amount !== null && item.amount > 0
    ? m.team_list_chance_of({ chance: share, value: shortMoney(item.amount, currency) })
    : m.team_list_chance_of_usual({ chance: share, value: shortMoney(item.value, currency) });
}
