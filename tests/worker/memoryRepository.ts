import type { StorageFailure } from '../../src/storage/problem';
import { newestFirst } from '../../src/storage/newestFirst';
import { importsToPrune, KEPT_FILES } from '../../src/storage/pruning';
import type { WorkspaceRepository } from '../../src/storage/repository';
import type { WorkspaceContents } from '../../src/workspace/contents';
import { editUnder, isEmptyEdit } from '../../src/workspace/dealEdits';
import type { KeptFit, TrackRecord } from '../../src/workspace/types';

export const EMPTY: WorkspaceContents = {
  settings: null,
  plans: null,
  imports: [],
  deals: new Map(),
  edits: [],
};

/** A repository in memory with the behaviour its interface promises; no stand-in for tests of IndexedDB itself. */
export class MemoryRepository implements WorkspaceRepository {
  contents: WorkspaceContents = EMPTY;
  /** Set to make every write fail, as a full device does. */
  failure: StorageFailure | null = null;
  dealReads = 0;
  trackRecord: TrackRecord | null = null;
  keptFit: KeptFit | null = null;
  /** By import. Beside the rest, because Node can't clone a File. */
  files: ReadonlyMap<string, readonly File[]> = new Map();

  #write<T>(change: () => { contents: WorkspaceContents; answer: T }): Promise<T> {
    if (this.failure) return Promise.reject(this.failure);
    // A change that throws leaves all as it was.
    const { contents, answer } = structuredClone(change());
    this.contents = contents;
    return Promise.resolve(answer);
  }

  async read() {
    const { deals: _, ...rest } = structuredClone(this.contents);
    return Promise.resolve(rest);
  }
  readDeals(importId: string) {
    this.dealReads += 1;
    return Promise.resolve(structuredClone(this.contents.deals.get(importId) ?? []));
  }
  readAll() {
    return Promise.resolve(structuredClone(this.contents));
  }
  prepareToWrite() {
    return Promise.resolve();
  }
  saveSettings: WorkspaceRepository['saveSettings'] = (settings) =>
    this.#write(() => ({ contents: { ...this.contents, settings }, answer: undefined }));
  savePlans: WorkspaceRepository['savePlans'] = (plans) =>
    this.#write(() => ({ contents: { ...this.contents, plans }, answer: undefined }));
  saveEdit: WorkspaceRepository['saveEdit'] = (edit) =>
    this.#write(() => {
      const others = this.contents.edits.filter(({ dealId }) => dealId !== edit.dealId);
      const before = this.contents.edits.find(({ dealId }) => dealId === edit.dealId) ?? null;
      const edits = isEmptyEdit(edit) ? others : [...others, edit];
      return { contents: { ...this.contents, edits }, answer: before };
    });
  readFiles(importId: string) {
    return Promise.resolve(this.files.get(importId) ?? []);
  }
  saveFiles: WorkspaceRepository['saveFiles'] = (importId, files) => {
    if (this.failure) return Promise.reject(this.failure);
    const newest = this.contents.imports.slice(0, KEPT_FILES.imports).map(({ id }) => id);
    this.files = new Map([...this.files, [importId, files] as const].filter(([id]) => newest.includes(id)));
    return Promise.resolve();
  };
  changeImport: WorkspaceRepository['changeImport'] = (importId, change, settle) =>
    this.#write(() => {
      const stored = this.contents.imports.find(({ id }) => id === importId);
      if (!stored) return { contents: this.contents, answer: null };
      const changed = change(stored);
      const imports = this.contents.imports.map((other) => (other === stored ? changed : other));
      const settings = settle(this.contents.settings, imports);
      return { contents: { ...this.contents, settings, imports }, answer: changed };
    });
  changeSettings: WorkspaceRepository['changeSettings'] = (settle) =>
    this.#write(() => {
      const settings = settle(this.contents.settings, this.contents.imports);
      return { contents: { ...this.contents, settings }, answer: settings };
    });
  saveImport: WorkspaceRepository['saveImport'] = (record, deals, settle, renamed = new Map()) =>
    this.#write(() => {
      const all = newestFirst([...this.contents.imports, record]);
      const settings = settle(this.contents.settings, all);
      const gone = importsToPrune(all, [record.id, this.contents.settings?.activeImport ?? null]);
      const imports = all.filter(({ id }) => !gone.includes(id));
      const kept = [...this.contents.deals, [record.id, deals] as const].filter(([id]) => !gone.includes(id));
      const known = new Set(this.contents.edits.map(({ dealId }) => dealId));
      const copied = this.contents.edits.flatMap((edit) => {
        const dealId = renamed.get(edit.dealId);
        return dealId === undefined || known.has(dealId) ? [] : [editUnder(dealId, edit)];
      });
      const edits = [...this.contents.edits, ...copied.filter((edit) => !isEmptyEdit(edit))];
      return {
        contents: { ...this.contents, settings, imports, edits, deals: new Map(kept) },
        answer: settings,
      };
    });
  removeImport: WorkspaceRepository['removeImport'] = (importId, settle) =>
    this.#write(() => {
      const imports = this.contents.imports.filter(({ id }) => id !== importId);
      const deals = new Map([...this.contents.deals].filter(([id]) => id !== importId));
      const settings = settle(this.contents.settings, imports);
      this.trackRecord = null;
      this.keptFit = null;
      const isOwn = imports.every(({ isExample }) => !isExample);
      const edits = this.contents.edits.filter(
        ({ ofExample }) => imports.length > 0 && !(isOwn && ofExample === true),
      );
      return { contents: { ...this.contents, settings, imports, deals, edits }, answer: settings };
    });
  readKeptFit() {
    return Promise.resolve(structuredClone(this.keptFit));
  }
  saveKeptFit: WorkspaceRepository['saveKeptFit'] = (kept) => {
    if (this.failure) return Promise.reject(this.failure);
    if (this.contents.imports.some(({ id }) => id === kept.importId)) this.keptFit = structuredClone(kept);
    return Promise.resolve();
  };
  readTrackRecord() {
    return Promise.resolve(structuredClone(this.trackRecord));
  }
  saveTrackRecord: WorkspaceRepository['saveTrackRecord'] = (record) => {
    if (this.failure) return Promise.reject(this.failure);
    if (this.contents.imports.some(({ id }) => id === record.importId)) {
      this.trackRecord = structuredClone(record);
    }
    return Promise.resolve();
  };
  addBeside: WorkspaceRepository['addBeside'] = (join, deals) =>
    this.#write(() => {
      const joined = join(this.contents);
      const added = joined.imports.map(({ id }) => [id, deals.get(id) ?? []] as const);
      const contents: WorkspaceContents = {
        settings: joined.settings,
        plans: joined.plans,
        imports: newestFirst([...this.contents.imports, ...joined.imports]),
        edits: [...this.contents.edits, ...joined.edits],
        deals: new Map([...this.contents.deals, ...added]),
      };
      return { contents, answer: joined };
    });
  replaceAll: WorkspaceRepository['replaceAll'] = (contents) =>
    this.#write(() => {
      this.trackRecord = null;
      this.keptFit = null;
      return { contents, answer: undefined };
    });
  erase: WorkspaceRepository['erase'] = () => this.replaceAll(EMPTY);
  close(): void {
    // Nothing to let go of.
  }
}
