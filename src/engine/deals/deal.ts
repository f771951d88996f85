import type { Day } from '../calendar/calendar';

/** Where a lead came from. `unsorted` is honest: the source is missing or nobody has said yet which kind it is. */
export type Kind = 'seed' | 'net' | 'spear' | 'unsorted';

/** The kinds a plan has assumptions for; `unsorted` exists only in imported history. */
export type PlannedKind = Exclude<Kind, 'unsorted'>;

export const KINDS = ['seed', 'net', 'spear', 'unsorted'] as const satisfies readonly Kind[];
export const PLANNED_KINDS = ['seed', 'net', 'spear'] as const satisfies readonly PlannedKind[];

export type Outcome = 'open' | 'won' | 'lost';

export interface StageEntry {
  stage: string;
  day: Day;
  /** Nobody noted the day: it is that of the first import to show the deal there, up to one interval late. */
  isSeen?: true;
}

/** How often, and by how many days in all, the expected close of a deal was put off. */
export interface Slips {
  times: number;
  days: number;
  /** Data day of the import that the first move was measured from. */
  since: Day;
}

/** A deal as an export gives it: cleaned, but nothing derived. Missing is `null`, never 0 or ''. */
export interface DealRecord {
  /** Unique within an import, always text (ids can have 19 digits). */
  id: string;
  name: string;
  company: string | null;
  owner: string | null;
  source: string | null;
  pipeline: string | null;
  created: Day;
  outcome: Outcome;
  /** Set where the file has it closed before it was created: `created` is then the day it closed. */
  closedBeforeCreated?: true;
  /** The day it was won or lost; null while open, or where the export does not say. */
  closed: Day | null;
  /** The seller's expected closing day while open. */
  expectedClose: Day | null;
  /** In major units of `currency`; never a weighted amount. */
  amount: number | null;
  currency: string | null;
  /** The stage it is in, or (where the export keeps it) the last one before it closed. */
  stage: string | null;
  /** Known stage entries, by day. Empty where the export has no history. */
  stageEntries: readonly StageEntry[];
  lostReason: string | null;
  /** The CRM's own chance to win, 0 to 1. */
  probability: number | null;
  /** The CRM's forecast category, as written there. */
  category: string | null;
  /** What a row of imports has shown, which no single export tells; absent where it was never put off. */
  slips?: Slips;
}

/** A deal with its source sorted into a kind. The sorting is a setting, so it is put on when deals are read. */
export interface Deal extends DealRecord {
  kind: Kind;
}
