import { day } from '../i18n/format';
import { m } from '../i18n/paraglide/messages';
import { storageSentence } from '../i18n/problems';
import type { StorageResult } from '../worker/protocol';
import type { ImportRecord, Settings } from '../workspace/types';
import type { AppState } from './app.svelte';
import { answerOrStopped } from './serviceStopped';

type Keeping = Pick<AppState, 'workspace' | 'notices'>;

/** Puts the deals of an import that is kept in use, and offers the way back. */
export async function useImport(app: Keeping, { id, dataDay }: ImportRecord): Promise<void> {
  const { service, settings } = app.workspace;
  const before = settings.activeImport;
  if (!(await store(app, () => service.activateImport(id)))) return;
  const words = m.changes_kept_used({ day: day(dataDay, 'long') });
  offerUndo(app, words, () => service.activateImport(before));
}

/** The notices that offer an import back. */
const offers = new WeakMap<Keeping['notices'], number>();

/** Removes an import with its deals; until the notice is gone, or the next one is removed, it can be had back. */
export async function removeImport(app: Keeping, { id, dataDay }: ImportRecord): Promise<void> {
  const { service } = app.workspace;
  if (!(await store(app, () => service.binImport(id)))) return;
  const words = m.changes_kept_removed({ day: day(dataDay, 'long') });
  // The service keeps the last one alone: under an older notice it would put back another than that says.
  app.notices.dismiss(offers.get(app.notices) ?? NaN);
  offers.set(
    app.notices,
    offerUndo(app, words, () => service.putImportBack()),
  );
}

function offerUndo(app: Keeping, words: string, undo: () => Promise<StorageResult<Settings | null>>): number {
  return app.notices.show(words, { action: { label: m.shell_undo(), run: () => void store(app, undo) } });
}

/** True where it is stored; what went wrong is told. */
async function store(app: Keeping, run: () => Promise<StorageResult<Settings | null>>): Promise<boolean> {
  // What the page has not stored yet would be lost when it reads what is stored anew.
  await app.workspace.flush();
  const answer = await answerOrStopped(run);
  if (!answer.ok) app.notices.show(storageSentence(answer.problem), { tone: 'problem' });
  else await app.workspace.reload();
  return answer.ok;
}
