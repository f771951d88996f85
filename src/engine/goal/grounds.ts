import type { Kind, PlannedKind } from '../deals/deal';
import { PLANNED_KINDS } from '../deals/deal';
import type { HistorySummary } from '../fit/summary';
import type { FunnelModel } from '../funnel/model';
import type { BuildOptions } from '../plan/build';
import type { KindPlan, Plan } from '../plan/plan';

/** What a plan is turned into a model with: the fitted history, or the calendar of a plan alone. */
export type Grounds =
  { fitted: FunnelModel; summary: HistorySummary } | { fitted: null; summary: null; options: BuildOptions };

/** The same for the first so many months, where no more are asked for. */
export function shorten(grounds: Grounds, months: number): Grounds {
  if (grounds.fitted === null) return { ...grounds, options: { ...grounds.options, horizonMonths: months } };
  return { ...grounds, fitted: { ...grounds.fitted, months: grounds.fitted.months.slice(0, months) } };
}

/** Kinds whose deals there are. */
export function kindsOfHistory(summary: HistorySummary | null): Kind[] {
  return summary === null ? [] : summary.kinds.filter(({ deals }) => deals > 0).map(({ kind }) => kind);
}

/** Where the parts of a kind come from as things stand; null where it is in no forecast. The rule of `mix`. */
export function basisOf(plan: Plan, summary: HistorySummary | null, kind: Kind): KindPlan['basis'] | null {
  const hasHistory = kindsOfHistory(summary).includes(kind);
  if (!isPlanned(kind)) return hasHistory ? FROM_HISTORY : null;
  const { basis } = plan.kinds[kind];
  if (hasHistory) return basis;
  return summary !== null && basis.leads === 'history' ? null : FROM_PLAN;
}

const FROM_HISTORY = { leads: 'history', closing: 'history', value: 'history' } as const;
const FROM_PLAN = { leads: 'plan', closing: 'plan', value: 'plan' } as const;

export function isPlanned(kind: Kind): kind is PlannedKind {
  return (PLANNED_KINDS as readonly Kind[]).includes(kind);
}
