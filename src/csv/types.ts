import type { Day, DealRecord } from '../engine';
import type { ColumnMapping, DateOrder, ImportMapping, ImportReport } from '../workspace/importTypes';

export interface InspectedColumn extends ColumnMapping {
  samples: readonly string[];
  /** Share of rows with something in the column. */
  filled: number;
}

export interface InspectedFile {
  name: string;
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

/** What the importer makes of the files before anything is stored. */
export interface Inspection {
  files: readonly InspectedFile[];
  fingerprint: string;
  mapping: ImportMapping;
  questions: readonly ImportQuestion[];
  sourceValues: readonly ValueCount[];
  /** Values of the column that decides won and lost (status, else stage). */
  outcomeValues: readonly ValueCount[];
  /** The first deals as they would be imported. */
  preview: readonly DealRecord[];
  inferredDataDay: Day | null;
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
    | 'allRejected' // { file, rows, firstReason… }
    | 'noCommonKey' // { first, second }
    | 'tooManyFiles' // { count }
    | 'cancelled';
  params: Readonly<Record<string, string | number>>;
}

export type ImportResult<T> = { ok: true; value: T } | { ok: false; problem: ImportProblem };
