/** Quantile of sorted values: R's type 7, linear between order statistics. */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (position - below) * (high - low);
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
  ranks: readonly number[],
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

const BUCKETS = 1024;
/** Fewer values than this are searched sooner than put into buckets, as those of a preview. */
const WORTH_SORTING_OUT = 4 * BUCKETS;

/**
 * Drops the values that lie in no bucket (of equal width) with a wanted rank: a few hundred of 10,000 are left to search.
 * What is left keeps its order by size; `ranks` become the ranks within it.
 */
function keepNearRanks(values: Float64Array, ranks: number[]): Float64Array {
  let lowest = values[0]!;
  let highest = lowest;
  for (let index = 1; index < values.length; index++) {
    const value = values[index]!;
    if (value < lowest) lowest = value;
    else if (value > highest) highest = value;
  }
  const scale = (BUCKETS - 1) / (highest - lowest);
  // All the same, or so nearly or so far apart that the arithmetic gives out.
  if (!(scale > 0 && scale < Infinity)) return values;
  const bucketOf = new Uint16Array(values.length);
  const counts = new Int32Array(BUCKETS);
  for (let index = 0; index < values.length; index++) {
    const bucket = Math.floor((values[index]! - lowest) * scale);
    bucketOf[index] = bucket;
    counts[bucket]!++;
  }
  const placeOf = new Int32Array(BUCKETS).fill(-1);
  let below = 0;
  let kept = 0;
  let next = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const end = below + counts[bucket]!;
    if (next < ranks.length && ranks[next]! < end) {
      placeOf[bucket] = kept;
      for (; next < ranks.length && ranks[next]! < end; next++) ranks[next]! += kept - below;
      kept += counts[bucket]!;
    }
    below = end;
  }
  const near = new Float64Array(kept);
  for (let index = 0; index < values.length; index++) {
    const bucket = bucketOf[index]!;
    const place = placeOf[bucket]!;
    if (place < 0) continue;
    near[place] = values[index]!;
    placeOf[bucket] = place + 1;
  }
  return near;
}

/**
 * Quantiles (R's type 7) by selection rather than a full sort: several times as fast for seven of them among 10,000.
 * May reorder `values`, which must not be empty nor hold NaN.
 */
export function quantilesBySelection(values: Float64Array, shares: readonly number[]): number[] {
  const last = values.length - 1;
  const wanted = new Set<number>();
  for (const share of shares) {
    const below = Math.floor(last * share);
    wanted.add(below);
    wanted.add(Math.min(below + 1, last));
  }
  const ordered = [...wanted].sort((a, b) => a - b);
  const ranks = [...ordered];
  const near = values.length > WORTH_SORTING_OUT ? keepNearRanks(values, ranks) : values;
  selectRanks(near, ranks, 0, ranks.length - 1, 0, near.length - 1);
  const valueAt = new Map(ordered.map((rank, index) => [rank, near[ranks[index]!]!]));
  return shares.map((share) => {
    const position = last * share;
    const below = Math.floor(position);
    const low = valueAt.get(below)!;
    return low + (position - below) * (valueAt.get(Math.min(below + 1, last))! - low);
  });
}
