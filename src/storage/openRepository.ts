import { VERSIONS } from '../workspace/versions';
import { loadPart } from './loadPart';
import { StorageFailure } from './problem';
import {
  openAsItIs,
  readAllButDeals,
  readDeals,
  readEverything,
  readKeptFit,
  readFiles,
  readTrackRecord,
  schemaOf,
} from './reading';
import type { WorkspaceRepository, WorkspaceWriter } from './repository';

/**
 * Opens the workspace of this name in IndexedDB. When a tab with a newer schema appears, this one lets go of the
 * database at once, calls back, and from then on fails with `newerSchema`: it would not understand what it reads and
 * spoil what it writes.
 *
 * It reads by the browser's own means and writes by Dexie, which is a third of what a returning visitor's first answer
 * would otherwise wait for. A database that does not exist is made by the first write.
 */
export async function openRepository(name: string, onNewerSchema: () => void): Promise<WorkspaceRepository> {
  if (typeof indexedDB === 'undefined') throw new StorageFailure('storageUnavailable', { reason: 'missing' });
  const connections = new Connections(name, onNewerSchema);
  await connections.reading(() => Promise.resolve(), undefined);

  const write = async <T>(run: (writer: WorkspaceWriter) => Promise<T>): Promise<T> =>
    await run(await connections.writer());
  const nothing = { settings: null, plans: null, imports: [], edits: [] };
  return {
    read: () => connections.reading(readAllButDeals, nothing),
    readDeals: (importId) => connections.reading((database) => readDeals(database, importId), []),
    readAll: () => connections.reading(readEverything, { ...nothing, deals: new Map() }),
    readFiles: (importId) => connections.reading((database) => readFiles(database, importId), []),
    readKeptFit: () => connections.reading(readKeptFit, null),
    readTrackRecord: () => connections.reading(readTrackRecord, null),

    prepareToWrite: async () => void (await loadWriter()),
    saveSettings: (settings) => write((writer) => writer.saveSettings(settings)),
    savePlans: (plans) => write((writer) => writer.savePlans(plans)),
    saveEdit: (edit) => write((writer) => writer.saveEdit(edit)),
    saveImport: (...all) => write((writer) => writer.saveImport(...all)),
    changeImport: (...all) => write((writer) => writer.changeImport(...all)),
    saveFiles: (...all) => write((writer) => writer.saveFiles(...all)),
    changeSettings: (settle) => write((writer) => writer.changeSettings(settle)),
    removeImport: (...all) => write((writer) => writer.removeImport(...all)),
    saveKeptFit: (kept) => write((writer) => writer.saveKeptFit(kept)),
    saveTrackRecord: (record) => write((writer) => writer.saveTrackRecord(record)),
    addBeside: (...all) => write((writer) => writer.addBeside(...all)),
    replaceAll: (contents) => write((writer) => writer.replaceAll(contents)),
    erase: () => write((writer) => writer.erase()),
    close: () => connections.close(),
  };
}

const loadWriter = () => loadPart(() => import('./dexieWriter'));

/** One connection to read and one to write, each opened when first needed, and again where that failed. */
class Connections {
  readonly #name: string;
  readonly #onNewerSchema: () => void;
  #reader: Promise<IDBDatabase | null> | null = null;
  #writer: Promise<WorkspaceWriter> | null = null;
  #isOutdated = false;

  constructor(name: string, onNewerSchema: () => void) {
    this.#name = name;
    this.#onNewerSchema = onNewerSchema;
  }

  /** What `read` makes of the database, or `ifMissing`. */
  async reading<T>(read: (database: IDBDatabase) => Promise<T>, ifMissing: T): Promise<T> {
    this.#refuseOutdated();
    const opening = (this.#reader ??= this.#openReader());
    const forget = (): void => {
      if (this.#reader === opening) this.#reader = null;
    };
    opening.catch(forget);
    const database = await opening;
    if (database) return await read(database);
    // Another tab may make it.
    forget();
    return ifMissing;
  }

  async writer(): Promise<WorkspaceWriter> {
    this.#refuseOutdated();
    const opening = (this.#writer ??= this.#openWriter());
    opening.catch(() => {
      if (this.#writer === opening) this.#writer = null;
    });
    return await opening;
  }

  close(): void {
    const ignore = (): void => undefined;
    this.#reader?.then((database) => database?.close(), ignore);
    this.#writer?.then((writer) => writer.close(), ignore);
    this.#reader = null;
    this.#writer = null;
  }

  #refuseOutdated(): void {
    if (this.#isOutdated) throw new StorageFailure('newerSchema');
  }

  async #openReader(): Promise<IDBDatabase | null> {
    const database = await openAsItIs(this.#name);
    if (!database) return null;
    const schema = schemaOf(database);
    if (schema === VERSIONS.length) {
      database.onversionchange = () => {
        // At once: the other tab waits for it.
        database.close();
        this.#letGo();
      };
      // The browser may close it by itself; the next read then opens it again.
      database.onclose = () => (this.#reader = null);
      return database;
    }
    // It would stand in the way of an upgrade.
    database.close();
    if (schema > VERSIONS.length) throw new StorageFailure('newerSchema');
    await this.writer();
    return await this.#openReader();
  }

  async #openWriter(): Promise<WorkspaceWriter> {
    const { openDexieWriter } = await loadWriter();
    return await openDexieWriter(this.#name, () => this.#letGo());
  }

  #letGo(): void {
    this.close();
    if (this.#isOutdated) return;
    this.#isOutdated = true;
    this.#onNewerSchema();
  }
}
