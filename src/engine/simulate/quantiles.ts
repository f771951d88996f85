import { buckets, lowestAndHighest, MOST_BUCKETS, spreadOverBuckets } from './buckets';

/** Quantile of sorted values: R's type 7, linear between order statistics. */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (position - below) * (high - low);
}

/** Which ranks the quantiles at some shares of so many values lie between. */
export interface WantedRanks {
  count: number;
  shares: readonly number[];
  /** In order, each once. */
  ranks: readonly number[];
  /** For each share: place in `ranks` of the rank below and of the one above, and how far the quantile is between them. */
  below: readonly number[];
  above: readonly number[];
  between: readonly number[];
}

let latest: WantedRanks = { count: 0, shares: [], ranks: [], below: [], above: [], between: [] };

/** A forecast asks some two hundred times for the same ones. */
export function wantedRanks(count: number, shares: readonly number[]): WantedRanks {
  if (latest.count === count && latest.shares === shares) return latest;
  const last = count - 1;
  const rankBelow = shares.map((share) => Math.floor(last * share));
  const rankAbove = rankBelow.map((rank) => Math.min(rank + 1, last));
  const ranks = [...new Set([...rankBelow, ...rankAbove])].sort((a, b) => a - b);
  latest = {
    count,
    shares,
    ranks,
    below: rankBelow.map((rank) => ranks.indexOf(rank)),
    above: rankAbove.map((rank) => ranks.indexOf(rank)),
    between: shares.map((share, index) => last * share - rankBelow[index]!),
  };
  return latest;
}

/** The quantiles, once the value of each wanted rank is known. */
export function quantilesBetween({ below, above, between }: WantedRanks, valueOf: Float64Array): number[] {
  return between.map((part, index) => {
    const low = valueOf[below[index]!]!;
    return low + part * (valueOf[above[index]!]! - low);
  });
}

/** Swaps until the value of rank `rank` among `values[from..to]` stands at its place, smaller ones left, larger right. */
function selectRank(values: Float64Array, rank: number, from: number, to: number): void {
  let left = from;
  let right = to;
  while (right > left) {
    const middle = (left + right) >> 1;
    // Median of three as pivot: sorted and reversed input stay fast, and the ends need no bounds check.
    if (values[middle]! < values[left]!) swap(values, middle, left);
    if (values[right]! < values[left]!) swap(values, right, left);
    if (values[right]! < values[middle]!) swap(values, right, middle);
    const pivot = values[middle]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        swap(values, i, j);
        i++;
        j--;
      }
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else return;
  }
}

function swap(values: Float64Array, first: number, second: number): void {
  const held = values[first]!;
  values[first] = values[second]!;
  values[second] = held;
}

/** Puts the ranks `ranks[low..high]` in place, middle one first, so that each search runs within its neighbours. */
function selectRanks(
  values: Float64Array,
  ranks: ArrayLike<number>,
  low: number,
  high: number,
  from: number,
  to: number,
): void {
  if (low > high) return;
  const middle = (low + high) >> 1;
  const rank = ranks[middle]!;
  selectRank(values, rank, from, to);
  selectRanks(values, ranks, low, middle - 1, from, Math.max(from, rank - 1));
  selectRanks(values, ranks, middle + 1, high, Math.min(to, rank + 1), to);
}

/** Fewer values than this are searched sooner than put into buckets. */
const WORTH_SORTING_OUT = 128;
const MOST_TO_SEARCH = 1024;
/** On average so many values share a bucket, as far as there are buckets. */
const VALUES_PER_BUCKET = 4;

/** Working space, as large as was needed so far: a forecast takes some two hundred spreads of as many values. */
let near = new Float64Array(0);
let nearRanks = new Int32Array(16);
let found = new Float64Array(16);
const placeOf = new Int32Array(MOST_BUCKETS);

/**
 * Copies the values that lie in a bucket with a wanted rank to `near`, a few of a hundred, in the order of the buckets, and sets
 * `nearRanks` to the ranks among them. Returns how many there are; −1 where the values can't be told apart by buckets.
 */
function gatherNear(values: Float64Array, ranks: readonly number[]): number {
  const { lowest, highest } = lowestAndHighest(values);
  const bucketCount = Math.min(MOST_TO_SEARCH, values.length / VALUES_PER_BUCKET) | 0;
  if (!spreadOverBuckets(values, lowest, highest, bucketCount)) return -1;
  const { bucketOf, counts } = buckets;
  let below = 0;
  let kept = 0;
  let next = 0;
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const count = counts[bucket]!;
    const end = below + count;
    if (next < ranks.length && ranks[next]! < end) {
      placeOf[bucket] = kept;
      for (; next < ranks.length && ranks[next]! < end; next++) nearRanks[next] = ranks[next]! + kept - below;
      kept += count;
    } else placeOf[bucket] = -1;
    below = end;
  }
  if (near.length < kept) near = new Float64Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const bucket = bucketOf[index]!;
    const place = placeOf[bucket]!;
    if (place < 0) continue;
    near[place] = values[index]!;
    placeOf[bucket] = place + 1;
  }
  return kept;
}

/**
 * Quantiles (R's type 7) by selection rather than a full sort: several times as fast for seven of them among 10,000.
 * May reorder `values`, which must not be empty nor hold NaN.
 */
export function quantilesBySelection(values: Float64Array, shares: readonly number[]): number[] {
  const wanted = wantedRanks(values.length, shares);
  const { ranks } = wanted;
  if (nearRanks.length < ranks.length) {
    nearRanks = new Int32Array(ranks.length);
    found = new Float64Array(ranks.length);
  }
  const kept = values.length < WORTH_SORTING_OUT ? -1 : gatherNear(values, ranks);
  if (kept < 0) {
    selectRanks(values, ranks, 0, ranks.length - 1, 0, values.length - 1);
    for (let index = 0; index < ranks.length; index++) found[index] = values[ranks[index]!]!;
  } else {
    selectRanks(near, nearRanks, 0, ranks.length - 1, 0, kept - 1);
    for (let index = 0; index < ranks.length; index++) found[index] = near[nearRanks[index]!]!;
  }
  return quantilesBetween(wanted, found);
}
