import type { DealRecord } from '../engine';
import type { WorkspaceContents } from '../workspace/contents';
import type { Joined } from '../workspace/mergeContents';
import type { DealEdit, ImportRecord, KeptFit, PlanBook, Settings, TrackRecord } from '../workspace/types';

/** Settings as they are stored at this moment in, as they shall be out. Runs inside the transaction. */
export type SettleSettings = (stored: Settings | null, imports: readonly ImportRecord[]) => Settings;

/**
 * Where a workspace is kept: plain objects in and out, every method one transaction, all of it or nothing. What comes
 * out has passed `restore`. Methods throw `StorageFailure`, or the database's own error (see `problemOf`).
 */
export interface WorkspaceRepository extends WorkspaceReader, WorkspaceWriter {
  /** Loads what writing needs, so that the first write does not wait for it. */
  prepareToWrite(): Promise<void>;
}

export interface WorkspaceReader {
  /** All but the deals; imports newest first. */
  read(): Promise<Omit<WorkspaceContents, 'deals'>>;
  /** The deals of an import, or none where there is no such import. */
  readDeals(importId: string): Promise<readonly DealRecord[]>;
  readAll(): Promise<WorkspaceContents>;
  /** The files that an import was read from; none where they are not kept. */
  readFiles(importId: string): Promise<readonly File[]>;
  /** The track record that is kept. Null also where it can't be read: it can be made again. */
  readTrackRecord(): Promise<TrackRecord | null>;
  /** The fit that is kept. Null also where it can't be read. */
  readKeptFit(): Promise<KeptFit | null>;
}

export interface WorkspaceWriter {
  saveSettings(settings: Settings): Promise<void>;
  savePlans(plans: PlanBook): Promise<void>;
  /** Puts an edit in the place of the one before it, which is answered; one that says nothing is deleted. */
  saveEdit(edit: DealEdit): Promise<DealEdit | null>;
  /**
   * Adds an import and settles the settings. Only the newest imports stay, this one and the one active before included.
   *
   * @param renamed deals that had another id in the import before, with the id they have now: what was changed on them
   *   holds under the new id too. The edit of the old id stays, so that the import can be undone.
   */
  saveImport(
    record: ImportRecord,
    deals: readonly DealRecord[],
    settle: SettleSettings,
    renamed?: ReadonlyMap<string, string>,
  ): Promise<Settings>;
  /** Changes what is said of an import that is stored; null where it is gone. */
  changeImport(
    importId: string,
    change: (record: ImportRecord) => ImportRecord,
    settle: SettleSettings,
  ): Promise<ImportRecord | null>;
  /** Keeps the files of an import, and those of the ones before it only of the newest few. */
  saveFiles(importId: string, files: readonly File[]): Promise<void>;
  /** Settles the settings without other changes. */
  changeSettings(settle: SettleSettings): Promise<Settings>;
  /** Removes an import with its deals; with the last one go the edits. `settle` sees the imports that are left. */
  removeImport(importId: string, settle: SettleSettings): Promise<Settings>;

  /** Keeps a track record in place of the one before; nothing happens where its import is gone by now. */
  saveTrackRecord(record: TrackRecord): Promise<void>;
  /** The same of a fit. */
  saveKeptFit(kept: KeptFit): Promise<void>;

  /**
   * Adds to what is stored, which stays: documents as they are joined, new imports with their deals, new edits.
   *
   * @param join sees what is stored at this moment; runs inside the transaction
   */
  addBeside(
    join: (stored: Omit<WorkspaceContents, 'deals'>) => Joined,
    deals: WorkspaceContents['deals'],
  ): Promise<Joined>;
  replaceAll(contents: WorkspaceContents): Promise<void>;
  erase(): Promise<void>;
  close(): void;
}
