import { exponential } from './exponential';
import { normalQuantile } from './normalQuantile';
import { GUIDED_MEANS, guidedQuantile, UNDECIDED } from './poissonGuide';
import type { RandomStream } from './stream';

const MAX_COUNT = 256;

const reciprocals = Float64Array.from({ length: MAX_COUNT + 4 }, (_, count) => (count === 0 ? 0 : 1 / count));

/**
 * A Poisson draw from one uniform, by inversion at every mean: a larger mean never gives a smaller count from the same
 * stream, so scenarios differ by what they change. A mean of 0 (or less, or not a number) gives 0.
 */
export function drawPoisson(stream: RandomStream, mean: number): number {
  return poissonQuantile(stream.nextUniform(), mean);
}

/** Smallest count whose cumulated probability reaches `share`, 0 < share < 1. */
export function poissonQuantile(share: number, mean: number): number {
  if (!(mean > 0)) return 0;
  // From here on the expansion is good to 1e-5.
  if (mean >= GUIDED_MEANS) return expandedQuantile(share, mean);
  const guided = guidedQuantile(share, mean);
  return guided === UNDECIDED ? searchedQuantile(share, mean) : guided;
}

/** Small means: search from 0. Apart, so that the common case above is short enough for the engine to inline. */
function searchedQuantile(share: number, mean: number): number {
  // Four counts at a time, the place within them by comparison instead of by branches that no processor can foresee.
  let probability = exponential(-mean);
  let first = probability;
  let count = 0;
  for (;;) {
    probability *= mean * reciprocals[count + 1]!;
    const second = first + probability;
    probability *= mean * reciprocals[count + 2]!;
    const third = second + probability;
    probability *= mean * reciprocals[count + 3]!;
    const fourth = third + probability;
    if (fourth >= share || count >= MAX_COUNT) {
      return count + Number(first < share) + Number(second < share) + Number(third < share);
    }
    count += 4;
    probability *= mean * reciprocals[count]!;
    first = fourth + probability;
  }
}

/**
 * Large means: the normal quantile bent into the Poisson one by its asymptotic expansion in 1/√mean (M. Giles,
 * "Algorithm 955: approximation of the inverse Poisson cumulative distribution function", ACM TOMS 42(1), 2016).
 */
function expandedQuantile(share: number, mean: number): number {
  if (mean === Infinity) return Infinity;
  const w = normalQuantile(share);
  const square = w * w;
  const root = Math.sqrt(mean);
  const quantile =
    mean +
    root * w +
    (2 + square) / 6 -
    (w * (2 + square)) / (72 * root) +
    ((3 * square + 7) * square - 16) / (810 * mean);
  return quantile > 0 ? Math.floor(quantile) : 0;
}
