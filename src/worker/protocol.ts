import type { ImportResult, Inspection, ValueCount } from '../csv/types';
import type { ExportCell, ExportFormat } from '../csv/writing';
import type {
  Calibration,
  Day,
  Deal,
  DealOutlook,
  DealRecord,
  ExplainedFigure,
  Explanation,
  Forecast,
  GoalAnswer,
  GoalRequest,
  HistorySummary,
  ImportChanges,
  LeaveOut,
  LeftOutAs,
  Month,
  Plan,
  Weighing,
} from '../engine';
import type { StorageProblem } from '../storage/problem';
import type { ImportMapping } from '../workspace/importTypes';
import type {
  DealEdit,
  EditableField,
  ImportRecord,
  PlanBook,
  Settings,
  TrackRecord,
} from '../workspace/types';

export type { StorageProblem };

/** Share done, 0 to 1, and what is being done. */
export type Progress = (done: number, step: 'reading' | 'saving' | 'fitting' | 'simulating') => void;

/** What is stored, read once when the app opens. */
export interface StoredWorkspace {
  settings: Settings | null;
  plans: PlanBook | null;
  /** Newest first, without deals. */
  imports: readonly ImportRecord[];
  edits: readonly DealEdit[];
}

export interface ForecastRequest {
  plan: Plan;
  settings: Settings;
  today: Day;
  paths: number;
  seed: number;
}

/** A forecast with what it rests on. `history` is null where there are no deals. */
export interface ForecastAnswer {
  forecast: Forecast;
  history: HistorySummary | null;
  /** How far off past forecasts were, which the ranges take into account; null until the past has been replayed. */
  calibration: Calibration | null;
}

/** `superseded`: a newer request of the same sort came in; its answer is the one to show. */
export type ForecastResult =
  { ok: true; value: ForecastAnswer } | { ok: false; reason: 'superseded' | 'cancelled' };

/** A figure of the forecast that was made under these settings, and how many single deals are wanted with it. */
export interface ExplainRequest {
  settings: Settings;
  figure: ExplainedFigure;
  mostDeals: number;
}

/** Asks what has changed in these months of the forecast since the import before, and how many single deals are wanted. */
export interface CompareRequest {
  plan: Plan;
  settings: Settings;
  from: Month;
  to: Month;
  mostDeals: number;
}

/** Share of the replay that is done, 0 to 1. */
export type ReplayProgress = (done: number) => void;

/** Null where there are no deals to replay. `superseded`: what it rested on has changed; ask again. */
export type ReplayResult =
  /** `isNew`: made just now, so a forecast shown before did not know it. */
  { ok: true; value: TrackRecord | null; isNew: boolean } | { ok: false; reason: 'superseded' | 'cancelled' };

/** Weighs the assumptions of the forecast of this plan. */
export type WeighRequest = Pick<ForecastRequest, 'plan' | 'settings' | 'today'>;

/** Looks for ways to a goal from the forecast of this plan, paths and seed. */
export type GoalSeekRequest = WeighRequest & GoalRequest;

/** Share of the search that is done, 0 to 1. */
export type GoalProgress = (done: number) => void;

export type GoalSeekResult =
  { ok: true; value: GoalAnswer } | { ok: false; reason: 'superseded' | 'cancelled' };

export interface DealQuery {
  search: string;
  outcome: Deal['outcome'] | 'all';
  kind: Deal['kind'] | 'all';
  /** Of this seller, in this stage; null = all. */
  owner: string | null;
  stage: string | null;
  /** `leftOut`: excluded, or of a sort that is; `edited`: changed or added by hand; `withoutRate`: not in sums; `stale`: see `LeaveOut`. */
  only: 'all' | 'leftOut' | 'edited' | 'withoutRate' | 'stale';
  sort:
    | 'created'
    | 'closed'
    | 'amount'
    | 'name'
    | 'expectedClose'
    | 'company'
    | 'owner'
    | 'stage'
    | 'kind'
    | 'outcome'
    | 'chance'
    | 'expected';
  descending: boolean;
  offset: number;
  limit: number;
}

