import type { DealRecord } from '../engine';
import { m } from '../i18n/paraglide/messages';
import { storageSentence } from '../i18n/problems';
import { changesTo, untouched } from '../workspace/dealEdits';
import type { DealEdit, EditableField } from '../workspace/types';
import type { DealDetails, StorageResult } from '../worker/protocol';
import type { AppState } from './app.svelte';
import { newId } from './newId';
import { answerOrStopped } from './serviceStopped';
import { undoEdit } from './undoEdit';

type Keeping = Pick<AppState, 'workspace' | 'forecasting' | 'notices'>;

/** A deal's edit that makes it say these things. */
export function editSaying(
  { imported, edit, written }: Pick<DealDetails, 'imported' | 'edit' | 'written'>,
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
  const id = newId('own-');
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
  const answer = await keep(app, () => app.workspace.service.saveEdit(edit), onchange);
  if (answer) offerUndo(app, done, onchange, answer.before ?? untouched(edit.dealId), edit);
  return answer !== null;
}

/** Leaves a deal out of the forecast or counts it again. As `saveDeal`. */
export async function excludeDeal(
  app: Keeping,
  dealId: string,
  isExcluded: boolean,
  done: string,
  onchange: () => void,
): Promise<boolean> {
  const answer = await keep(app, () => app.workspace.service.setExcluded(dealId, isExcluded), onchange);
  if (!answer) return false;
  const before = answer.before ?? untouched(dealId);
  offerUndo(app, done, onchange, before, { ...before, isExcluded });
  return true;
}

/** What was said of the deal before; null where it could not be stored, which is told. */
async function keep(
  app: Keeping,
  store: () => Promise<StorageResult<DealEdit | null>>,
  onchange: () => void,
): Promise<{ before: DealEdit | null } | null> {
  const answer = await answerOrStopped(store);
  onchange();
  if (!answer.ok) {
    app.notices.show(storageSentence(answer.problem), { tone: 'problem' });
    return null;
  }
  void app.forecasting.refresh();
  return { before: answer.value };
}

function offerUndo(
  app: Keeping,
  done: string,
  onchange: () => void,
  before: DealEdit,
  after: DealEdit,
): void {
  const { service } = app.workspace;
  const undo = async (): Promise<StorageResult<DealEdit | null>> => {
    const { dealId } = after;
    const details = await service.dealDetails(dealId);
    // A deal that is removed has no details, and nothing has been said of it since.
    const now = details ? (details.edit ?? untouched(dealId)) : after;
    return await service.saveEdit(undoEdit(now, before, after));
  };
  app.notices.show(done, { action: { label: m.shell_undo(), run: () => void keep(app, undo, onchange) } });
}
