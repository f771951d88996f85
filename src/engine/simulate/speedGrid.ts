import { normalQuantile } from '../random/normalQuantile';

/** Kernels are worked out once for each of so many speeds; finer than 16 changes no month's mean by 1 in 1,000. */
const SPEEDS = 16;

/**
 * Factors on the time to win: the middles of equally likely slices of a log-normal, scaled to mean 1. One factor, 1, where there is
 * no doubt.
 */
export function speedGrid(logSd: number): number[] {
  if (!(logSd > 0)) return [1];
  const factors = Array.from({ length: SPEEDS }, (_, slice) =>
    Math.exp(logSd * normalQuantile((slice + 0.5) / SPEEDS)),
  );
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / SPEEDS;
  return factors.map((factor) => factor / mean);
}
