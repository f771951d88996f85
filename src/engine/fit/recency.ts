/**
 * Weights that halve every `halfLifeMonths`, for months in order of time; the last one counts 1. `Infinity` counts
 * every month alike.
 */
export function recencyWeights(monthCount: number, halfLifeMonths: number): Float64Array {
  return Float64Array.from({ length: monthCount }, (_, month) =>
    Math.pow(2, -(monthCount - 1 - month) / halfLifeMonths),
  );
}

/** Sum of counts times weights: how many of the cases still count. */
export function weightedCount(counts: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let month = 0; month < counts.length; month++) sum += counts[month]! * weights[month]!;
  return sum;
}

/**
 * How many equally weighted cases tell as much as these weighted ones: (Σw)² ÷ Σw² (Kish 1965), 0 where there are none.
 */
export function effectiveCases(counts: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  let squares = 0;
  for (let month = 0; month < counts.length; month++) {
    sum += counts[month]! * weights[month]!;
    squares += counts[month]! * weights[month]! * weights[month]!;
  }
  return squares > 0 ? (sum * sum) / squares : 0;
}

/** Half-lives tried, as multiples of the wished one, before every month counts alike. */
const STRETCHES = [1, 1.25, 1.5, 2, 2.5, 3, 4, 6, 8];

/**
 * The wished half-life, or a longer one where it would leave fewer than `enough` cases: forgetting is for those who can
 * afford it.
 */
export function affordableHalfLife(counts: ArrayLike<number>, wishedMonths: number, enough: number): number {
  for (const stretch of STRETCHES) {
    const halfLife = wishedMonths * stretch;
    if (weightedCount(counts, recencyWeights(counts.length, halfLife)) >= enough) return halfLife;
  }
  return Infinity;
}
