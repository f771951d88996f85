/** The guide covers means below this. */
export const GUIDED_MEANS = 32;
/** What a cell says that holds more than one count. */
export const UNDECIDED = 255;

const SHARES = 256;
const MEANS_PER_UNIT = 16;
const MEANS = GUIDED_MEANS * MEANS_PER_UNIT;

/** Poisson quantiles at shares 0, 1/256, 2/256 … below 1; share 1 has none. */
function quantilesAt(mean: number): Uint8Array {
  const quantiles = new Uint8Array(SHARES + 1).fill(UNDECIDED);
  let probability = Math.exp(-mean);
  let cumulated = probability;
  let count = 0;
  for (let share = 0; share < SHARES; share++) {
    while (cumulated < share / SHARES) {
      count++;
      probability *= mean / count;
      cumulated += probability;
    }
    quantiles[share] = count;
  }
  return quantiles;
}

/**
 * The quantile never falls as share or mean rises, so a cell whose lowest corner has the same count as its highest has
 * that count all over: exact, not an approximation.
 */
function buildGuide(): Uint8Array {
  const guide = new Uint8Array(SHARES * MEANS);
  let lower = quantilesAt(0);
  for (let mean = 0; mean < MEANS; mean++) {
    const upper = quantilesAt((mean + 1) / MEANS_PER_UNIT);
    for (let share = 0; share < SHARES; share++) {
      const count = lower[share]!;
      guide[mean * SHARES + share] = count === upper[share + 1]! ? count : UNDECIDED;
    }
    lower = upper;
  }
  return guide;
}

const guide = buildGuide();

/**
 * The Poisson quantile of a share and a mean, 0 ≤ mean < 32, by one look into a table of 128 kB, or `UNDECIDED` for the
 * one cell in ten that a count changes in.
 */
export function guidedQuantile(share: number, mean: number): number {
  return guide[((mean * MEANS_PER_UNIT) | 0) * SHARES + ((share * SHARES) | 0)]!;
}
