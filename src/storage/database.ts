import Dexie from 'dexie';
import type { Table } from 'dexie';
import { VERSIONS } from '../workspace/versions';
import type { DealBlock } from './blocks';
import { StorageFailure } from './problem';
import { upgradeRows } from './upgrade';

export interface DocumentRow {
  name: 'settings' | 'plan' | 'trackRecord';
  value: unknown;
}
export interface ImportRow {
  id: string;
  record: unknown;
}
export interface BlockRow extends Omit<DealBlock, 'deals'> {
  deals: unknown;
}
export interface EditRow {
  dealId: string;
  isExcluded: unknown;
}

/** Tables of one workspace. Values are unknown on the way out: only `restore` says what they are. */
export class SeedcastDatabase extends Dexie {
  declare readonly documents: Table<DocumentRow, string>;
  declare readonly imports: Table<ImportRow, string>;
  declare readonly blocks: Table<BlockRow, [string, number]>;
  declare readonly edits: Table<EditRow, string>;

  constructor(name: string) {
    super(name);
    VERSIONS.forEach((version, position) => {
      this.version(position + 1)
        .stores({ documents: 'name', imports: 'id', blocks: '[importId+index]', edits: 'dealId' })
        .upgrade((transaction) => upgradeRows(transaction, version));
    });
  }
}

/**
 * Schema number of a stored database, 0 where there is none. Asked before Dexie opens it, because Dexie opens a newer
 * database than it knows, and even changes it where tables differ.
 */
async function storedSchema(name: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    // Only a missing database needs an upgrade when no version is asked for: leave it missing.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () =>
      request.error?.name === 'AbortError' ? resolve(0) : reject(request.error ?? new Error('UnknownError'));
    request.onsuccess = () => {
      // Dexie multiplies by ten.
      const schema = Math.floor(request.result.version / 10);
      request.result.close();
      resolve(schema);
    };
  });
}

/**
 * Opens the database, upgrading an older one.
 *
 * @throws StorageFailure `newerSchema` where a newer Seedcast has upgraded it already
 */
export async function openDatabase(name: string): Promise<SeedcastDatabase> {
  if (typeof indexedDB === 'undefined') throw new StorageFailure('storageUnavailable', { reason: 'missing' });
  if ((await storedSchema(name)) > VERSIONS.length) throw new StorageFailure('newerSchema');
  const database = new SeedcastDatabase(name);
  await database.open();
  return database;
}
