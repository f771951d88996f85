import type { Day, DealRecord, Outcome } from '../engine';
import type { ColumnMapping, DateOrder, ImportMapping, ImportReport } from '../workspace/importTypes';

export interface InspectedColumn extends ColumnMapping {
  samples: readonly string[];
  /** How one of its values is read: the first in which date order or decimal mark matter, else the first readable. */
  example?: { text: string; day: Day } | { text: string; amount: number };
  /** Share of rows with something in the column. */
  filled: number;
}

/** A file, or several with the same columns read as one. */
export interface InspectedFile {
  /** Of the first file. */
  name: string;
  role: 'deals' | 'joined' | 'history';
  /** The files it is made of, in the order they were given. */
  parts: readonly { name: string; rows: number }[];
  /** Its first rows of data, cells in the order of `columns`. */
  sampleRows: readonly (readonly string[])[];
  bytes: number;
  encoding: string;
  delimiter: string;
  rows: number;
  columns: readonly InspectedColumn[];
}

/** Something that can't be known from the file, with an example to decide by. */
export type ImportQuestion =
  | {
      code: 'dateOrder';
      file: number;
      column: number;
      header: string;
      example: string;
      choices: readonly DateOrder[];
    }
  | { code: 'decimalMark'; file: number; column: number; header: string; example: string };

export interface ValueCount {
  value: string;
  count: number;
}

/** An open stage in the funnel's order, or a label that says won or lost after them. */
export interface InspectedStage {
  label: string;
  outcome: Outcome;
  /** Deals in it now; of won and lost labels all that say so. */
  count: number;
  /** Pipelines whose deals are in it, commonest first; empty where the file knows no pipelines. */
  pipelines: readonly string[];
}

/** What the importer makes of the files before anything is stored. */
export interface Inspection {
  files: readonly InspectedFile[];
  fingerprint: string;
  mapping: ImportMapping;
  questions: readonly ImportQuestion[];
  sourceValues: readonly ValueCount[];
  /** Values of the column that decides won and lost (status, else stage). */
  outcomeValues: readonly ValueCount[];
  stages: readonly InspectedStage[];
  /** Pipelines with their number of deals, commonest first; empty where the file names none. */
  pipelines: readonly ValueCount[];
  /** Currencies of the deals, commonest first. */
  currencies: readonly ValueCount[];
  /** The first deals as they would be imported. */
  preview: readonly DealRecord[];
  inferredDataDay: Day | null;
  /** Set where there are amounts and nothing in the file says in which currency. */
  lacksCurrency?: true;
}

export interface ImportedDeals {
  deals: readonly DealRecord[];
  report: ImportReport;
}

/** Why a file can't be used at all. `params` fill the sentence that i18n makes of it. */
export interface ImportProblem {
  code:
    | 'emptyFile' // { file }
    | 'onlyHeader' // { file }
    | 'binaryFile' // { file, looksLike }
    | 'tooLarge' // { file, megabytes, limitMegabytes }
    | 'tooManyRows' // { file, limit }
    | 'unreadable' // { file }
    | 'noUsableColumns' // { file, missing }
    | 'onlyHistory' // { file }: changes of stages without the deals
    | 'allRejected' // { file, rows, firstReason… }
    | 'noCommonKey' // { first, second }
    | 'tooManyFiles' // { count }: of files with different columns
    | 'cancelled';
  params: Readonly<Record<string, string | number>>;
}

export type ImportResult<T> = { ok: true; value: T } | { ok: false; problem: ImportProblem };
