import { asOf } from '../engine';
import type { Day, Deal, Kind } from '../engine';
import type { WorkspaceRepository } from '../storage/repository';
import type { DealEdit, ImportRecord, Settings, TrackRecord } from '../workspace/types';
import type { StoredWorkspace } from './protocol';
import type { Tabs } from './tabs';

/** The deals of one import as they were known on its data day, excluded ones among them. */
export interface KnownDeals {
  importId: string;
  dataDay: Day;
  deals: readonly Deal[];
  /** Open stages in funnel order, as the import was mapped. */
  stages: readonly string[];
}

/** The kind a source label is sorted into. Own labels only: a source may be called 'constructor'. */
function kindOf(source: string | null, sourceKinds: Settings['sourceKinds']): Kind {
  const label = source ?? '';
  return (Object.hasOwn(sourceKinds, label) ? sourceKinds[label] : undefined) ?? 'unsorted';
}

/** An open workspace and what has been read of it. All of it can be read again: the cache is only for speed. */
export class Session {
  readonly databaseName: string;
  readonly repository: WorkspaceRepository;
  readonly tabs: Tabs;
  settings: Settings | null = null;
  imports: readonly ImportRecord[] = [];
  /** Rises whenever an exclusion changes. */
  editsVersion = 0;
  #excluded = new Set<string>();
  #trackRecord: Promise<TrackRecord | null> | null = null;
  #known: { importId: string; sourceKinds: string; reading: Promise<KnownDeals | null> } | null = null;

  constructor(databaseName: string, repository: WorkspaceRepository, tabs: Tabs) {
    this.databaseName = databaseName;
    this.repository = repository;
    this.tabs = tabs;
  }

  async load(): Promise<StoredWorkspace> {
    const { settings, plans, imports, edits } = await this.repository.read();
    this.settings = settings;
    this.imports = imports;
    this.forgetDeals();
    this.#trackRecord = null;
    this.#excluded = new Set(edits.filter(({ isExcluded }) => isExcluded).map(({ dealId }) => dealId));
    this.editsVersion += 1;
    return { settings, plans, imports, edits };
  }

  close(): void {
    this.repository.close();
    this.tabs.close();
  }

  forgetDeals(): void {
    this.#known = null;
  }

  applyEdit({ dealId, isExcluded }: DealEdit): void {
    if (isExcluded) this.#excluded.add(dealId);
    else this.#excluded.delete(dealId);
    this.editsVersion += 1;
  }

  readonly isExcluded = (dealId: string): boolean => this.#excluded.has(dealId);

  /** In order, so that the same ones read the same. */
  excludedIds(): readonly string[] {
    return [...this.#excluded].sort();
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

  /** The deals in use under these settings; null where no import is active. */
  async knownDeals(settings: Settings): Promise<KnownDeals | null> {
    const importId = settings.activeImport;
    const record = this.imports.find(({ id }) => id === importId);
    if (importId === null || !record) return null;
    const sourceKinds = JSON.stringify(settings.sourceKinds);
    if (this.#known?.importId !== importId || this.#known.sourceKinds !== sourceKinds) {
      const reading = this.#read(record, settings);
      this.#known = { importId, sourceKinds, reading };
      // A failed reading is tried again the next time.
      reading.catch(() => {
        if (this.#known?.reading === reading) this.#known = null;
      });
    }
    return await this.#known.reading;
  }

  async #read(record: ImportRecord, settings: Settings): Promise<KnownDeals> {
    const records = await this.repository.readDeals(record.id);
    const deals = records.map((deal) => ({ ...deal, kind: kindOf(deal.source, settings.sourceKinds) }));
    const { id: importId, dataDay, mapping } = record;
    return { importId, dataDay, deals: asOf(deals, dataDay), stages: mapping.stageOrder };
  }
}
