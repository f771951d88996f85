import type { BacktestResult, Day, DealRecord, Kind, Plan, Readiness, Scenarios } from '../engine';
import type { ImportMapping, ImportReport } from './importTypes';
import type { SharedForecast } from './sharedForecast';

export type Locale = 'en' | 'sv';
export type Theme = 'system' | 'light' | 'dark';

/** What the user has set that is neither a deal nor an assumption. */
export interface Settings {
  locale: Locale;
  theme: Theme;
  /** ISO 4217, such as 'SEK'. Amounts in other currencies are left out of sums and counted in a note. */
  currency: string;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart: number;
  companyName: string;
  /** Targets typed on Forecast; null = none yet. */
  targets: Readonly<{ quarter: number | null; year: number | null; nextTwelve: number | null }>;
  /** Kind of each source label, over all imports: the authority that `Deal.kind` is read from. Blank source: ''. */
  sourceKinds: Readonly<Record<string, Kind>>;
  /** What one unit of another currency is worth in `currency`. Amounts in a currency without a rate are left out of sums. */
  rates: Readonly<Record<string, number>>;
  /** What a manager says of sellers, by the name the export has; nobody is in it of whom nothing has been said. */
  sellers: Readonly<Record<string, SellerSettings>>;
  /** Days from winning a deal to its money; null = nobody has said (Budget then assumes 30 and says so). */
  paymentDelayDays: number | null;
  /** Mappings to reuse without asking, by file fingerprint. */
  mappings: Readonly<Record<string, ImportMapping>>;
  /** The import whose deals are in use; null = none: the plan alone is forecast. */
  activeImport: string | null;
  /** When everything was last saved to a file, milliseconds since 1970; null = never on this device. */
  backedUpAt: number | null;
  /** True once Welcome is behind: an import, the example, or "start from assumptions". */
  hasStarted: boolean;
}

export interface SellerSettings {
  /** For a whole fiscal quarter at full output, in the currency of the settings; null = none. */
  quotaPerQuarter: number | null;
  /** First day at work; null = taken from the seller's first deal. Ramp counts from here. */
  startedOn: Day | null;
  /** No longer sells: counted in the team's past, not in its future. */
  hasLeft?: true;
}

/** One of several plans. A name that is empty is the first plan's: the screens say "My plan" in the user's language. */
export interface NamedPlan {
  /** Unique in its book, and never given to another plan. */
  id: string;
  name: string;
  plan: Plan;
}

/** Somebody else's forecast that was kept, as it came or with what was changed in a copy. */
export interface KeptForecast {
  /** Unique in its book. */
  id: string;
  name: string;
  keptOn: Day;
  shared: SharedForecast;
}

/** What is assumed and tried out: all that is neither a setting nor a deal. One step of undo is a change of this. */
export interface PlanBook {
  /** The plan that is forecast and edited. */
  active: string;
  /** All plans, in the order they were made. */
  plans: readonly NamedPlan[];
  /** Variants of whichever plan is active. */
  scenarios: Scenarios;
  /** Forecasts of others, the one kept last first. */
  kept: readonly KeptForecast[];
}

/** One import: where its deals came from and what became of its rows. The deals lie in blocks beside it. */
export interface ImportRecord {
  id: string;
  /** File names. */
  files: readonly string[];
  isExample: boolean;
  /** When it was imported, milliseconds since 1970 (shown as a date only). */
  importedAt: number;
  dataDay: Day;
  mapping: ImportMapping;
  report: ImportReport;
  /** Of the shape of its files: the mapping is saved under it. */
  fingerprint?: string;
  /** What had become of the deals of the import that was in use before. */
  compared?: {
    importId: string;
    dataDay: Day;
    added: number;
    changed: number;
    gone: number;
    same: number;
  };
}

/** Fields of a deal that a user may change. */
export type EditableField =
  | 'name'
  | 'company'
  | 'owner'
  | 'source'
  | 'created'
  | 'outcome'
  | 'closed'
  | 'expectedClose'
  | 'amount'
  | 'currency'
  | 'stage';

/**
 * Each change remembers what the import said: it counts only while the import still says that. A newer import that says
 * something else wins.
 */
export type DealChanges = {
  readonly [Field in EditableField]?: { readonly from: DealRecord[Field]; readonly to: DealRecord[Field] };
};

/**
 * What a user changed on one deal; lies over the imported deal, which stays as it was. One that says nothing (see
 * `isEmptyEdit`) is deleted, not stored.
 */
export interface DealEdit {
  dealId: string;
  isExcluded: boolean;
  changes: DealChanges;
  /** A deal added by hand, its id that of the edit: it lies over every import and is changed by being replaced. */
  added: DealRecord | null;
  /** Set on what was tried out on the example company: it never touches deals of the user's own. */
  ofExample?: true;
}

/**
 * What the replay of the user's own past found. Kept because it takes seconds to make; never part of a backup, since it can
 * be made again.
 */
export interface TrackRecord {
  importId: string;
  /** The engine's method it was made by. */
  method: string;
  /** Tells apart all that it rests on: deals, exclusions, sorting, currency, fiscal year, earlier imports, method. */
  key: string;
  currency: string;
  /** Where there are no origins: what is missing for the first. */
  readiness: Readiness;
  result: BacktestResult;
}

/**
 * What fitting the deals of a large import found, so that the app opens without reading them. Kept as the text it was written
 * as, with a checksum; never part of a backup, since it can be made again.
 */
export interface KeptFit {
  importId: string;
  /** Tells apart all that it rests on, the code that made it among it. */
  key: string;
  text: string;
  checksum: string;
}

/** A whole workspace in one file: what backup writes and restore reads. */
export interface Backup {
  format: 'seedcast-backup';
  /** Version by name: see workspace/versions. */
  version: string;
  savedAt: string;
  /** Null where nothing had been saved yet. */
  settings: Settings | null;
  /** Up to version 'first' a single plan. */
  plan: PlanBook | null;
  imports: readonly ImportRecord[];
  deals: Readonly<Record<string, readonly DealRecord[]>>;
  edits: readonly DealEdit[];
}