/** A deal as it counts: edits laid over it, its amount in the settings' currency where there is a rate. */
export interface DealRow extends Deal {
  isExcluded: boolean;
  /** The sort it is left out with. */
  leftOutAs: LeftOutAs | null;
  /** Added by hand. */
  isAdded: boolean;
  /** Fields in which it says what the user typed. */
  changedFields: readonly EditableField[];
  /** As written, where a rate turned it into the settings' currency. */
  original: { amount: number; currency: string } | null;
  /** It has an amount that no sum has, for want of a rate. */
  lacksRate: boolean;
  /** Of an open deal that counts, over the horizon, and what it adds to the forecast; else null. */
  chance: number | null;
  expected: number | null;
}

/** What is known of one deal before anything is laid over or worked out. */
export interface DealDetails {
  /** As the import has it; null for one added by hand. */
  imported: DealRecord | null;
  /** With the user's changes, in its own currency, on the days that were typed. */
  written: DealRecord;
  edit: DealEdit | null;
}

/** Values to filter by, commonest first. A currency has a rate if its amounts are in sums: that of the settings has 1. */
export interface DealFacets {
  owners: readonly ValueCount[];
  stages: readonly ValueCount[];
  currencies: readonly (ValueCount & { rate: number | null })[];
}

export interface DealPage {
  total: number;
  rows: readonly DealRow[];
  /** Set where chances are still to come: whoever asks again waits for them. */
  isProvisional?: true;
}

export interface ExportChoice {
  format: ExportFormat;
  /** By which numbers are written: "en-GB", "sv-FI". */
  language: string;
}

/** `query`: the deals that it finds, in its order, whatever its page; null = all there are. */
export type DealExportRequest = ExportChoice & { query: DealQuery | null };

export type TableExportRequest = ExportChoice & {
  table: { name: string; headers: readonly string[]; rows: readonly (readonly ExportCell[])[] };
};

/** Share of the rows written, 0 to 1. */
export type ExportProgress = (done: number) => void;

export type StorageResult<T> = { ok: true; value: T } | { ok: false; problem: StorageProblem };

export type ImportCommit =
  | { ok: true; value: { record: ImportRecord; settings: Settings } }
  | { ok: false; problem: import('../csv/types').ImportProblem | StorageProblem };

/**
 * The one interface to everything that is not on the main thread: storage, import, forecast. The worker and its inline
 * twin (tests) both implement it; all arguments and answers are plain data that structuredClone accepts, but for the
 * progress callbacks.
 */
export interface SeedcastService {
  /** Opens the database of this path and reads all but the deals. Must come first. */
  open(databaseName: string): Promise<StorageResult<StoredWorkspace>>;
  saveSettings(settings: Settings): Promise<StorageResult<null>>;
  savePlans(plans: PlanBook): Promise<StorageResult<null>>;
  /**
   * Stores what a page that was closed could not store any more, as it left it: JSON of an `UnsavedNote`. What of it is damaged is
   * left out.
   */
  recover(note: string): Promise<StorageResult<null>>;

  /** What the importer makes of the files; with `mapping`, under those assignments. Nothing is stored. */
  inspect(
    files: readonly File[],
    mapping: ImportMapping | null,
    today: Day,
    onProgress?: Progress,
  ): Promise<ImportResult<Inspection>>;
  /** Reads the files under the mapping and stores deals, record and settings in one transaction, or nothing. */
  importFiles(
    files: readonly File[],
    mapping: ImportMapping,
    settings: Settings,
    today: Day,
    onProgress?: Progress,
  ): Promise<ImportCommit>;
  /** Fetches the example company, moves its dates to end at `today`, and imports it like any file. */
  importExample(settings: Settings, today: Day, onProgress?: Progress): Promise<ImportCommit>;
  /** Ends the running import; what was stored stays as it was. */
  cancelImport(): Promise<void>;
  /** Deletes an import with its deals; the newest other one that is left becomes active. */
  removeImport(importId: string): Promise<StorageResult<Settings>>;
  /** As `removeImport`, but until the next one it can be put back. */
  binImport(importId: string): Promise<StorageResult<Settings>>;
  /** Stores the import that was binned last again, in use if it was; null where there is none. */
  putImportBack(): Promise<StorageResult<Settings | null>>;
  /** Makes an import that is still stored the active one (undo of an import). */
  activateImport(importId: string | null): Promise<StorageResult<Settings>>;

