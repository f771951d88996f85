import type { Doubt, Assumption } from './plan';
import type { Share } from './model';

/** Half-width of an assumption's 80 % interval, as a share of its value: "roughly" is ±20 %, "a guess" ±50 %. */
export const DOUBT_HALF_WIDTH: Readonly<Record<Doubt, number>> = { sure: 0, roughly: 0.2, guess: 0.5 };

/** Standard normal quantile that leaves 80 % inside. */
const Z80 = 1.2816;

/**
 * Sd of the log of a positive assumption whose 80 % interval is as wide as ±20 % or ±50 %: the ratio of its ends is
 * (1 + d) ÷ (1 − d). 0 when sure, 0.158 when roughly, 0.429 when a guess.
 */
export function doubtAsLogSd(doubt: Doubt): number {
  const half = DOUBT_HALF_WIDTH[doubt];
  return Math.log((1 + half) / (1 - half)) / (2 * Z80);
}

/**
 * A conversion with the beta that says its doubt: the 80 % interval is ±20 % or ±50 % of the share that passes or of the
 * share that does not, whichever is smaller (±50 % of 90 % would pass 100 %). From the variance of a beta,
 * m(1 − m) ÷ (cases + 1). Values outside 0 to 1 are brought to the nearer end; 0, 1 and "sure" are exact.
 *
 * @example shareFromAssumption({ value: 0.2, doubt: 'guess' }).cases // about 25
 */
export function shareFromAssumption(assumption: Assumption): Share {
  const mean = Math.min(1, Math.max(0, assumption.value));
  const smaller = Math.min(mean, 1 - mean);
  if (assumption.doubt === 'sure' || smaller === 0) return { mean, cases: null };
  const sd = (smaller * DOUBT_HALF_WIDTH[assumption.doubt]) / Z80;
  return { mean, cases: (mean * (1 - mean)) / (sd * sd) - 1 };
}
