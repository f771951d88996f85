import type { Day, Month } from '../calendar/calendar';
import type { Kind } from '../deals/deal';
import type { MonthlyActual } from '../funnel/model';

export interface SimulationRequest {
  paths: number;
  seed: number;
}

/** Mean and percentage points of a simulated quantity (R's type 7). */
export interface Spread {
  mean: number;
  q05: number;
  q10: number;
  q25: number;
  q50: number;
  q75: number;
  q90: number;
  q95: number;
}

/** One kind's part of a period; means, so that kinds add up to the period. */
export interface KindPart {
  kind: Kind;
  /** New leads: those that came already plus those expected. */
  leads: number;
  wins: number;
  /** Won value in all: `alreadyWon + fromOpen + fromNew`. */
  value: number;
  alreadyWon: number;
  fromOpen: number;
  fromNew: number;
  /** What its own costs will be from the start on; 0 where the model has none. */
  cost: number;
}

/** What is told of a month, quarter, fiscal year or any run of months at a glance; what is already won in it is included. */
export interface PeriodGist {
  from: Month;
  to: Month;
  /** False where the period begins before the data does or ends after the last forecast month. */
  isWhole: boolean;
  alreadyWon: number;
  value: Spread;
  /** What selling will cost from the start on, the kinds' costs and the company's; null where the model has no costs. */
  cost: Spread | null;
  kinds: readonly KindPart[];
}

/** All that is told of it. */
export interface PeriodForecast extends PeriodGist {
  wins: Spread;
  /** 1,001 equally spaced quantiles of the won value (0 %, 0.1 %, … 100 %): chances and histograms come from here. */
  distribution: readonly number[];
}

/**
 * What is ahead at a glance: as much of a forecast as is made anew with every move of a slider, with the same numbers. A
 * `Forecast` is one, so whatever shows this shows either.
 */
export interface ForecastGist {
  currency: string;
  start: Day;
  paths: number;
  seed: number;
  /** Each forecast month. */
  months: readonly PeriodGist[];
  /** Active customers at each month's end; null where the model counts none. */
  customers: readonly Spread[] | null;
  /** A month's recurring revenue at each month's end; null where the model has none. */
  recurring: readonly Spread[] | null;
  /** Fiscal quarters, first of all the one that contains `start`; more of them in a forecast only. */
  quarters: readonly PeriodForecast[];
  /** Fiscal years likewise. */
  years: readonly PeriodForecast[];
  /** Twelve calendar months from the one that contains `start`. */
  nextTwelve: PeriodForecast;
}

/** `quarters` and `years` are all that have a forecast month in them. */
export interface Forecast extends ForecastGist {
  /** What happened before `start`, as the model has it (`FunnelModel.history`): charts begin with it. */
  past: readonly MonthlyActual[];
  /** Each forecast month. `distribution` is empty here: only the longer periods carry one. */
  months: readonly PeriodForecast[];
  /** Running total of won value from the first forecast month (what is already won in it included). */
  running: readonly Spread[];
}
