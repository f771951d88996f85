import type { HistorySummary } from '../fit/summary';
import { PLANNED_KINDS } from '../deals/deal';
import { basisOf } from '../goal/grounds';
import { partOf } from '../plan/historyOfPlan';
import { placesOf, type PlanPlace } from '../plan/place';
import type { Plan } from '../plan/plan';

/** The assumptions that a forecast of won value rests on as things stand: not those that history stands in for. */
export function usedPlaces(plan: Plan, summary: HistorySummary | null): PlanPlace[] {
  return placesOf(plan).filter((place) => {
    if (place.kind === null) {
      return PLANNED_KINDS.some((kind) => basisOf(plan, summary, kind)?.leads === 'plan');
    }
    const basis = basisOf(plan, summary, place.kind);
    const part = partOf(place);
    return basis !== null && part !== null && basis[part] === 'plan';
  });
}
