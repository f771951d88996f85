import type { Spread } from './forecast';
import { quantileOfSorted, quantilesBySelection } from './quantiles';

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

/** Of sorted values: their spread and their 1,001 equally spaced quantiles. */
export function distributionOf(sorted: Float64Array): { spread: Spread; distribution: number[] } {
  if (sorted.length === 0) return { spread: spreadFrom(0, []), distribution: [] };
  return {
    spread: spreadFrom(
      meanOf(sorted),
      SHARES.map((share) => quantileOfSorted(sorted, share)),
    ),
    distribution: Array.from({ length: DISTRIBUTION_POINTS }, (_, point) =>
      quantileOfSorted(sorted, point / (DISTRIBUTION_POINTS - 1)),
    ),
  };
}
