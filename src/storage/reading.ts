import type { DealRecord } from '../engine';
import type { WorkspaceContents } from '../workspace/contents';
import type { KeptFit, TrackRecord } from '../workspace/types';
import type { BlockRow, DocumentRow, EditRow, FilesRow, ImportRow } from './tables';
import {
  dealsFrom,
  editsFrom,
  filesFrom,
  importsFrom,
  keptFitFrom,
  plansFrom,
  settingsFrom,
  trackRecordFrom,
} from './rows';
import { TABLES } from './tables';

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('UnknownError'));
  });
}

/** The database as it stands, whatever its schema; null where there is none, which is left so. */
export async function openAsItIs(name: string): Promise<IDBDatabase | null> {
  const request = indexedDB.open(name);
  let isMissing = false;
  // Only a missing database needs an upgrade when no version is asked for.
  request.onupgradeneeded = () => {
    isMissing = true;
    request.transaction?.abort();
  };
  return await answerOf(request).catch((error: unknown) => {
    if (isMissing) return null;
    throw error;
  });
}

/** Which of `VERSIONS` it is, counted from 1. Dexie, which writes it, multiplies by ten. */
export function schemaOf(database: IDBDatabase): number {
  return Math.floor(database.version / 10);
}

/** Reads of one transaction: they see the same state. */
class Snapshot {
  readonly #transaction: IDBTransaction;

  constructor(database: IDBDatabase) {
    this.#transaction = database.transaction(Object.keys(TABLES), 'readonly');
  }

  /** Undefined where there is no such document. */
  async document(name: DocumentRow['name']): Promise<DocumentRow | undefined> {
    const documents = this.#transaction.objectStore('documents');
    return (await answerOf<unknown>(documents.get(name))) as DocumentRow | undefined;
  }

  async deals(importId: string): Promise<DealRecord[]> {
    // Blocks are keyed by import and index, and an array sorts behind any number.
    return dealsFrom(await this.#rows<BlockRow>('blocks', IDBKeyRange.bound([importId], [importId, []])));
  }

  async allButDeals(): Promise<Omit<WorkspaceContents, 'deals'>> {
    // Asked for together: else each answer is waited for before the next question is put.
    const [settings, plans, imports, edits] = await Promise.all([
      this.document('settings'),
      this.document('plan'),
      this.#rows<ImportRow>('imports'),
      this.#rows<EditRow>('edits'),
    ]);
    return {
      settings: settingsFrom(settings),
      plans: plansFrom(plans),
      imports: importsFrom(imports),
      edits: editsFrom(edits),
    };
  }

  async #rows<Row>(table: keyof typeof TABLES, range?: IDBKeyRange): Promise<Row[]> {
    return (await answerOf<unknown[]>(this.#transaction.objectStore(table).getAll(range))) as Row[];
  }
}

export async function readAllButDeals(database: IDBDatabase): Promise<Omit<WorkspaceContents, 'deals'>> {
  return await new Snapshot(database).allButDeals();
}

export async function readDeals(database: IDBDatabase, importId: string): Promise<DealRecord[]> {
  return await new Snapshot(database).deals(importId);
}

export async function readEverything(database: IDBDatabase): Promise<WorkspaceContents> {
  const snapshot = new Snapshot(database);
  const contents = await snapshot.allButDeals();
  const deals = new Map<string, readonly DealRecord[]>();
  for (const { id } of contents.imports) deals.set(id, await snapshot.deals(id));
  return { ...contents, deals };
}

export async function readTrackRecord(database: IDBDatabase): Promise<TrackRecord | null> {
  return trackRecordFrom(await new Snapshot(database).document('trackRecord'));
}

export async function readKeptFit(database: IDBDatabase): Promise<KeptFit | null> {
  return keptFitFrom(await new Snapshot(database).document('keptFit'));
}

export async function readFiles(database: IDBDatabase, importId: string): Promise<readonly File[]> {
  const files = database.transaction('files', 'readonly').objectStore('files');
  return filesFrom((await answerOf<unknown>(files.get(importId))) as FilesRow | undefined);
}
