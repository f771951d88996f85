import type { Spread } from './forecast';
import { lowestAndHighest } from './buckets';
import { quantileOfSorted, quantilesBetween, quantilesBySelection, wantedRanks } from './quantiles';
import { sortValues } from './sortValues';

export const SHARES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/** Equally spaced quantiles that a period's distribution is kept as. */
export const DISTRIBUTION_POINTS = 1001;

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index]!;
  return sum / values.length;
}

function spreadFrom(mean: number, quantiles: readonly number[]): Spread {
  const [q05 = mean, q10 = mean, q25 = mean, q50 = mean, q75 = mean, q90 = mean, q95 = mean] = quantiles;
  return { mean, q05, q10, q25, q50, q75, q90, q95 };
}

/** Mean and percentage points of the values, which it reorders. All zero for no values. */
export function spreadOf(values: Float64Array): Spread {
  if (values.length === 0) return spreadFrom(0, []);
  const mean = meanOf(values);
  return spreadFrom(mean, quantilesBySelection(values, SHARES));
}

/** Whole numbers further apart than this are searched like any others. */
const MOST_COUNTS = 4096;
const timesSeen = new Int32Array(MOST_COUNTS);
const found = new Float64Array(2 * SHARES.length);

/** The same for whole numbers, as wins are: to count how often each is there takes no search at all. */
export function spreadOfCounts(values: Float64Array): Spread {
  if (values.length === 0) return spreadFrom(0, []);
  const { lowest, highest } = lowestAndHighest(values);
  if (!(highest - lowest < MOST_COUNTS && Number.isInteger(lowest))) return spreadOf(values);
  const different = highest - lowest + 1;
  timesSeen.fill(0, 0, different);
  for (let index = 0; index < values.length; index++) timesSeen[values[index]! - lowest]!++;
  const wanted = wantedRanks(values.length, SHARES);
  const { ranks } = wanted;
  let sum = 0;
  let seen = 0;
  let next = 0;
  for (let above = 0; above < different; above++) {
    const times = timesSeen[above]!;
    sum += times * (lowest + above);
    seen += times;
    for (; next < ranks.length && ranks[next]! < seen; next++) found[next] = lowest + above;
  }
  return spreadFrom(sum / values.length, quantilesBetween(wanted, found));
}

/** The spread of the values, which it sorts, and their 1,001 equally spaced quantiles. */
export function distributionOf(values: Float64Array): { spread: Spread; distribution: number[] } {
  if (values.length === 0) return { spread: spreadFrom(0, []), distribution: [] };
  const sorted = sortValues(values);
  // Pushed one after another it is an array without holes, which crosses to the page in half the time.
  const distribution: number[] = [];
  for (let point = 0; point < DISTRIBUTION_POINTS; point++)
    distribution.push(quantileOfSorted(sorted, point / (DISTRIBUTION_POINTS - 1)));
  const quantiles = SHARES.map((share) => quantileOfSorted(sorted, share));
  return { spread: spreadFrom(meanOf(sorted), quantiles), distribution };
}
