import {
  assumptionAt,
  PLANNED_KINDS,
  placesOf,
  placesOfPart,
  takeFromHistory,
  type HistorySummary,
  type Plan,
  type PlannedKind,
} from '../../engine';
import { PLAN_LIMITS } from './limits';
import { PLAN_PARTS, withBasis, type PlanPart } from './figures';

/**
 * The plan with one part of a kind set to what the history says, to be changed from there: the part counts as the user's
 * own from now on.
 */
export function takeOverPart(plan: Plan, history: HistorySummary, kind: PlannedKind, part: PlanPart): Plan {
  const taken = takeFromHistory(plan, history, placesOfPart(plan, kind, part));
  return withBasis(withSeasonOf(taken, history, kind, part), kind, [part], 'plan');
}

/**
 * The plan with one part of a kind resting on its own figures. What nobody has touched starts from the history: going over
 * to own figures must not exchange what the deals say for defaults.
 */
export function ownPart(plan: Plan, history: HistorySummary, kind: PlannedKind, part: PlanPart): Plan {
  const untouched = placesOfPart(plan, kind, part).filter(
    (place) => assumptionAt(plan, place)?.from === 'default',
  );
  const taken = takeFromHistory(plan, history, untouched);
  return withBasis(withSeasonOf(taken, history, kind, part), kind, [part], 'plan');
}

/** All that the deals know of: kinds that have deals rest on history, and every figure stands as the deals say. */
export function takeOverAll(plan: Plan, history: HistorySummary): Plan {
  const known = PLANNED_KINDS.filter((kind) =>
    history.kinds.some((other) => other.kind === kind && other.deals > 0),
  );
  return known.reduce<Plan>(
    (changed, kind) => withBasis(changed, kind, PLAN_PARTS, 'history'),
    takeFromHistory(plan, history, placesOf(plan)),
  );
}

/**
 * Leads of one's own come in the season that the deals show (to whole per cent: they know no more) until somebody draws
 * another. Closing needs nothing: while the plan's rhythm of the quarter is a default, the history's goes on.
 */
function withSeasonOf(plan: Plan, history: HistorySummary, kind: PlannedKind, part: PlanPart): Plan {
  const { year } = history.calendar.leads;
  const isKnown = history.kinds.some((known) => known.kind === kind && known.deals > 0);
  if (part !== 'leads' || plan.season.leadsFrom !== 'default' || year === null || !isKnown) return plan;
  const { min, max } = PLAN_LIMITS.seasonFactor;
  const leads = year.map((factor) => Math.min(max, Math.max(min, Math.round(factor * 100) / 100)));
  return { ...plan, season: { ...plan.season, leads, leadsFrom: 'history' } };
}
