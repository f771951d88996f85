import type { DealRecord } from '../engine';
import type { SettleSettings, WorkspaceRepository } from '../storage/repository';
import type { DealEdit, ImportRecord, Settings } from '../workspace/types';
import type { Session } from './session';

interface Removed {
  databaseName: string;
  record: ImportRecord;
  deals: readonly DealRecord[];
  files: readonly File[];
  /** What went with it: edits of the last import, and of the example. */
  edits: readonly DealEdit[];
  wasActive: boolean;
}

/** The import that was removed last, so that it can be had back for as long as the page lives. */
export class ImportBin {
  #removed: Removed | null = null;

  /** @param remove what removes it, with all that follows */
  async remove(session: Session, importId: string, remove: () => Promise<Settings>): Promise<Settings> {
    const record = session.imports.find(({ id }) => id === importId);
    if (!record) return await remove();
    const { repository, databaseName } = session;
    const [deals, files, before] = await Promise.all([
      repository.readDeals(importId),
      repository.readFiles(importId).catch(() => []),
      repository.read(),
    ]);
    const wasActive = session.settings?.activeImport === importId;
    const settings = await remove();
    // The session has read what is left.
    const edits = before.edits.filter(({ dealId }) => session.editOf(dealId) === null);
    this.#removed = { databaseName, record, deals, files, edits, wasActive };
    return settings;
  }

  /**
   * Stores it again, in use if it was; what has been said of its deals since it was removed stays. Where it can't be stored it can
   * be put back later.
   *
   * @param change runs a change of what is stored and of which import is in use
   * @returns null where there is nothing to put back
   */
  async putBack(
    session: Session,
    change: (store: (settle: ChooseAndSettle) => Promise<Settings>) => Promise<Settings>,
  ): Promise<Settings | null> {
    const removed = this.#removed;
    if (removed?.databaseName !== session.databaseName) return null;
    this.#removed = null;
    return await change(async (settle) => {
      try {
        return await store(session.repository, removed, settle);
      } catch (error) {
        this.#removed ??= removed;
        throw error;
      }
    });
  }
}

async function store(
  repository: WorkspaceRepository,
  { record, deals, files, edits, wasActive }: Removed,
  settle: ChooseAndSettle,
): Promise<Settings> {
  const kept = new Set((await repository.read()).edits.map(({ dealId }) => dealId));
  // Before the import: edits touch nothing without it, and should one not be stored all of it can be tried again.
  for (const edit of edits) if (!kept.has(edit.dealId)) await repository.saveEdit(edit);
  const settings = await repository.saveImport(
    record,
    deals,
    settle((active) => (wasActive ? record.id : active)),
  );
  // They can be chosen again.
  if (files.length > 0) await repository.saveFiles(record.id, files).catch(() => undefined);
  return settings;
}

type ChooseAndSettle = (choose: (active: string | null) => string | null) => SettleSettings;
