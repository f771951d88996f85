import type { Closing, Share } from '../funnel/model';
import { timeUnderHazards } from './hazardTimes';
import { timeThroughStages } from './stageTimes';
import { never, type TimeToWin } from './timeToWin';

/** What the simulator needs of a `Closing`. */
export interface ReducedClosing {
  /** The chance to win is the product of these. */
  conversions: readonly Share[];
  /** That product at the means. */
  chance: number;
  /** @param reachDays the longest time that will be asked for */
  timeWithin: (reachDays: number) => TimeToWin;
}

/**
 * Reduces stages or hazards to a chance to win and a time to win.
 * Stages: times do not depend on whether the lead will be won. Hazards: the chance is `conversion.mean`, the hazards give
 * the timing of the wins (their own chance, if it differs, is not used). The time is worked out on demand: it is the costly part.
 */
export function reduceClosing(closing: Closing): ReducedClosing {
  if (closing.by === 'hazards') {
    const { chance, time } = timeUnderHazards(closing.hazards);
    if (!(chance > 0)) return { conversions: [{ mean: 0, cases: null }], chance: 0, timeWithin: () => never };
    return { conversions: [closing.conversion], chance: closing.conversion.mean, timeWithin: () => time };
  }
  const conversions = closing.stages.map((stage) => stage.conversion);
  const chance = conversions.reduce((product, share) => product * share.mean, 1);
  return {
    conversions,
    chance,
    timeWithin: (reachDays) => (chance > 0 ? timeThroughStages(closing.stages, reachDays) : never),
  };
}

/**
 * Sd of the log of one factor (of mean 1) on the whole time to win. The stages' own doubts, independent of each other,
 * become one factor that gives the total mean time the same variance. Hazards carry no such doubt: 0.
 */
export function speedDoubt(closing: Closing): number {
  if (closing.by === 'hazards') return 0;
  let total = 0;
  let variance = 0;
  for (const { days } of closing.stages) {
    total += days.mean;
    variance += days.mean ** 2 * Math.expm1(days.doubt ** 2);
  }
  return total > 0 ? Math.sqrt(Math.log1p(variance / total ** 2)) : 0;
}
