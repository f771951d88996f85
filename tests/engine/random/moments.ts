import { keyOfSeed, RandomStream, subkey } from '../../../src/engine/random/stream';

/** Draws, each from a substream of its own as in the simulator, so that the hashing of keys is tested too. */
export function drawMany(seed: number, count: number, draw: (stream: RandomStream) => number): Float64Array {
  const stream = new RandomStream();
  const key = subkey(keyOfSeed(seed), 3);
  return Float64Array.from({ length: count }, (_, index) => {
    stream.select(key, index);
    return draw(stream);
  });
}

export function momentsOf(values: Float64Array): { mean: number; variance: number; fourth: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const central = (power: number): number =>
    values.reduce((sum, value) => sum + (value - mean) ** power, 0) / values.length;
  return { mean, variance: central(2), fourth: central(4) };
}

/** How many standard errors the sample mean and variance lie from the exact ones. */
export function momentErrors(
  values: Float64Array,
  mean: number,
  variance: number,
): { mean: number; variance: number } {
  const sample = momentsOf(values);
  const varianceError = Math.sqrt(Math.max(sample.fourth - variance ** 2, 0) / values.length);
  return {
    mean: Math.abs(sample.mean - mean) / Math.sqrt(variance / values.length),
    variance: Math.abs(sample.variance - variance) / varianceError,
  };
}

/** Pearson's statistic of observed counts against probabilities. */
export function chiSquare(counts: readonly number[], probabilities: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count, cell) => {
    const expected = total * probabilities[cell]!;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
}

/** Counts of values between cut points, in ascending order; one more than there are cuts. */
export function countBetween(values: Float64Array, cuts: readonly number[]): number[] {
  const counts = new Array<number>(cuts.length + 1).fill(0);
  for (const value of values) {
    let cell = 0;
    while (cell < cuts.length && value >= cuts[cell]!) cell++;
    counts[cell]!++;
  }
  return counts;
}

/** A standard error bound that a correct sampler passes but for 1 fixed seed in 100,000. */
export const Z_BOUND = 4.5;

/** Upper 1e-5 point of chi-square with these degrees of freedom (Wilson and Hilferty's cube). */
export function chiSquareBound(freedom: number): number {
  const spread = 2 / (9 * freedom);
  return freedom * (1 - spread + 4.265 * Math.sqrt(spread)) ** 3;
}
