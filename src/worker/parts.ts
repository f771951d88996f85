import type { ImportedDeals, ImportResult, Inspection } from '../csv/types';
import type { Day } from '../engine';
import type { WorkspaceRepository } from '../storage/repository';
import type { ImportMapping } from '../workspace/importTypes';
import type { SecondThread } from './secondThread';
import type { Tabs } from './tabs';

/** How an import tells how far it is (0 to 1) and is told to stop. */
export interface Reading {
  onProgress(done: number): void;
  isCancelled(): boolean;
}

/** The part of `csv` the service uses; loaded only when someone imports. */
export interface CsvReader {
  inspect(
    files: readonly File[],
    mapping: ImportMapping | null,
    today: Day,
    reading: Reading,
  ): Promise<ImportResult<Inspection>>;
  read(
    files: readonly File[],
    mapping: ImportMapping,
    today: Day,
    reading: Reading,
  ): Promise<ImportResult<ImportedDeals>>;
  /** The example company with its dates moved so that it ends at `today`. */
  moveExample(file: File, today: Day): Promise<File>;
  /** Lets go of the files that were looked at last, which are kept to be imported. */
  forget(): void;
}

/** What the service is put together from; tests bring their own. */
export interface ServiceParts {
  openRepository(databaseName: string, onNewerSchema: () => void): Promise<WorkspaceRepository>;
  joinTabs(databaseName: string): Tabs;
  loadCsvReader(): Promise<CsvReader>;
  /** The app's own example file; null where it can't be had (offline before it was ever fetched). */
  fetchExample(): Promise<File | null>;
  /** A thread that draws half the paths of a simulation; null where there is none to be had. */
  startSecondThread(): SecondThread | null;
  /** Names this build of the app: what one has worked out and kept is no other's. */
  build: string;
  /** Milliseconds since 1970: imports and backups are stamped with it, nothing else. */
  now(): number;
}
