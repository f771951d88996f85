import type { Day, Kind, LeaveOut, Outcome } from '../engine';

export type Vendor =
  'hubspot' | 'salesforce' | 'pipedrive' | 'zoho' | 'close' | 'attio' | 'copper' | 'odoo' | 'generic';

/**
 * What a column holds. `closeDate` is the column that is an expectation while open and a fact once closed;
 * `previousStage` the stage a closed deal was last in, where `stage` itself says only won or lost.
 */
export type Meaning =
  | 'id'
  | 'name'
  | 'company'
  | 'owner'
  | 'source'
  | 'pipeline'
  | 'created'
  | 'closed'
  | 'wonOn'
  | 'lostOn'
  | 'expectedClose'
  | 'closeDate'
  | 'amount'
  | 'currency'
  | 'stage'
  | 'status'
  | 'previousStage'
  | 'lostReason'
  | 'probability'
  | 'category'
  | 'stageEntry'
  | 'ignore';

export type Confidence = 'sure' | 'likely' | 'guess';

/** Order of day, month and year in a date column. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';
export type DecimalMark = '.' | ',';

export interface ColumnMapping {
  /** Position in the file: names repeat. */
  index: number;
  header: string;
  meaning: Meaning;
  confidence: Confidence;
  /** For `stageEntry`: the stage whose entry the column dates. */
  stage?: string;
  /** For date columns. */
  dateOrder?: DateOrder;
  /** For `amount`. */
  decimalMark?: DecimalMark;
}

/** A second file whose columns are added to each row of the first by a common key. */
export interface JoinMapping {
  keyIndex: number;
  joinedKeyIndex: number;
  columns: readonly ColumnMapping[];
}

/**
 * A file with a row for each change of a deal's stage. Positions are those of its columns; a report on all changed
 * fields has `fieldIndex`, and only the rows about the stage count.
 */
export interface HistoryMapping {
  /** Position in the list of files. */
  file: number;
  /** Column of the main file that tells deals apart. */
  keyIndex: number;
  historyKeyIndex: number;
  stageIndex: number;
  dateIndex: number;
  fromIndex: number | null;
  fieldIndex: number | null;
  dateOrder?: DateOrder;
}

/** All that turns one shape of file into deals. Saved by fingerprint and reused. */
export interface ImportMapping {
  vendor: Vendor;
  columns: readonly ColumnMapping[];
  /** Position in the list of files of the one with a row for each deal; files with the same columns count as one. */
  mainFile: number;
  join: JoinMapping | null;
  history?: HistoryMapping;
  /** Outcome of each stage or status label; labels as in the file. */
  outcomes: Readonly<Record<string, Outcome>>;
  /** Stage labels in funnel order, won and lost left out. */
  stageOrder: readonly string[];
  /** Kind of each source label; the blank source is `''`. */
  sources: Readonly<Record<string, Kind>>;
  /** Currency of amounts where no column says it. */
  currency: string;
  /** The day the export was made, where the user corrected it; null = inferred. */
  dataDay: Day | null;
  /** Deals of these sorts are kept but not counted; may be changed at any time. */
  leaveOut?: readonly LeaveOut[];
  /** So are those of these sources (`''` = none given) and pipelines. */
  leaveOutSources?: readonly string[];
  leaveOutPipelines?: readonly string[];
}

export type RowIssueCode =
  | 'missingCreated'
  | 'badDate'
  | 'badNumber'
  | 'tooFewColumns'
  | 'tooManyColumns'
  | 'badQuotes'
  | 'unknownOutcome'
  | 'createdInFuture';

/** Why a row was not taken. Rows are counted as a spreadsheet shows them: the header is row 1. */
export interface RowIssue {
  file: string;
  row: number;
  column: string;
  value: string;
  code: RowIssueCode;
}

/** Something odd about rows that were taken, and how they are treated. */
export interface QualityNote {
  code:
    | 'closedBeforeCreated'
    | 'wonWithoutDate'
    | 'lostWithoutDate'
    | 'wonWithoutAmount'
    | 'expectedInPast'
    | 'closedInFuture'
    | 'statusContradictsStage'
    | 'sameDayWins'
    | 'noSourceColumn'
    | 'noAmountColumn'
    | 'unmatchedKeys'
    | 'duplicateKeys'
    | 'severalCurrencies'
    | 'numericIdsRounded'
    | 'onlyOpen'
    | 'onlyWon'
    | 'noLost'
    | 'dateUnreadable'
    | 'textCut'
    | 'notRealLosses'
    | 'historyUnmatched'
    | 'historyUnreadable'
    | 'historyBegins'
    | 'sheetsLeftOut'
    | 'staleOpens'
    | 'sourceLate'
    | 'leftEdge'
    | 'rejectedRows'
    | 'duplicateRows';
  count: number;
  /** Row numbers, a few. */
  rows: readonly number[];
  example?: string;
  /** Sum of the amounts of the deals concerned, in the currency most of the file is in. */
  money?: number;
  /** The currency of `money`, where the file names one. */
  currency?: string;
  /** A few of the deals concerned. */
  deals?: readonly { readonly row: number; readonly name: string; readonly text?: string }[];
}

/** rows = entries + otherChanges + duplicates + unmatched + rejected + ignored, always. */
export interface HistoryReport {
  rows: number;
  /** Rows that date a stage, won and lost included. */
  entries: number;
  /** Rows about something else: another field, or the same stage as before. */
  otherChanges: number;
  duplicates: number;
  /** Rows of deals that are not among those imported. */
  unmatched: number;
  /** Rows whose date or stage can't be read. */
  rejected: number;
  /** Blank rows, footers, repeated headers. */
  ignored: number;
}

/** rows = deals + rejected + duplicates + blank + footer + repeatedHeader, always. */
export interface ImportReport {
  rows: number;
  deals: number;
  rejected: number;
  duplicates: number;
  blank: number;
  footer: number;
  repeatedHeader: number;
  issues: readonly RowIssue[];
  notes: readonly QualityNote[];
  dataDay: Day;
  /** Of `duplicates`, those whose other row is in another file. */
  duplicatesAcrossFiles?: number;
  /** What became of the rows of a stage history, which are not among `rows`. */
  history?: HistoryReport;
}
