import type { Day, Month } from '../calendar/calendar';
import type { Deal, Kind } from '../deals/deal';
import type { FunnelModel } from '../funnel/model';
import type { Forecast } from '../simulate/forecast';

/** What is asked for: three periods, the current one of each. */
export type PacePeriod = 'month' | 'quarter' | 'year';

/**
 * Where a period's target comes from: typed for just that, or a part or a sum of what was typed for another:
 * - `typed`: the target of this very period;
 * - `partOfQuarter`, `partOfYear`, `partOfTwelve`: so much of the target of the quarter, of the fiscal year, of the next twelve
 *   months as the company's own rhythm puts into this period;
 * - `quotas`: nobody having said a target, what the sellers' quotas of the quarter add up to;
 * - `fourQuarters`: four times the quarter's target, nobody having said one for the year.
 */
export type TargetBasis =
  'typed' | 'partOfQuarter' | 'partOfYear' | 'partOfTwelve' | 'fourQuarters' | 'quotas';

export interface PeriodTarget {
  /** In the currency of the settings. */
  amount: number;
  basis: TargetBasis;
}

/** One day on the way through the period. */
export interface PacePoint {
  /** At the end of this day. */
  day: Day;
  /** Won since the period began, on pace: target × share of the period's sales that usually are there by then. Null: no target. */
  onPace: number | null;
  /** What was really won by then; null from the first forecast day on. */
  won: number | null;
  /** Won so far plus what the forecast adds by then; null before the last known day. At a month's end as the forecast has it. */
  expected: number | null;
}

/** What it takes of one kind to make up for what is missing. */
export interface KindNeeded {
  kind: Kind;
  /** New leads of this kind alone, were they all here on the first forecast day; null where hardly any would be won in time. */
  leads: number | null;
  /** Of such leads, the share that is won by the end of the period. */
  winsInTime: number;
  /** Last day for a lead to come in so that half of those that will be won are won in time; null where nothing is. */
  lastDay: Day | null;
  /**
   * False where it can no longer be done with new leads: hardly any would be won in time, the last day is past, or it would take more
   * than usually come in three months.
   */
  isPossible: boolean;
}

/**
 * Is what is in the pipeline enough? Not by a rule of thumb: by what the open deals there are expected to bring by the end of the
 * period, by their age, kind, stage and seller.
 */
export interface PipelineNeed {
  /** Won value that the open deals must bring for the target to be made on average: target − won − `fromNew`, at least 0. */
  fromOpenNeeded: number;
  /** What they are expected to bring in the period. */
  fromOpen: number;
  /** What leads yet to come are expected to bring in the period. */
  fromNew: number;
  /** Open deals, and their value were all of them won. */
  openDeals: number;
  openValue: number;
  /** Share of the open value that is expected to be won in the period: own conversion by its end, 0 to 1. */
  conversion: number;
  /** Open value it takes at that conversion: `fromOpenNeeded` ÷ `conversion`; null where nothing open is won in time. */
  valueNeeded: number | null;
  /** Open value there ÷ needed: 1 = just enough. Null where nothing is needed or nothing open can be won in time. */
  coverage: number | null;
  /** What is missing of the target on average: target − expected, at least 0; 0 = enough is there. */
  missing: number;
  /** The same in won deals of the mean value of those still expected. */
  missingWins: number;
  /** Open deals like those there that are missing today. */
  missingDeals: number | null;
  /** Last day for new leads to be in the pipeline: that of the kind that closes fastest. */
  byDay: Day | null;
  /** By kind, quickest way first: the one that needs fewest leads. Empty where nothing is missing. */
  kinds: readonly KindNeeded[];
}

export interface Pace {
  period: PacePeriod;
  from: Month;
  to: Month;
  /** False where the data begin within the period: what was won before is not known. */
  isWhole: boolean;
  target: PeriodTarget | null;
  /** In the currency of the settings, as all amounts here. */
  won: number;
  /** The forecast's mean for the period, won included; its 80 % range. */
  expected: number;
  low: number;
  high: number;
  /** expected ÷ target; null without a target. */
  attainment: number | null;
  /** Chance of making the target, 0 to 1; null without one. */
  chance: number | null;
  /** A month's chance is read off seven points of its distribution: so far out nothing but "at most / at least this" is known. */
  chanceBound: 'atMost' | 'atLeast' | null;
  /** Where sales stand on the day before the forecast starts, and where they would stand on pace. Null without a target. */
  onPace: number | null;
  /** (won − on pace) ÷ on pace: −0.31 = 31 % behind. Null without a target, or before anything is due. */
  ahead: number | null;
  /** True: the pace line follows the company's own sales of past months; false: too few of them, the line is straight. */
  isOwnRhythm: boolean;
  /** From the day before the period to its end. */
  line: readonly PacePoint[];
  /** Null without a target, or where there are no open deals and no leads to come. */
  need: PipelineNeed | null;
}

export interface PaceGrounds {
  /** What the Forecast screen shows: every figure is that one's. */
  forecast: Forecast;
  /** The model behind it: what is open, how kinds close, what was won. */
  model: FunnelModel;
  /** The company's targets as typed; null = none. `quotas`: the sum of its sellers' for the quarter. */
  targets: Readonly<{
    quarter: number | null;
    year: number | null;
    nextTwelve: number | null;
    quotas?: number | null;
  }>;
  /** Deals, for the line by days; null = the line goes by months. */
  deals: readonly Deal[] | null;
}
