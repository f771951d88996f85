/**
 * Chance that the value is at least `target`, 0 to 1, from equally spaced quantiles (`PeriodForecast.distribution`),
 * linear between them. Many paths with just the same value (no win at all, say) count as reaching it.
 *
 * @example chanceOfReaching([0, 50, 100], 75) // 0.25
 * @throws RangeError for fewer than 2 quantiles, such as the empty distribution of a single month
 */
export function chanceOfReaching(distribution: readonly number[], target: number): number {
  if (distribution.length < 2) throw new RangeError('chanceOfReaching: needs at least 2 quantiles');
  const last = distribution.length - 1;
  if (target <= distribution[0]!) return 1;
  if (!(target <= distribution[last]!)) return 0;
  let low = 0;
  let high = last;
  // The first quantile that reaches the target: distribution[low] < target ≤ distribution[high].
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (distribution[middle]! < target) low = middle;
    else high = middle;
  }
  const below = distribution[low]!;
  const position = low + (target - below) / (distribution[high]! - below);
  return 1 - position / last;
}
