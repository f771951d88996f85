import { m } from '../../i18n/paraglide/messages';
import type { AppState } from '../../state/app.svelte';
import { planDeskOf } from '../../state/plan/planDesk.svelte';

/**
 * Says what was just done to the plan, with its undo. It goes as soon as the plan changes again: what was done later must not be
 * lost with it (the menu's undo takes step after step back), and one such notice at a time is enough.
 */
export function offerUndo(app: AppState, done: string, undo: () => void): void {
  const id = app.notices.show(done, { action: { label: m.shell_undo(), run: undo } });
  planDeskOf(app).onNextChange(() => app.notices.dismiss(id));
}
