import type { Day, Month } from '../calendar/calendar';
import type { Kind } from '../deals/deal';
import type { OutlookReasons } from '../fit/dealOutlook';
import type { Category } from './category';
import type { MonthsAsked, Place } from './openDealView';
import type { PipelineChance } from './pipelineChance';

/** A figure of a forecast: what is to be explained. `value` is `alreadyWon + fromOpen + fromNew`. */
export interface ExplainedFigure extends MonthsAsked {
  value: number;
  alreadyWon: number;
  fromOpen: number;
  fromNew: number;
}

/** Some open deals, as the pipeline has them and as the forecast does. */
export interface OpenSum {
  deals: number;
  /** Sum of their amounts, and of amounts × pipeline chance. A deal without an amount adds nothing to either. */
  amount: number;
  weighted: number;
  /** Wins and won value the forecast expects of them in the months asked for. */
  wins: number;
  expected: number;
}

export interface PipelineMonth {
  month: Month;
  deals: number;
  amount: number;
  weighted: number;
}

/** The pipeline as it stands, without what is already won and without leads still to come. */
export interface PipelineToday {
  places: Readonly<Record<Place, OpenSum>>;
  /** Each month asked for that is not over, by expected close. */
  months: readonly PipelineMonth[];
  /** Of the deals due in these months, those the pipeline cannot weigh. */
  withoutAmount: number;
  withoutChance: number;
  /** How many of the open deals take their chance from where. */
  chanceFrom: Readonly<Record<PipelineChance['basis'], number>>;
}

/** Deals due in the months asked for, by category. */
export interface CategorySum extends OpenSum {
  category: Category;
  /** How many of them are sorted by chance, the export having no category that is known. */
  byChance: number;
}

/**
 * Why the forecast is another number than the weighted pipeline of the same months, in parts that add up to it:
 * - `alreadyWon`: a pipeline has open deals only
 * - `winRates`: deals due are won more or less often than the pipeline's chance says
 * - `timing`: not all deals due then close then
 * - `dealSize`: what is won is worth more or less than what deals say
 * - `withoutAmount`: deals due without an amount
 * - `overdue`, `undated`, `otherMonth`: open deals that the pipeline does not count in these months
 * - `newLeads`: leads still to come
 * - `simulation`: what doubt about the rates adds to or takes from the mean of the open deals
 */
export interface Difference {
  code:
    | 'alreadyWon'
    | 'winRates'
    | 'timing'
    | 'dealSize'
    | 'withoutAmount'
    | 'overdue'
    | 'undated'
    | 'otherMonth'
    | 'newLeads'
    | 'simulation';
  value: number;
}

/** An open deal that matters, with the reasons for its chance. */
export interface RankedDeal {
  id: string;
  name: string;
  company: string | null;
  owner: string | null;
  kind: Kind;
  stage: string | null;
  created: Day;
  expectedClose: Day | null;
  amount: number | null;
  /** Chance to be won in the months asked for, value if it is, and their product. */
  chance: number;
  value: number;
  expected: number;
  pipeline: PipelineChance | null;
  /** Of the chance over the whole horizon. */
  total: number;
  reasons: OutlookReasons;
}

/** What stands behind a figure, and beside it. */
export interface Explanation {
  /** All open deals. */
  open: OpenSum;
  /** Those that add most, most first. */
  top: readonly RankedDeal[];
  /** Open deals with no realistic chance left. */
  stale: { deals: number; amount: number };
  pipeline: PipelineToday;
  /** Surest first; only those with deals. */
  categories: readonly CategorySum[];
  /** `pipeline.places.due.weighted` and these add up to the figure's value. */
  differences: readonly Difference[];
}
