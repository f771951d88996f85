import {
  placesOfPart,
  takeFromHistory,
  type HistorySummary,
  type Plan,
  type PlannedKind,
} from '../../engine';
import { withBasis, type PlanPart } from './figures';

/**
 * The plan with one part of a kind set to what the history says, to be changed from there: the part counts as the user's
 * own from now on.
 */
export function takeOverPart(plan: Plan, history: HistorySummary, kind: PlannedKind, part: PlanPart): Plan {
  return withBasis(takeFromHistory(plan, history, placesOfPart(plan, kind, part)), kind, [part], 'plan');
}
