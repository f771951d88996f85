import type { DealRecord } from '../engine';
import { m } from '../i18n/paraglide/messages';
import { storageSentence } from '../i18n/problems';
import { changesTo, untouched } from '../workspace/dealEdits';
import type { DealEdit, EditableField } from '../workspace/types';
import type { DealDetails, StorageResult } from '../worker/protocol';
import type { AppState } from './app.svelte';
import { answerOrStopped } from './serviceStopped';

type Keeping = Pick<AppState, 'workspace' | 'forecasting' | 'notices'>;

/** A deal's edit that makes it say these things. */
export function editSaying(
  { imported, edit, written }: DealDetails,
  fields: Pick<DealRecord, EditableField>,
): DealEdit {
  const before = edit ?? untouched(written.id);
  return imported
    ? { ...before, changes: changesTo(imported, fields) }
    : { ...before, added: { ...written, ...fields, id: written.id } };
}

/** The same edit without its changes: what the import says counts again. */
export function editAsImported(edit: DealEdit): DealEdit {
  return { ...edit, changes: {} };
}

/** A deal added by hand. Its id is like none of an export's. */
export function editAdding(fields: Pick<DealRecord, EditableField>): DealEdit {
  const id = `own-${crypto.randomUUID()}`;
  const added: DealRecord = {
    ...fields,
    id,
    pipeline: null,
    stageEntries: [],
    lostReason: null,
    probability: null,
    category: null,
  };
  return { ...untouched(id), added };
}

/** Of a deal added by hand: it is gone. */
export function editRemoving({ dealId }: DealEdit): DealEdit {
  return untouched(dealId);
}

/**
 * Stores what the user says of a deal, and says so in a notice that undoes it. False where it could not be stored, which is told.
 *
 * @param done what was done: "Acme was changed."
 * @param onchange called whenever the deals are others than before, by undo too
 */
export async function saveDeal(
  app: Keeping,
  edit: DealEdit,
  done: string,
  onchange: () => void,
): Promise<boolean> {
  return await keep(app, () => app.workspace.service.saveEdit(edit), edit.dealId, done, onchange);
}

/** Leaves a deal out of the forecast or counts it again. As `saveDeal`. */
export async function excludeDeal(
  app: Keeping,
  dealId: string,
  isExcluded: boolean,
  done: string,
  onchange: () => void,
): Promise<boolean> {
  return await keep(app, () => app.workspace.service.setExcluded(dealId, isExcluded), dealId, done, onchange);
}

async function keep(
  app: Keeping,
  store: () => Promise<StorageResult<DealEdit | null>>,
  dealId: string,
  done: string | null,
  onchange: () => void,
): Promise<boolean> {
  const answer = await answerOrStopped(store);
  if (!answer.ok) {
    app.notices.show(storageSentence(answer.problem), { tone: 'problem' });
    onchange();
    return false;
  }
  onchange();
  void app.forecasting.refresh();
  if (done === null) return true;
  const before = answer.value ?? untouched(dealId);
  const undo = (): void =>
    void keep(app, () => app.workspace.service.saveEdit(before), dealId, null, onchange);
  app.notices.show(done, { action: { label: m.shell_undo(), run: undo } });
  return true;
}
