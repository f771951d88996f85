import type { LeaveOut } from '../engine';
import { m } from '../i18n/paraglide/messages';
import { storageSentence } from '../i18n/problems';
import type { ImportRecord } from '../workspace/types';
import type { AppState } from './app.svelte';
import { answerOrStopped } from './serviceStopped';

type Keeping = Pick<AppState, 'workspace' | 'notices'>;

/** One after the other: each begins with what the one before it has left. */
let last: Promise<unknown> = Promise.resolve();

/** Leaves a sort of an import's deals out of all figures, or counts it again, and says so in a notice that undoes it. */
export async function changeLeaveOut(
  app: Keeping,
  { id }: ImportRecord,
  sort: LeaveOut,
  isLeftOut: boolean,
): Promise<void> {
  const done = isLeftOut ? m.import_quality_left_out_done() : m.import_quality_counted_done();
  if (!(await inTurn(() => switchSort(app, id, sort, isLeftOut)))) return;
  // Of this sort alone: others may have been switched since.
  const undo = (): void => void inTurn(() => switchSort(app, id, sort, !isLeftOut));
  app.notices.show(done, { action: { label: m.shell_undo(), run: undo } });
}

function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const next = last.then(run, run);
  last = next.catch(() => undefined);
  return next;
}

/** True where it is stored; what went wrong is told. */
async function switchSort(
  { workspace, notices }: Keeping,
  importId: string,
  sort: LeaveOut,
  isLeftOut: boolean,
): Promise<boolean> {
  // The saved mapping is part of the settings: what waits to be stored must not undo this.
  await workspace.flush();
  const record = workspace.imports.find(({ id }) => id === importId);
  const others = (record?.mapping.leaveOut ?? []).filter((other) => other !== sort);
  const leaveOut = isLeftOut ? [...others, sort] : others;
  const answer = await answerOrStopped(() => workspace.service.setLeaveOut(importId, leaveOut));
  if (answer.ok) await workspace.reload();
  else notices.show(storageSentence(answer.problem), { tone: 'problem' });
  return answer.ok;
}
