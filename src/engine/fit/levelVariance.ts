/**
 * Variance of the log level error of each coming month: what a pipeline model was off by in trials, beyond chance. Grows
 * with distance, shrinks with the months there are to learn from.
 *
 * @param monthsSinceFirstWin at least 1
 */
export function levelVariance(monthsSinceFirstWin: number, horizonMonths: number): number[] {
  return Array.from(
    { length: horizonMonths },
    (_, month) => 0.01 * (month + 1) + 0.2 / Math.max(1, monthsSinceFirstWin),
  );
}
