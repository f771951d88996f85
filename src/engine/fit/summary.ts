import type { Day } from '../calendar/calendar';
import type { Kind } from '../deals/deal';
import type { ModelNote } from '../funnel/model';
import type { SeriesSummary } from '../series/summarizeSeries';

export type { SeriesSummary };

/** An estimate with what it rests on: `low` to `high` is its 80 % interval, `n` the number of cases. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
  n: number;
}

export interface StageHistory {
  stage: string;
  conversion: Estimate;
}

/** What the history says of one kind, in the terms the Plan screen uses. */
export interface KindHistory {
  kind: Kind;
  deals: number;
  open: number;
  won: number;
  lost: number;
  leadsPerMonth: Estimate;
  /** Lead to won, open deals counted as censored. From 0 to 1 where no deal at all was lost: then nothing is known of it. */
  conversion: Estimate;
  /** Mean days from lead to won. */
  daysToWin: Estimate;
  dealValue: Estimate;
  valueVariation: number;
  /** In funnel order: of the deals that reach a stage, the share that goes on; absent where stages are unknown. */
  stages?: readonly StageHistory[];
}

/** The calendar behind the forecast: each part is an average over many fits, weighted by how well they explain the past. */
export interface CalendarSummary {
  leads: SeriesSummary;
  wins: SeriesSummary;
  losses: SeriesSummary;
}

export interface HistorySummary {
  dataDay: Day;
  firstCreated: Day;
  calendar: CalendarSummary;
  kinds: readonly KindHistory[];
  notes: readonly ModelNote[];
}
