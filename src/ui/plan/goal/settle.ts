import type { Month } from '../../../engine';
import { m } from '../../../i18n/paraglide/messages';
import type { AppState } from '../../../state/app.svelte';
import { applyLevers, type LeverSetting } from '../../../state/plan/applyLevers';

/** Sets what was found in the plan, says so, and offers the way back. */
export function settle(
  { workspace, forecasting, notices }: AppState,
  settings: readonly LeverSetting[],
  start: Month,
  done: string,
): void {
  const before = workspace.plan;
  const step = { code: 'goal', key: null } as const;
  workspace.changePlan(applyLevers(before, forecasting.answer?.history ?? null, settings, start), step);
  const undo = (): void => workspace.changePlan(before, step);
  notices.show(done, { action: { label: m.shell_undo(), run: undo } });
}
