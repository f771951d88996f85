import type { GoalAnswer, KindNeed, ReverseFunnel } from '../../../engine';
import { m } from '../../../i18n/paraglide/messages';

export type BackBy = 'leads' | 'easiest' | 'cheapest';

/** Ways to the goal that the leads can be counted back from; those that get there. */
export function waysBack({
  scaledLeads,
  easiest,
  cheapest,
}: GoalAnswer): { by: BackBy; funnel: ReverseFunnel }[] {
  const ways: { by: BackBy; funnel: ReverseFunnel }[] = [];
  if (scaledLeads) ways.push({ by: 'leads', funnel: scaledLeads.funnel });
  if (easiest?.outcome === 'reached') ways.push({ by: 'easiest', funnel: easiest.funnel });
  if (cheapest?.outcome === 'reached') ways.push({ by: 'cheapest', funnel: cheapest.funnel });
  return ways;
}

export interface BackRow {
  name: string;
  /** One for each kind, in their order; null where its stages are unknown. */
  counts: readonly (number | null)[];
  isSum?: boolean;
}

/** From leads down to what is won, as the funnel goes. Rows of nothing are left out. */
export function backRows({ kinds }: ReverseFunnel): BackRow[] {
  const row = (name: string, of: (kind: KindNeed) => number | null): BackRow => ({
    name,
    counts: kinds.map(of),
  });
  // The first stage's entries are the leads.
  const stages = [...new Set(kinds.flatMap((kind) => kind.stages.slice(1).map(({ name }) => name)))];
  const open = row(m.planGoal_won_from_open(), (kind) => kind.fromOpen);
  const already = row(m.planGoal_won_already(), (kind) => kind.alreadyWon);
  const others = [open, already].filter(({ counts }) => counts.some((count) => (count ?? 0) > 0));
  const sum = row(m.planGoal_won(), (kind) => kind.alreadyWon + kind.fromOpen + kind.fromLeads);
  return [
    row(m.planGoal_leads(), (kind) => kind.leads),
    ...stages.map((name) =>
      row(name, (kind) => kind.stages.find((stage) => stage.name === name)?.entries ?? null),
    ),
    row(m.planGoal_won_from_leads(), (kind) => kind.fromLeads),
    ...others,
    ...(others.length > 0 ? [{ ...sum, isSum: true }] : []),
  ];
}
