import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { DealTimes } from './dealTimes';
import { LOST, ONGOING, WON } from './dealTimes';

/** How many deals are known to have reached a stage, and how many of them went on: weighted, with the cases behind it. */
export interface StageCount {
  /** Deals, weighted, that reached the stage: the won ones, and the lost ones that were last seen there or later. */
  reached: number;
  /** Of those, the ones that reached the next stage (after the last: were won). */
  passed: number;
  /** Closed deals behind it in equally weighted ones (Kish), and as they stand. */
  cases: number;
  n: number;
}

/** In the order of `KINDS`, then by stage; the pool of all kinds last. */
export type StageCounts = readonly (readonly StageCount[])[];

/** A deal that stands for more than 20 others would make chance of the result. */
const LARGEST_WEIGHT = 20;

/** Stages of fewer lost deals than this say nothing. */
const ENOUGH_LOST = 20;
const ENOUGH_SHARE_OF_LOST = 0.3;

/**
 * Counts who reached each stage where only the last stage of closed deals is known: a won deal has passed every stage, a
 * lost one has reached its last stage and all before. A deal that took long to close stands for all like it that are still
 * open: it is weighted by all deals ÷ deals created at least its closing age ago, at most 20. Lost deals without a known stage
 * are taken to be like those with one. Null where too few lost deals have a stage.
 *
 * @param order the stages in funnel order
 */
export function countStages(
  deals: readonly Deal[],
  times: DealTimes,
  dataDay: number,
  order: readonly string[],
): StageCounts | null {
  const position = new Map(order.map((stage, index) => [stage, index]));
  const weightOf = closingWeights(times, dataDay);
  const tallies = Array.from({ length: KINDS.length + 1 }, () => ({
    won: emptySums(),
    lost: order.map(emptySums),
  }));
  let lost = 0;
  let known = 0;
  for (let index = 0; index < times.count; index++) {
    if (times.end[index] === ONGOING) continue;
    const weight = weightOf(times.last[index]! - times.created[index]!);
    const last = position.get(deals[index]!.stage ?? '');
    if (times.end[index] === LOST) lost++;
    if (times.end[index] === LOST && last !== undefined) known++;
    for (const tally of [tallies[times.kind[index]!]!, tallies[KINDS.length]!]) {
      if (times.end[index] === WON) add(tally.won, weight);
      else if (last !== undefined) add(tally.lost[last]!, weight);
    }
  }
  if (known < ENOUGH_LOST || known < ENOUGH_SHARE_OF_LOST * lost) return null;
  return tallies.map(({ won, lost: byLast }) =>
    order.map((_, stage) => {
      const reached = byLast.slice(stage).reduce(addSums, won);
      // Those without a known stage were lost in the same stages as the others.
      const unseen = lost / known;
      const lostLater = (reached.weight - won.weight) * unseen;
      return {
        reached: won.weight + lostLater,
        passed: won.weight + lostLater - byLast[stage]!.weight * unseen,
        cases: reached.squares > 0 ? (reached.weight * reached.weight) / reached.squares : 0,
        n: reached.count,
      };
    }),
  );
}

/** Weight of a closing by its age: all deals ÷ deals old enough to have shown it. */
export function closingWeights(times: DealTimes, dataDay: number): (age: number) => number {
  const created = Int32Array.from(times.created).sort();
  const byAge = new Map<number, number>();
  return (age) => {
    let weight = byAge.get(age);
    if (weight === undefined) {
      weight = Math.min(LARGEST_WEIGHT, created.length / Math.max(1, countUpTo(created, dataDay - age)));
      byAge.set(age, weight);
    }
    return weight;
  };
}

/** How many of the sorted numbers are at most `limit`. */
function countUpTo(sorted: Int32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Sums {
  weight: number;
  squares: number;
  count: number;
}

function emptySums(): Sums {
  return { weight: 0, squares: 0, count: 0 };
}

function add(sums: Sums, weight: number): void {
  sums.weight += weight;
  sums.squares += weight * weight;
  sums.count++;
}

function addSums(left: Sums, right: Sums): Sums {
  return {
    weight: left.weight + right.weight,
    squares: left.squares + right.squares,
    count: left.count + right.count,
  };
}
