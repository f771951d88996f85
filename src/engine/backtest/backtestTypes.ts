import type { Day } from '../calendar/calendar';
import type { Calibration, Surprise } from '../fit/calibration';
import type { Spread } from '../simulate/forecast';

/**
 * What people forecast with today, by name: last month, mean of the last 3 and 6, same month last quarter and last year,
 * damped exponential smoothing, and the weighted pipeline: as snapshots kept it, and as a single export lets it be
 * reconstructed.
 */
export const SIMPLE_METHODS = [
  'last',
  'mean3',
  'mean6',
  'sameMonthLastQuarter',
  'sameMonthLastYear',
  'dampedEts',
  'weightedPipeline',
  'weightedPipelineReconstructed',
] as const;
export type SimpleMethod = (typeof SIMPLE_METHODS)[number];

export const METHODS = ['seedcast', ...SIMPLE_METHODS] as const;
export type Method = (typeof METHODS)[number];

/** Months ahead that are scored one by one, and together as the quarter. */
export const MONTHS_SCORED = 3;
export const MONTHS_OF_YEAR = 12;

/** What a method said, or what happened, in the months after an origin. */
export interface Outlook {
  /** Months 1 to 3. */
  wins: readonly number[];
  revenue: readonly number[];
  /** Revenue of the three months together. */
  quarter: number;
  /** Revenue of twelve months; null where there is too little behind or ahead. */
  year: number | null;
}

/** What Seedcast's forecast of an origin said about its own doubt. */
export interface OutlookRanges {
  wins: readonly Spread[];
  revenue: readonly Spread[];
  quarter: Spread;
}

export interface OriginResult {
  /** Last day known to the forecasts. */
  origin: Day;
  actual: Outlook;
  /** Null where a method cannot say anything. */
  forecasts: Readonly<Record<Method, Outlook | null>>;
  ranges: OutlookRanges;
  /** How far off it was, by its own variance before any calibration. */
  surprise: Surprise;
}

/** Errors of one method over all origins; null where a figure is undefined (nothing was won, or no amounts). */
export interface MethodScores {
  /** Sum of |error| ÷ sum of actuals, months 1 to 3. */
  wapeWins: number | null;
  wapeRevenue: number | null;
  wapeQuarter: number | null;
  wapeYear: number | null;
  /** (sum of forecasts − sum of actuals) ÷ sum of actuals, monthly revenue; wins where there are no amounts. */
  bias: number | null;
  /** Mean pinball loss of monthly revenue at 5, 10, 25, 50, 75, 90 and 95 %, over its mean; a single figure stands for all. */
  pinball: number | null;
}

/** Share of actuals inside a range. */
export interface Coverage {
  wins: number | null;
  revenue: number | null;
  quarter: number | null;
}

export interface BacktestScores {
  methods: Readonly<Record<Method, MethodScores>>;
  coverage50: Coverage;
  coverage80: Coverage;
}

export interface BacktestResult extends BacktestScores {
  origins: readonly OriginResult[];
  /** What all origins together say of the ranges: for the next forecast (see `FitOptions.calibration`). */
  calibration: Calibration;
}
