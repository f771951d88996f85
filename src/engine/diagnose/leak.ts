import type { Day } from '../calendar/calendar';
import type { Deal, Kind } from '../deals/deal';
import type { FunnelModel } from '../funnel/model';

/** What a check compares: the share that goes on from a stage, or the days that takes. */
export type LeakMeasure = 'conversion' | 'days';

/** Which deals a check is about; `all`: every kind at once, each against its own past. */
export type CheckedKinds = Kind | 'all';

/** Days, both included. */
export interface DaySpan {
  from: Day;
  to: Day;
}

export interface LeakGrounds {
  /** As known on the data day; the ones that the forecast counts. */
  deals: readonly Deal[];
  dataDay: Day;
  /** Open stages in funnel order, as the import has them; without it, order comes from stage entries. */
  stages?: readonly string[];
  /** Of the forecast on screen. Money at stake is the difference of two exact means of it, over all its months. */
  model: FunnelModel;
}

/** One comparison of the last six months with up to two years before them. */
export interface LeakCheck {
  measure: LeakMeasure;
  kind: CheckedKinds;
  /** Null: the whole way from new lead to won, where the stages of the past are unknown. */
  stage: string | null;
  /** Stage that comes after; null after the last one, where the way ends at won. */
  nextStage: string | null;
  /** Position in the funnel, 0 first. */
  position: number;
  /** Share that goes on (0 to 1), or mean days until it does, in the time before and lately. */
  before: number;
  now: number;
  /** Deals that left the stage, onward or lost, in the time before and lately. */
  casesBefore: number;
  casesNow: number;
  /** Smallest change that would be found 8 times in 10, as a share of `before` (0.25: a quarter); null: no change would. */
  smallestVisible: number | null;
}

/**
 * What such a fall usually points to: a pointer for a talk, never a finding.
 *
 * - `leadQuality`: fewer go on from the first stage: lead qualification, or who is approached.
 * - `fit`: fewer go on from a stage in the middle: need and value not made clear there, or too much let through before.
 * - `competitor`: fewer are won at the end, or smaller deals along with it: a competitor, or price.
 * - `wholeFunnel`: fewer leads are won, and no stages that would tell where.
 * - `slowFollowUp`: the first stage takes longer: leads wait.
 * - `moreDeciders`: a later stage takes longer: more people decide, or money has become tight.
 * - `oneSeller`: nearly all of it is one seller's: coaching, or what he was given to sell.
 * - `everywhere`: all kinds at once: what they share has changed, such as the price list, a bonus scheme, the market.
 */
export type LeakReading =
  | {
      code: 'leadQuality' | 'fit' | 'wholeFunnel' | 'slowFollowUp' | 'moreDeciders' | 'everywhere';
    }
  | {
      code: 'competitor';
      /** Mean value of a win, lately ÷ before, where it fell along with the wins; else null. */
      valueRatio: number | null;
    }
  | {
      code: 'oneSeller';
      seller: string;
      /** Of what is missing, the share that is his, at most 1. */
      share: number;
    };

/** A check that shows more than chance does. */
export interface Leak extends LeakCheck {
  /** Unique among the leaks of a report. */
  id: string;
  /** How much worse, as a share of `before`: 0.25 = a quarter fewer go on, or a quarter more days. Always above 0. */
  change: number;
  /** Probability that this is no chance, all other checks allowed for. */
  probability: number;
  /** The true change is at least this much, 9 times in 10, in the terms of `change`; may be 0. */
  atLeast: number;
  /** Won value over the months of the model at the old rate, less that at the new one. Never below 0. */
  moneyAtStake: number;
  winsAtStake: number;
  /** Where `kind` is `all`: the kinds it is made of. */
  kinds: readonly Kind[];
  /** Most telling first; at least one. */
  readings: readonly LeakReading[];
  /** Lost there lately, biggest amount first, at most 100; and how many in all. */
  lostIds: readonly string[];
  lostCount: number;
  /** Still there after longer than nine in ten of those that went on took, likewise. */
  stuckIds: readonly string[];
  stuckCount: number;
}

/** Why there was nothing to compare. */
export type LeakLack =
  | 'tooYoung' // less than half a year before the last six months
  | 'tooFew'; // hardly any deals that left a stage

export interface LeakReport {
  basis: 'stages' | 'wholeFunnel';
  recent: DaySpan;
  before: DaySpan;
  /** By money at stake, most first. Empty where nothing is wrong, or nothing can be seen. */
  leaks: readonly Leak[];
  /** All that was compared, in funnel order: what would have been seen (`smallestVisible`), too. */
  checks: readonly LeakCheck[];
  lacks: LeakLack | null;
}
