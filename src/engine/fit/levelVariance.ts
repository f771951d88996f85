/** Parts of the level error: for each month ahead, for a short history, and of the variance the calendar series tells. */
const PER_MONTH_AHEAD = 0.0005;
const OF_ONE_MONTH_OF_HISTORY = 0.015;
const SHARE_OF_SERIES = 0.06;

/**
 * Variance of the log level error of each coming month: what the method may be off by, beyond chance and the doubts of its
 * parameters. Grows with distance, shrinks with the months there are to learn from, and is larger where the level of
 * closing has been moving or the fits disagree.
 *
 * @param monthsSinceFirstWin at least 1
 * @param ofSeries variance of the log of the closing calendar's factor in each month (see `logVarianceAhead`)
 */
export function levelVariance(monthsSinceFirstWin: number, ofSeries: ArrayLike<number>): number[] {
  return Array.from(
    ofSeries,
    (variance, month) =>
      PER_MONTH_AHEAD * (month + 1) +
      OF_ONE_MONTH_OF_HISTORY / Math.max(1, monthsSinceFirstWin) +
      SHARE_OF_SERIES * variance,
  );
}
