import type { DealRecord } from '../engine';
import type { WorkspaceRepository } from '../storage/repository';
import { isEmptyEdit } from '../workspace/dealEdits';
import type { DealEdit, ImportRecord, KeptFit, Settings, TrackRecord } from '../workspace/types';
import { editAsOf } from './dealOverlay';
import { dealsKey } from './dealsKey';
import { makeKnownDeals } from './knownDeals';
import type { KnownDeals } from './knownDeals';
import type { StoredWorkspace } from './protocol';
import type { Tabs } from './tabs';

/** An open workspace and what has been read of it. All of it can be read again: the cache is only for speed. */
export class Session {
  readonly databaseName: string;
  readonly repository: WorkspaceRepository;
  readonly tabs: Tabs;
  settings: Settings | null = null;
  imports: readonly ImportRecord[] = [];
  #edits = new Map<string, DealEdit>();
  /** Counts what has been taken over since it was read. */
  #changes = 0;
  /** The edits as text, made when first asked for. */
  #editsText: { ofExample: boolean; text: string } | null = null;
  #trackRecord: Promise<TrackRecord | null> | null = null;
  #imported: { importId: string; reading: Promise<readonly DealRecord[]> } | null = null;
  #known: { key: string; making: Promise<KnownDeals> } | null = null;

  constructor(databaseName: string, repository: WorkspaceRepository, tabs: Tabs) {
    this.databaseName = databaseName;
    this.repository = repository;
    this.tabs = tabs;
  }

  async load(): Promise<StoredWorkspace> {
    let changes: number;
    let read: StoredWorkspace;
    // What is stored while it is being read may be in it or not.
    do {
      changes = this.#changes;
      read = await this.repository.read();
    } while (changes !== this.#changes);
    const { settings, plans, imports, edits } = read;
    this.settings = settings;
    this.imports = imports;
    this.#trackRecord = null;
    this.#edits = new Map(edits.map((edit) => [edit.dealId, edit]));
    this.#editsText = null;
    // The deals of an import never change, so what has been read of one that is still there is still so.
    if (!imports.some(({ id }) => id === this.#imported?.importId)) this.forgetDeals();
    return { settings, plans, imports, edits };
  }

  close(): void {
    this.repository.close();
    this.tabs.close();
  }

  forgetDeals(): void {
    this.#imported = null;
    this.#known = null;
  }

  /** Takes over an edit that has been stored. */
  applyEdit(edit: DealEdit): void {
    this.#changes += 1;
    if (isEmptyEdit(edit)) this.#edits.delete(edit.dealId);
    else this.#edits.set(edit.dealId, edit);
    this.#editsText = null;
  }

  /** Takes over what has been changed in what is said of an import. */
  applyImport(record: ImportRecord): void {
    this.#changes += 1;
    this.imports = this.imports.map((other) => (other.id === record.id ? record : other));
  }

  editOf(dealId: string): DealEdit | null {
    return this.#edits.get(dealId) ?? null;
  }

  /** The import that is in use under these settings. */
  activeImport({ activeImport }: Settings): ImportRecord | null {
    return this.imports.find(({ id }) => id === activeImport) ?? null;
  }

  /** Names all that the deals in use follow from; null where no import is active. */
  dealsKey(settings: Settings): string | null {
    const record = this.activeImport(settings);
    return record && this.keyOf(record, settings);
  }

  /** Names all that the deals of an import would follow from, were it in use. */
  keyOf(record: ImportRecord, settings: Settings): string {
    return dealsKey(record, settings, this.#textOfEdits(record.isExample));
  }

  /** The deals of an import as they were known on its day, whichever is in use; nothing of it is kept. */
  async readKnownDeals(record: ImportRecord, settings: Settings): Promise<KnownDeals> {
    const imported = await this.repository.readDeals(record.id);
    const edits = new Map(
      [...this.#editsOf(record.isExample)].map(([id, edit]) => [id, editAsOf(edit, record.dataDay)]),
    );
    return makeKnownDeals(this.keyOf(record, settings), record, imported, edits, settings);
  }

  /** The track record that is kept, whatever it rests on. */
  trackRecord(): Promise<TrackRecord | null> {
    // What can't be read can be made again.
    this.#trackRecord ??= this.repository.readTrackRecord().catch(() => null);
    return this.#trackRecord;
  }

  /** Keeps it for as long as this session lasts, and for the next one where there is room. */
  async keepTrackRecord(record: TrackRecord): Promise<void> {
    this.#trackRecord = Promise.resolve(record);
    await this.repository.saveTrackRecord(record).catch(() => undefined);
  }

  /** The fit that is kept, whatever it rests on; what can't be read can be made again. */
  async keptFit(): Promise<KeptFit | null> {
    return await this.repository.readKeptFit().catch(() => null);
  }

  /** Keeps it for the next session, where there is room. */
  async keepFit(kept: KeptFit): Promise<void> {
    await this.repository.saveKeptFit(kept).catch(() => undefined);
  }

  /** The deals in use under these settings; null where no import is active. */
  async knownDeals(settings: Settings): Promise<KnownDeals | null> {
    const record = this.activeImport(settings);
    const key = this.dealsKey(settings);
    if (!record || key === null) return null;
    if (this.#known?.key !== key) {
      const edits = this.#editsOf(record.isExample);
      const making = this.importedDeals(record.id).then((imported) =>
        makeKnownDeals(key, record, imported, edits, settings),
      );
      this.#known = { key, making };
      // A failed reading is tried again the next time.
      making.catch(() => {
        if (this.#known?.making === making) this.#known = null;
      });
    }
    return await this.#known.making;
  }

  /** The deals of the import in use as its file had them. */
  async importedDeals(importId: string): Promise<readonly DealRecord[]> {
    if (this.#imported?.importId !== importId) {
      const reading = this.repository.readDeals(importId);
      this.#imported = { importId, reading };
      reading.catch(() => {
        if (this.#imported?.reading === reading) this.#imported = null;
      });
    }
    return await this.#imported.reading;
  }

  /** What was tried out on the example touches the example alone, and nothing else does. */
  #editsOf(ofExample: boolean): ReadonlyMap<string, DealEdit> {
    return new Map([...this.#edits].filter(([, edit]) => (edit.ofExample === true) === ofExample));
  }

  #textOfEdits(ofExample: boolean): string {
    if (this.#editsText?.ofExample !== ofExample) {
      // In order, so that the same ones read the same.
      const edits = [...this.#editsOf(ofExample).values()].sort((one, other) =>
        one.dealId < other.dealId ? -1 : 1,
      );
      this.#editsText = { ofExample, text: JSON.stringify(edits) };
    }
    return this.#editsText.text;
  }
}
