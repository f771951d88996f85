import type { DealRecord } from '../engine';
import type { WorkspaceContents } from '../workspace/contents';
import type { DealEdit, ImportRecord, PlanBook, Settings, TrackRecord } from '../workspace/types';

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
  /** The track record that is kept. Null also where it can't be read: it can be made again. */
  readTrackRecord(): Promise<TrackRecord | null>;
}

export interface WorkspaceWriter {
  saveSettings(settings: Settings): Promise<void>;
  savePlans(plans: PlanBook): Promise<void>;
  saveEdit(edit: DealEdit): Promise<void>;
  /** Adds an import and settles the settings. Only the newest imports stay, this one and the one active before included. */
  saveImport(record: ImportRecord, deals: readonly DealRecord[], settle: SettleSettings): Promise<Settings>;
  /** Settles the settings without other changes. */
  changeSettings(settle: SettleSettings): Promise<Settings>;
  /** Removes an import with its deals; with the last one go the edits. `settle` sees the imports that are left. */
  removeImport(importId: string, settle: SettleSettings): Promise<Settings>;

  /** Keeps a track record in place of the one before; nothing happens where its import is gone by now. */
  saveTrackRecord(record: TrackRecord): Promise<void>;

  replaceAll(contents: WorkspaceContents): Promise<void>;
  erase(): Promise<void>;
  close(): void;
}
