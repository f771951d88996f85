import type { Day, Month } from '../calendar/calendar';
import type { Deal, Kind } from '../deals/deal';

/**
 * - `leads`: new leads of the month;
 * - `conversion`: wins of the month ÷ wins to be expected of the deals open in it at the company's usual rates by age, times the usual
 *   conversion from lead to won: young cohorts don't look bad, and every month can be told at once;
 * - `value`: mean value of the month's wins;
 * - `cycle`: mean days from lead to won of the month's wins.
 */
export type TrendMeasure = 'leads' | 'conversion' | 'value' | 'cycle';

export interface TrendPoint {
  month: Month;
  /** Leads of the month; share 0 to 1; money; days. Null where there is nothing to tell from (no win, say). */
  value: number | null;
  /** Leads, wins to be expected, wins, wins. */
  n: number;
  /** Control limits: in an unchanged company a month lies within them 9,998 times in 10,000. Null where nothing tells. */
  low: number | null;
  high: number | null;
  /** The same month a year before; null where unknown. */
  lastYear: number | null;
  /** False for a month that is not over, or in which the data begin: never flagged. */
  isWhole: boolean;
}

/**
 * - `outside`: one month beyond the control limits;
 * - `run`: three or more months in a row on one side of the centre, together further off than chance brings.
 */
export interface TrendFlag {
  code: 'outside' | 'run';
  direction: 'up' | 'down';
  /** First and last month that shows it. */
  from: Month;
  to: Month;
  /** Mean of these months ÷ centre − 1. */
  change: number;
}

export interface Trend {
  measure: TrendMeasure;
  /** Null: all kinds together. */
  kind: Kind | null;
  /** In order of time. */
  points: readonly TrendPoint[];
  /** Mean of the months the limits come from; null where they are too few to tell. */
  center: number | null;
  /** Whole months that the limits come from. */
  months: number;
  /** Those of the last twelve months, newest first. */
  flags: readonly TrendFlag[];
}

export interface TrendGrounds {
  /** As known on the data day; the ones that the forecast counts. */
  deals: readonly Deal[];
  dataDay: Day;
  /** ISO 4217. Amounts in other currencies are left out. */
  currency: string;
}
