import { m } from '../../i18n/paraglide/messages';
import type { PlanStepCode } from '../../state/plan/planStep';

/** What undo takes back, as it stands behind "Undo:". */
export const STEP_NAMES: Readonly<Record<PlanStepCode, () => string>> = {
  figure: m.planBook_step_figure,
  doubt: m.planBook_step_doubt,
  basis: m.planBook_step_basis,
  stages: m.planBook_step_stages,
  season: m.planBook_step_season,
  team: m.planBook_step_team,
  start: m.planBook_step_start,
  recurring: m.planBook_step_recurring,
  several: m.planBook_step_several,
  history: m.planBook_step_history,
  goal: m.planBook_step_goal,
  reset: m.planBook_step_reset,
  currency: m.planBook_step_currency,
  planAdded: m.planBook_step_planAdded,
  planRenamed: m.planBook_step_planRenamed,
  planRemoved: m.planBook_step_planRemoved,
  planSwitched: m.planBook_step_planSwitched,
  scenarios: m.planBook_step_scenarios,
  kept: m.planBook_step_kept,
};
