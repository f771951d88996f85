import { m } from '../../i18n/paraglide/messages';
import type { PlanStepCode } from '../../state/plan/planStep';

/** What undo takes back, as it stands behind "Undo:". */
export const STEP_NAMES: Readonly<Record<PlanStepCode, () => string>> = {
  figure: m.plan_step_figure,
  doubt: m.plan_step_doubt,
  basis: m.plan_step_basis,
  stages: m.plan_step_stages,
  season: m.plan_step_season,
  team: m.plan_step_team,
  start: m.plan_step_start,
  recurring: m.plan_step_recurring,
  several: m.plan_step_several,
  history: m.plan_step_history,
  goal: m.plan_step_goal,
  reset: m.plan_step_reset,
  currency: m.plan_step_currency,
  planAdded: m.plan_step_planAdded,
  planRenamed: m.plan_step_planRenamed,
  planRemoved: m.plan_step_planRemoved,
  planSwitched: m.plan_step_planSwitched,
};
