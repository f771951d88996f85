import Dexie from 'dexie';
import type { Table } from 'dexie';
import { VERSIONS } from '../workspace/versions';
import { StorageFailure } from './problem';
import { openAsItIs, schemaOf } from './reading';
import type { BlockRow, DocumentRow, EditRow, FilesRow, ImportRow } from './tables';
import { FILES_TABLE, TABLES } from './tables';
import { upgradeRows } from './upgrade';

/** The tables as Dexie writes them. */
export class SeedcastDatabase extends Dexie {
  declare readonly documents: Table<DocumentRow, string>;
  declare readonly imports: Table<ImportRow, string>;
  declare readonly blocks: Table<BlockRow, [string, number]>;
  declare readonly edits: Table<EditRow, string>;
  declare readonly files: Table<FilesRow, string>;

  constructor(name: string) {
    super(name);
    VERSIONS.forEach((version, position) => {
      this.version(position + 1)
        .stores(version === 'first' || version === 'drivers' ? TABLES : { ...TABLES, ...FILES_TABLE })
        .upgrade((transaction) => upgradeRows(transaction, version));
    });
  }
}

/**
 * Opens the database to write, making it where there is none and upgrading an older one. Its schema is asked for before
 * Dexie opens it, because Dexie opens a newer database than it knows, and even changes it where tables differ.
 *
 * @throws StorageFailure `newerSchema` where a newer Seedcast has upgraded it already
 */
export async function openDatabase(name: string): Promise<SeedcastDatabase> {
  const stored = await openAsItIs(name);
  stored?.close();
  if (stored && schemaOf(stored) > VERSIONS.length) throw new StorageFailure('newerSchema');
  const database = new SeedcastDatabase(name);
  await database.open();
  return database;
}
