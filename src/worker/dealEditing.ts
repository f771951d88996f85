import type { LeaveOut } from '../engine';
import { StorageFailure } from '../storage/problem';
import { untouched } from '../workspace/dealEdits';
import type { DealEdit, ImportRecord, Settings } from '../workspace/types';
import type { Session } from './session';

/** One after the other: what is said of a deal later must not undo what is being stored. */
let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const next = last.then(run, run);
  last = next.catch(() => undefined);
  return next;
}

/** Stores what the user says of a deal and answers what was said before. What is tried out on the example stays with it. */
export function saveEdit(session: Session, edit: DealEdit): Promise<DealEdit | null> {
  return inTurn(() => store(session, edit));
}

export function setExcluded(session: Session, dealId: string, isExcluded: boolean): Promise<DealEdit | null> {
  return inTurn(() => store(session, { ...(session.editOf(dealId) ?? untouched(dealId)), isExcluded }));
}

async function store(session: Session, edit: DealEdit): Promise<DealEdit | null> {
  const active = session.settings && session.activeImport(session.settings);
  const { ofExample: _, ...rest } = edit;
  const settled: DealEdit = active?.isExample ? { ...rest, ofExample: true } : rest;
  const before = await session.repository.saveEdit(settled);
  session.applyEdit(settled);
  session.tabs.tell('deals');
  return before;
}

/** Changes the import's mapping and, where one is saved for files of its shape, that one too. */
export async function setLeaveOut(
  session: Session,
  importId: string,
  leaveOut: readonly LeaveOut[],
): Promise<ImportRecord> {
  const changed = await session.repository.changeImport(
    importId,
    (record) => ({ ...record, mapping: { ...record.mapping, leaveOut } }),
    (stored) => {
      const settings = stored ?? session.settings;
      if (!settings) throw new StorageFailure('storageUnavailable', { reason: 'noSettings' });
      const record = session.imports.find(({ id }) => id === importId);
      return withSavedLeaveOut(settings, record?.fingerprint, leaveOut);
    },
  );
  if (!changed) throw new StorageFailure('storageUnavailable', { reason: 'noImport' });
  session.applyImport(changed);
  session.tabs.tell('deals');
  return changed;
}

function withSavedLeaveOut(
  settings: Settings,
  fingerprint: string | undefined,
  leaveOut: readonly LeaveOut[],
): Settings {
  const { mappings } = settings;
  if (fingerprint === undefined || !Object.hasOwn(mappings, fingerprint)) return settings;
  const changed = Object.entries(mappings).map(([key, mapping]) => [
    key,
    key === fingerprint ? { ...mapping, leaveOut } : mapping,
  ]);
  return { ...settings, mappings: Object.fromEntries(changed) as Settings['mappings'] };
}