  deals(query: DealQuery): Promise<DealPage>;
  dealFacets(): Promise<DealFacets>;
  /** Null where there is no such deal. */
  dealDetails(dealId: string): Promise<DealDetails | null>;
  /** The chance of an open deal with its reasons; null where it is closed, left out or gone. */
  dealReasons(dealId: string, settings: Settings): Promise<DealOutlook | null>;
  /** Source labels of the deals in use with how many deals each has, commonest first; a blank source is `''`. */
  sourceCounts(): Promise<readonly ValueCount[]>;
  /** Stores what the user says of a deal in the place of what was said before, which is answered, for undo; null = nothing was. */
  saveEdit(edit: DealEdit): Promise<StorageResult<DealEdit | null>>;
  /** Says of a deal only whether it is excluded; its changes stay. Answers as `saveEdit`. */
  setExcluded(dealId: string, isExcluded: boolean): Promise<StorageResult<DealEdit | null>>;
  /** Which sorts of deals an import keeps but does not count; files of the same shape are read so from now on. */
  setLeaveOut(importId: string, leaveOut: readonly LeaveOut[]): Promise<StorageResult<ImportRecord>>;
  /** The files an import was read from; none where they are not kept (older ones, and after a backup was restored). */
  keptFiles(importId: string): Promise<readonly File[]>;

  /**
   * Deals as a file that the importer reads back without loss, edits laid over them, each in its own currency; what is left out
   * is marked. Null = cancelled, or ended by a newer export.
   */
  exportDeals(request: DealExportRequest, onProgress?: ExportProgress): Promise<StorageResult<Blob | null>>;
  /** A table of a screen as a file. Null as above. */
  exportTable(request: TableExportRequest): Promise<Blob | null>;
  cancelExport(): Promise<void>;

  /**
   * Newest request wins: an older one still running answers `superseded`, so that a preview (few paths) never waits for a full run.
   * The paths of a preview are the first of a full run with the same seed.
   */
  forecast(request: ForecastRequest, onProgress?: Progress): Promise<ForecastResult>;
  cancelForecast(): Promise<void>;

  /** What stands behind a figure and the numbers people know beside it; null where there are no deals. */
  explain(request: ExplainRequest): Promise<Explanation | null>;

  /** What changed since the import before; null where there is none, or where the example is in use. */
  compareImports(request: CompareRequest): Promise<ImportChanges | null>;

  /** The kept track record, where it is the one of these settings and of the deals as they are; else null. */
  trackRecord(settings: Settings): Promise<TrackRecord | null>;
  /**
   * Replays the user's past and keeps what it finds; answers at once where it is kept already. Gives way to forecasts. Asked
   * for the same twice it runs once; after `cancelReplay` it goes on where it stopped.
   */
  replay(settings: Settings, onProgress?: ReplayProgress): Promise<ReplayResult>;
  cancelReplay(): Promise<void>;

  /** Newest request wins, as with forecasts; the two don't end each other. */
  seekGoal(request: GoalSeekRequest, onProgress?: GoalProgress): Promise<GoalSeekResult>;
  cancelGoal(): Promise<void>;
  /** What each figure of the forecast does to the year. */
  weighAssumptions(request: WeighRequest): Promise<Weighing>;

  backup(): Promise<StorageResult<Blob>>;
  /** Replaces everything by the backup, all or nothing. */
  restore(file: Blob): Promise<StorageResult<StoredWorkspace>>;
  eraseEverything(): Promise<StorageResult<null>>;

  /** Calls back when another tab has changed what is stored; returns nothing, lasts as long as the page. */
  onOutsideChange(
    callback: (what: 'settings' | 'plan' | 'deals' | 'erased' | 'newerSchema') => void,
  ): Promise<void>;
}
