import type { LeaveOut } from '../engine';
import { m } from '../i18n/paraglide/messages';
import { storageSentence } from '../i18n/problems';
import type { ImportRecord } from '../workspace/types';
import type { AppState } from './app.svelte';
import { answerOrStopped } from './serviceStopped';

type Keeping = Pick<AppState, 'workspace' | 'notices'>;

/** Leaves a sort of an import's deals out of all figures, or counts it again, and says so in a notice that undoes it. */
export async function changeLeaveOut(
  app: Keeping,
  record: ImportRecord,
  sort: LeaveOut,
  isLeftOut: boolean,
): Promise<void> {
  const before = record.mapping.leaveOut ?? [];
  const others = before.filter((other) => other !== sort);
  const done = isLeftOut ? m.import_quality_left_out_done() : m.import_quality_counted_done();
  await store(app, record.id, isLeftOut ? [...others, sort] : others, () =>
    app.notices.show(done, {
      action: { label: m.shell_undo(), run: () => void store(app, record.id, before) },
    }),
  );
}

async function store(
  { workspace, notices }: Keeping,
  importId: string,
  leaveOut: readonly LeaveOut[],
  then?: () => void,
): Promise<void> {
  // The saved mapping is part of the settings: what waits to be stored must not undo this.
  await workspace.flush();
  const answer = await answerOrStopped(() => workspace.service.setLeaveOut(importId, leaveOut));
  if (!answer.ok) {
    notices.show(storageSentence(answer.problem), { tone: 'problem' });
    return;
  }
  await workspace.reload();
  then?.();
}
