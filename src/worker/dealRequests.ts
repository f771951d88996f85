import type { ValueCount } from '../csv/types';
import type { ExportCell, ExportFormat } from '../csv/writing';
import type { Deal, DealRecord, LeftOutAs } from '../engine';
import type { DealEdit, EditableField } from '../workspace/types';

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
  /** The sort of deals as one of which it is left out. */
  leftOutAs: LeftOutAs | null;
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
