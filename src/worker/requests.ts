import type {
  BudgetAnswer,
  BudgetRequest,
  Calibration,
  CompanyPeriod,
  Day,
  ExplainedFigure,
  Forecast,
  ForecastGist,
  GoalAnswer,
  GoalRequest,
  HistorySummary,
  Month,
  Plan,
  ScenarioBase,
  ScenarioChange,
  ScenarioComparison,
  Scenarios,
  ScoreCheck,
  Variant,
} from '../engine';
import type { ShareProblem } from '../share/problem';
import type { StorageProblem } from '../storage/problem';
import type { JoinedCounts } from '../workspace/mergeContents';
import type { SharedForecast } from '../workspace/sharedForecast';
import type { Settings, TrackRecord } from '../workspace/types';

export type * from './dealRequests';

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

/** While a figure is being moved: of few paths, no more than what is watched meanwhile. */
export type PreviewResult =
  { ok: true; value: ForecastGist } | { ok: false; reason: 'superseded' | 'cancelled' };

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

/** Asks what money and people cost and bring, by the forecast of this plan. */
export type BudgetQuestion = WeighRequest & BudgetRequest;

/** Share done, 0 to 1, and what has just been answered: the quickest parts come first. */
export type BudgetProgress = (done: number, answered: Partial<BudgetAnswer> | null) => void;

export type BudgetResult =
  { ok: true; value: BudgetAnswer } | { ok: false; reason: 'superseded' | 'cancelled' };

/** Asks what each seller brings in periods of the forecast that was made under these settings. */
export interface TeamRequest {
  settings: Settings;
  periods: readonly CompanyPeriod[];
  /** Share of full output in the first, second, … month after joining. */
  ramp: readonly number[];
}

/** Asks what one seller does next (null = everybody), and how many deals at most. */
export interface ListRequest extends TeamRequest {
  seller: string | null;
  most: number;
}

/** How right scores would have been at past month ends; null where there is too little past. */
export type ScoreCheckResult =
  { ok: true; value: ScoreCheck | null } | { ok: false; reason: 'superseded' | 'cancelled' };

/** Scenarios on the forecast of this plan, or on a forecast of somebody else. */
export interface ScenariosRequest {
  of: WeighRequest | SharedForecast;
  paths: number;
  seed: number;
  base: ScenarioBase;
  variants: readonly Variant[];
}

export type ScenariosResult =
  { ok: true; value: ScenarioComparison } | { ok: false; reason: 'superseded' | 'cancelled' };

/** Asks for best and worst variants made from the doubts of the forecast, in this period. */
export interface ExtremesRequest {
  of: WeighRequest | SharedForecast;
  base: ScenarioBase;
  from: Month;
  to: Month;
}

/** Changes that make the mean of the period what is reached nine times and one time in ten; null where nothing is doubted. */
export type ExtremesAnswer = {
  worst: readonly ScenarioChange[];
  best: readonly ScenarioChange[];
} | null;

/** What the sender chose to tell besides the numbers. */
export interface ShareTicks {
  companyName: boolean;
  /** The open deals that matter most. */
  deals: boolean;
  /** With those deals: who buys, and who sells. */
  customers: boolean;
  sellers: boolean;
}

export interface ShareRequest extends WeighRequest {
  seed: number;
  title: string;
  planName: string;
  scenarios: Scenarios;
  view: SharedForecast['view'];
  ticks: ShareTicks;
  /** Null or '' = readable by whoever has the link. */
  passphrase: string | null;
}

/** What would be sent: the payload of the link (all behind `#/s/`), what is in it, and the text of a `.seedcast.json` with the same. */
export interface SharePackage {
  payload: string;
  contents: SharedForecast;
  /** Locked where the link is. */
  file: string;
}

export type ShareResult<T> = { ok: true; value: T } | { ok: false; problem: ShareProblem | StorageProblem };

/** A forecast of somebody else with so many paths, as the sender's own. */
export interface SharedForecastRequest {
  shared: SharedForecast;
  paths: number;
}

/** What a backup holds, and what of it would be new here. Names as they are; a plan without one has ''. */
export interface BackupContents {
  /** When it was made, milliseconds since 1970; null where the file does not say. */
  savedAt: number | null;
  companyName: string;
  currency: string | null;
  plans: readonly string[];
  variants: readonly string[];
  kept: readonly string[];
  imports: readonly { files: readonly string[]; isExample: boolean; dataDay: Day; deals: number }[];
  edits: number;
  adds: JoinedCounts;
}
