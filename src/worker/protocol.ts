import type { ImportProblem, ImportResult, Inspection, ValueCount } from '../csv/types';
import type {
  Bridge,
  Day,
  DealOutlook,
  Explanation,
  ImportChanges,
  LeaveOut,
  Weighing,
  SellerList,
  TeamAnswer,
} from '../engine';
import type { ShareProblem } from '../share/problem';
import type { StorageProblem } from '../storage/problem';
import type { ImportMapping } from '../workspace/importTypes';
import type { JoinedCounts } from '../workspace/mergeContents';
import type { SharedForecast } from '../workspace/sharedForecast';
import type { DealEdit, ImportRecord, PlanBook, Settings, TrackRecord } from '../workspace/types';
import type { BridgeQuestion, DiagnoseRequest, Diagnosis } from './diagnosis';
import type {
  ForecastRequest,
  ForecastResult,
  PreviewResult,
  ExplainRequest,
  CompareRequest,
  ReplayProgress,
  ReplayResult,
  WeighRequest,
  GoalSeekRequest,
  GoalProgress,
  GoalSeekResult,
  BudgetProgress,
  BudgetQuestion,
  BudgetResult,
  DealQuery,
  DealDetails,
  DealFacets,
  DealPage,
  DealExportRequest,
  TableExportRequest,
  ExportProgress,
  ExtremesAnswer,
  ExtremesRequest,
  ScenariosRequest,
  ScenariosResult,
  TeamRequest,
  ListRequest,
  ScoreCheckResult,
  BackupContents,
  SharedForecastRequest,
  SharePackage,
  ShareRequest,
  ShareResult,
} from './requests';

export type * from './diagnosis';
export type * from './requests';
export type { JoinedCounts, ShareProblem, StorageProblem };

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

export type StorageResult<T> = { ok: true; value: T } | { ok: false; problem: StorageProblem };

export type ImportCommit =
  | { ok: true; value: { record: ImportRecord; settings: Settings } }
  | { ok: false; problem: ImportProblem | StorageProblem };

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
  /** The gist of it; previews and forecasts end each other. */
  preview(request: ForecastRequest): Promise<PreviewResult>;
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

  /** Pace, leaks and trends, of the forecast that is handed over and the deals it was made from. */
  diagnose(request: DiagnoseRequest): Promise<Diagnosis>;
  /** Where the difference of a period comes from; null where there are no deals, or nothing to compare with. */
  bridge(question: BridgeQuestion): Promise<Bridge | null>;

  /**
   * What money and people cost and bring. Newest request wins, as with forecasts; the two don't end each other. What has been
   * answered comes part by part with the progress.
   */
  budget(question: BudgetQuestion, onProgress?: BudgetProgress): Promise<BudgetResult>;
  cancelBudget(): Promise<void>;

  /** What each seller brings; they add up to the forecast. Null where there are no deals. */
  team(request: TeamRequest): Promise<TeamAnswer | null>;
  /** What a seller does next; null where there are no deals. */
  myList(request: ListRequest): Promise<SellerList | null>;
  /** Scores at past month ends beside what became of the deals. Gives way to messages; a newer request ends it. */
  checkScores(settings: Settings, onProgress?: (done: number) => void): Promise<ScoreCheckResult>;
  cancelScoreCheck(): Promise<void>;

  /** Variants beside their base. Newest request wins, as with forecasts; the two don't end each other. */
  compareScenarios(request: ScenariosRequest, onProgress?: (done: number) => void): Promise<ScenariosResult>;
  cancelScenarios(): Promise<void>;
  /** The best and the worst that the doubts of a forecast make likely, as changes. */
  extremes(request: ExtremesRequest): Promise<ExtremesAnswer>;

  /** The forecast as a link's payload, with all that it tells. Nothing is sent. */
  share(request: ShareRequest): Promise<ShareResult<SharePackage>>;
  /**
   * Reads a link (whole, its payload, or text with one inside) or a file of a shared forecast. Touches nothing that is stored. A
   * locked one without a passphrase answers `needsPassphrase`.
   */
  openShared(from: string | Blob, passphrase: string | null): Promise<ShareResult<SharedForecast>>;
  /** The forecast that a link carries, by itself: deals and settings of this device have no part in it. Newest request wins. */
  forecastShared(request: SharedForecastRequest): Promise<ForecastResult>;

  /** Everything in one file; with a passphrase only for who knows it. */
  backup(passphrase?: string | null): Promise<StorageResult<Blob>>;
  /** Replaces everything by the backup, all or nothing. A locked one without a passphrase answers `needsPassphrase`. */
  restore(file: Blob, passphrase?: string | null): Promise<StorageResult<StoredWorkspace>>;
  /** What a backup holds. Nothing is stored. */
  inspectBackup(file: Blob, passphrase: string | null): Promise<StorageResult<BackupContents>>;
  /**
   * Adds the backup's plans, scenarios, kept forecasts and imports beside what is here, which stays as it is; all or nothing. Answers how much
   * of each was new.
   *
   * @param planName what a plan without a name is called here
   */
  joinBackup(file: Blob, passphrase: string | null, planName: string): Promise<StorageResult<JoinedCounts>>;
  eraseEverything(): Promise<StorageResult<null>>;

  /** Calls back when another tab has changed what is stored; returns nothing, lasts as long as the page. */
  onOutsideChange(
    callback: (what: 'settings' | 'plan' | 'deals' | 'erased' | 'newerSchema') => void,
  ): Promise<void>;
}
