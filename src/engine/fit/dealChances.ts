import type { Day } from '../calendar/calendar';
import type { Kind } from '../deals/deal';
import type { RunStep } from '../funnel/hazards';
import type { DealValue, Hazards } from '../funnel/model';

/** What is known of the open deals of one kind. */
export interface KindChances {
  hazards: Hazards;
  value: Omit<DealValue, 'doubt'>;
  /** Value of a deal won at an age, in units of the mean: by the age bins of the hazards. */
  valueFactors: readonly number[];
  /** Closings that the hazards rest on. */
  cases: number;
}

/**
 * What a stage says beyond age and kind: factors on the hazards of being won and lost from now on, in the stretches of time
 * that begin at `StageFactors.aheadFrom`.
 */
export interface StageFactor {
  stage: string;
  /** Null where it holds for all kinds. */
  kind: Kind | null;
  /** Days in the stage from which it holds; of several, the last one reached. */
  fromDays: number;
  won: readonly number[];
  lost: readonly number[];
  /** Closed deals that it rests on. */
  n: number;
}

export interface StageFactors {
  /** From stage entries, or counted from the last stages of closed deals. */
  basis: 'history' | 'counts';
  /** Days from the start of the forecast at which each stretch of time begins; the first is 0. */
  aheadFrom: readonly number[];
  factors: readonly StageFactor[];
}

/** What a seller's deals say beyond age and kind: factors on the hazards of being won and lost. */
export interface SellerFactor {
  owner: string;
  won: number;
  lost: number;
  /** Closed deals that it rests on. */
  n: number;
}

/** All that the chance and the value of an open deal depend on: plain data, for any single deal (see `dealOutlook`). */
export interface DealChances {
  /** First day forecast: ages are counted to its beginning. */
  start: Day;
  currency: string;
  /** The forecast months, the first one from `start`. */
  steps: readonly RunStep[];
  /** In the order of `KINDS`. */
  kinds: readonly KindChances[];
  /** Weight of a deal's own amount, and the mean value of won deals ÷ mean amount of closed ones. */
  ownAmount: { weight: number; wonToClosed: number };
  stages: StageFactors | null;
  sellers: readonly SellerFactor[];
}
