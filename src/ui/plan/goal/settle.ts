import type { Month } from '../../../engine';
import type { AppState } from '../../../state/app.svelte';
import { applyLevers, type LeverSetting } from '../../../state/plan/applyLevers';
import { offerUndo } from '../offerUndo';

/** Sets what was found in the plan, says so, and offers the way back. */
export function settle(app: AppState, settings: readonly LeverSetting[], start: Month, done: string): void {
  const { workspace, forecasting } = app;
  const before = workspace.plan;
  const step = { code: 'goal', key: null } as const;
  workspace.changePlan(applyLevers(before, forecasting.answer?.history ?? null, settings, start), step);
  offerUndo(app, done, () => workspace.changePlan(before, step));
}
