import type { Day, Month } from '../calendar/calendar';
import type { Deal, Kind } from '../deals/deal';
import type { HistorySummary } from '../fit/summary';
import type { Plan } from '../plan/plan';
import type { DaySpan } from './leak';

/**
 * Against what: the same length of time right before, the same days a year ago, the plan's assumptions, or the target.
 * A target has no assumptions of its own: it is bridged from the year before (or the time before), what it asks on top being a part.
 */
export type BridgeAgainst = 'before' | 'lastYear' | 'plan' | 'target';

export interface BridgeGrounds {
  /** As known on the data day; the ones that the forecast counts. */
  deals: readonly Deal[];
  dataDay: Day;
  /** ISO 4217. Amounts in other currencies are left out. */
  currency: string;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart: number;
  /** Open stages in funnel order, as the import has them; without it, order comes from stage entries. */
  stages?: readonly string[];
  /** Of the fit: its calendar tells the usual rhythm. */
  summary: HistorySummary;
}

/** A period to look at, with the days before that it is best compared with (see `bridgePeriods`). */
export interface BridgePeriod {
  /** The fiscal quarter and year so far, the last whole fiscal quarter, the last six months. */
  code: 'quarter' | 'lastQuarter' | 'year' | 'halfYear';
  period: DaySpan;
  before: DaySpan;
  /** The same days a year ago: no comparison where the data begin within them. */
  lastYear: DaySpan;
}

export interface BridgeRequest {
  /** Ends on the data day at the latest. See `bridgePeriods`. */
  period: DaySpan;
  against:
    /** Without a base: as many days right before. */
    | { by: 'before'; base?: DaySpan }
    /** The same days a year ago. */
    | { by: 'lastYear' }
    /** Those of its assumptions that were typed; all else is as it is. */
    | { by: 'plan'; plan: Plan }
    /** Of the days of the period alone, such as the target of the quarter up to today (see `Pace.onPace`). */
    | { by: 'target'; amount: number };
}

/**
 * What a part of the gap comes from:
 * - `leads`: new leads of a kind, those before the period that could still be won in it included;
 * - `conversion`: of a stage, or from lead to won where no stages are known (`stage` null);
 * - `time`: time in a stage, or from lead to won;
 * - `dealSize`: mean value of a win;
 * - `season`: the company's usual rhythm of the year and of the quarter;
 * - `ambition`: what the target asks beyond what the time bridged from brought;
 * - `chance`: what no change explains: luck with wins, sizes and timing.
 */
export type BridgeCause = 'leads' | 'conversion' | 'time' | 'dealSize' | 'season' | 'ambition' | 'chance';

export interface BridgePart {
  cause: BridgeCause;
  /** Null for season, ambition and chance: they are of all kinds. */
  kind: Kind | null;
  /** Conversion and time: in which stage; null = from lead to won. */
  stage: string | null;
  /** Its part of the gap, in the currency of the settings; negative = it costs. */
  value: number;
  /** 80 % interval of `value`. */
  low: number;
  high: number;
  /** True where chance alone would bring as much in more than 1 case of 10: not worth a sentence. */
  isWithinNoise: boolean;
  /**
   * What it was and what it is: leads in 30 days (before and since `since`; without one, of those that could be won in the periods); conversion 0 to 1; mean days; mean value of a win; null for season, ambition and
   * chance. Conversion, time and size are estimates drawn towards "no change", as far as the deals leave that open.
   */
  before: number | null;
  now: number | null;
  /** now ÷ before − 1; null where there is no `before`. */
  change: number | null;
  /** Month in which the change most likely began; null where that cannot be said. */
  since: Month | null;
  /** Chance that there is a change at all, 0 to 1; 1 for what is counted (leads), null where it makes no sense. */
  sureness: number | null;
  /** Cases behind it: leads, deals that left the stage, wins. */
  n: number;
}

/** How chance divides. The three add up to the chance part. */
export interface BridgeLuck {
  /** More or fewer wins than leads, conversions and times lead one to expect; timing is in here. */
  wins: number;
  /** Wins that were bigger or smaller than usual. */
  sizes: number;
}

export interface Bridge {
  against: BridgeAgainst;
  period: DaySpan;
  /** The days compared with; null for a plan. */
  base: DaySpan | null;
  /** Won in the period. */
  actual: number;
  /** Won in the base; of a plan what it expects of the period, of a target its part up to the last day of the period. */
  compared: number;
  /** actual − compared = Σ of the values of all parts, exactly (but for rounding of the sum). */
  gap: number;
  /** All parts that are not nothing: those beyond noise first, then by size. */
  parts: readonly BridgePart[];
  /**
   * Parts beyond noise and of at least 1 % of what was won, of either sign, biggest first: what sentences name. Never season, ambition
   * or chance.
   */
  causes: readonly BridgePart[];
  /** The leads parts once more, another way: all kinds' leads moving alike, and the mix of kinds. volume + mix = Σ leads parts. */
  volume: number;
  mix: number;
  luck: BridgeLuck;
  /** What limits it. */
  notes: readonly BridgeNote[];
}

export interface BridgeNote {
  code:
    | 'noStages' // conversions are from lead to won: no stage has a history
    | 'baseNotWhole' // { from }: the data begin within the days compared with
    | 'fewWins' // { wins }: fewer than 10 wins in both: chance is most of it
    | 'stagesDiffer'; // the plan's stages are not those of the deals: compared from lead to won
  params: Readonly<Record<string, number | string>>;
}
