import type { CheckedStage } from './checkedStage';
import type { LeakMeasure } from './leak';

/** What one comparison shows, before it is set beside the others. */
export interface Tested {
  measure: LeakMeasure;
  stage: CheckedStage;
  /** Positions in `KINDS`: one, or all that are compared together. */
  kinds: readonly number[];
  before: number;
  now: number;
  casesBefore: number;
  casesNow: number;
  /** Chance of as bad a result or a worse one where nothing has changed. */
  p: number;
  /** How much worse: log of the odds lost, or of the days gained. Above 0 = worse. */
  worse: number;
  /** Its standard error. */
  error: number;
  /** The same six months a year before were as bad: a season, not a leak. */
  isSeason: boolean;
  /** The same comparison without some of its kinds; null where nothing is left. */
  without: (kinds: readonly number[]) => Tested | null;
  /** What a change by `worse` makes of `before`, as a share of it. */
  changeOf: (worse: number) => number;
  /** Smallest change found 8 times in 10 where an alarm needs `z` standard errors; null where none would be. */
  visibleAt: (z: number) => number | null;
}

/** 8 times in 10: Φ⁻¹(0.8). */
export const POWER_Z = 0.8416212335729143;

/** An alarm must stand out from the same months a year earlier by this part of what it stands out from the whole time before. */
export const LEAST_PAST_SEASON = 0.25;
/** Periods of the same six months a year earlier. */
export const YEAR_EARLIER = { from: 4, to: 6 } as const;
/** With fewer cases there a year earlier says nothing. */
export const FEWEST_YEAR_EARLIER = 30;
