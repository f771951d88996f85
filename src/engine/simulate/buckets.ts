/**
 * Values put into buckets of equal width, which is most of what sorting or searching thousands of them takes. The working
 * space is one for all, as large as was needed so far: a forecast sums up some two hundred times over all its paths.
 */
export const MOST_BUCKETS = 16_384;

export const buckets = {
  /** The bucket of each value. */
  bucketOf: new Uint16Array(0),
  /** How many values each holds. */
  counts: new Int32Array(MOST_BUCKETS),
};

/** Of values of which there is at least one. */
export function lowestAndHighest(values: Float64Array): { lowest: number; highest: number } {
  let lowest = values[0]!;
  let highest = lowest;
  for (let index = 1; index < values.length; index++) {
    const value = values[index]!;
    if (value < lowest) lowest = value;
    else if (value > highest) highest = value;
  }
  return { lowest, highest };
}

/**
 * Fills `buckets`. Values of a lower bucket are lower.
 *
 * @param bucketCount at most `MOST_BUCKETS`
 * @returns false where all are the same, or so nearly or so far apart that the arithmetic gives out
 */
export function spreadOverBuckets(
  values: Float64Array,
  lowest: number,
  highest: number,
  bucketCount: number,
): boolean {
  const scale = (bucketCount - 1) / (highest - lowest);
  if (!(scale > 0 && scale < Infinity)) return false;
  if (buckets.bucketOf.length < values.length) buckets.bucketOf = new Uint16Array(values.length);
  const { bucketOf, counts } = buckets;
  counts.fill(0, 0, bucketCount);
  for (let index = 0; index < values.length; index++) {
    const bucket = ((values[index]! - lowest) * scale) | 0;
    bucketOf[index] = bucket;
    counts[bucket]!++;
  }
  return true;
}
