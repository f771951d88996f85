import { KINDS, type HistorySummary, type Kind, type Plan } from '../../engine';
import { number, percent } from '../../i18n/format';
import { kindName } from '../../i18n/kinds';
import { m } from '../../i18n/paraglide/messages';
import { kindFacts } from '../forecast/kindFacts';

/** What a forecast rests on, for a picture or a page that says it without the app: a line in all, and one for each kind shown. */
export function restsLines(history: HistorySummary | null, plan: Plan, kinds: readonly Kind[]): string[] {
  return [
    restsOn(history),
    ...KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) => kindLine(kind, history, plan)),
  ];
}

function restsOn(history: HistorySummary | null): string {
  const sum = (of: 'deals' | 'won') => (history?.kinds ?? []).reduce((total, kind) => total + kind[of], 0);
  const deals = sum('deals');
  if (deals === 0) return m.share_rests_plan();
  return m.share_rests_history({ count: deals, deals: number(deals), won: number(sum('won')) });
}

function kindLine(kind: Kind, history: HistorySummary | null, plan: Plan): string[] {
  const { leadsPerMonth, conversion, daysToWin } = kindFacts(kind, history, plan);
  const days = Math.round(daysToWin?.value ?? 0);
  const facts = [
    leadsPerMonth &&
      m.share_rests_leads({ leads: number(leadsPerMonth.value, leadsPerMonth.value < 10 ? 1 : 0) }),
    conversion &&
      m.share_rests_conversion({ share: percent(conversion.value, conversion.value < 0.1 ? 1 : 0) }),
    daysToWin && m.share_rests_days({ count: days, days: number(days) }),
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return [];
  const isAssumed = [leadsPerMonth, conversion, daysToWin].some((fact) => fact?.basis === 'plan');
  const words = facts.join(', ');
  return [
    m.share_rests_kind({
      kind: kindName(kind),
      facts: isAssumed ? m.share_rests_assumed({ facts: words }) : words,
    }),
  ];
}
