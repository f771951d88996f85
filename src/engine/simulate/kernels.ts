import type { Closing } from '../funnel/model';
import { reduceClosing, speedDoubt, type ReducedClosing } from './closing';
import { cohortCount, winShares } from './cohorts';
import type { Horizon } from './horizon';
import { speedGrid } from './speedGrid';
import { stretchTime } from './timeToWin';

/** How a kind's leads turn into wins: never written to, since kinds and models share them. */
export interface Kernels {
  conversions: ReducedClosing['conversions'];
  /** Chance to win at the mean conversions. */
  chance: number;
  speeds: number;
  /** Speed × cohort × month: share of the wins of a cohort that fall in a month. */
  shares: Float64Array;
}

/** A dozen models of three kinds: while a slider moves, what it does not touch stays. Some 150 kB each, 1 MB at most. */
const KEPT = 24;
const kept = new Map<string, Float64Array>();

/**
 * A closing's chance and its month shares at every speed. The shares are most of the work of preparing a model and
 * depend on stage times and months only, not on conversions, leads or values: the last ones made are kept.
 *
 * @param atMeanSpeed true: one kernel at the mean stage times, whatever their doubt
 */
export function kernelsOf(closing: Closing, horizon: Horizon, atMeanSpeed: boolean): Kernels {
  const factors = speedGrid(atMeanSpeed ? 0 : speedDoubt(closing));
  const reduced = reduceClosing(closing);
  const key = reduced.chance > 0 ? `${timesOf(closing)}|${factors.join()}|${monthsOf(horizon)}` : null;
  const found = key === null ? undefined : kept.get(key);
  const shares = found ?? sharesAtSpeeds(reduced, horizon, factors);
  if (key !== null) keep(key, shares);
  return { conversions: reduced.conversions, chance: reduced.chance, speeds: factors.length, shares };
}

/** The latest ones stay: a map keeps the order in which its keys were set. */
function keep(key: string, shares: Float64Array): void {
  kept.delete(key);
  kept.set(key, shares);
  if (kept.size <= KEPT) return;
  for (const oldest of kept.keys()) {
    kept.delete(oldest);
    return;
  }
}

/** All that the time to win of a lead that will be won depends on. */
function timesOf(closing: Closing): string {
  if (closing.by === 'stages') return closing.stages.map(({ days }) => `${days.mean}:${days.shape}`).join();
  const { ageFrom, won, lost } = closing.hazards;
  return `${ageFrom.join()};${won.join()};${lost.join()}`;
}

function monthsOf({ months, monthsBefore, edges, rhythm }: Horizon): string {
  return `${months}|${monthsBefore}|${edges.join()}|${rhythm.join()}`;
}

function sharesAtSpeeds(closing: ReducedClosing, horizon: Horizon, factors: readonly number[]): Float64Array {
  const { edges, months } = horizon;
  const size = cohortCount(horizon) * months;
  const shares = new Float64Array(factors.length * size);
  if (!(closing.chance > 0)) return shares;
  const reach = edges[edges.length - 1]! - edges[0]!;
  // The slowest kernel is read within the reach, the fastest beyond it.
  const time = closing.timeWithin(reach / Math.min(...factors));
  factors.forEach((factor, speed) => shares.set(winShares(stretchTime(time, factor), horizon), speed * size));
  return shares;
}
