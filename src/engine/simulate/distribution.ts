function requireDistribution(distribution: readonly number[], caller: string): void {
  if (distribution.length < 2) throw new RangeError(`${caller}: the distribution needs at least 2 quantiles`);
}

/**
 * Chance that the value is at least `target`, 0 to 1, from equally spaced quantiles (`PeriodForecast.distribution`),
 * linear between them. Many paths with just the same value (no win at all, say) count as reaching it.
 *
 * @example chanceOfReaching([0, 50, 100], 75) // 0.25
 * @throws RangeError for fewer than 2 quantiles, such as the empty distribution of a single month
 */
export function chanceOfReaching(distribution: readonly number[], target: number): number {
  requireDistribution(distribution, 'chanceOfReaching');
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

export interface HistogramBin {
  from: number;
  to: number;
  /** Share of the paths, 0 to 1. */
  share: number;
}

/** Share of the paths left out of the histogram's range on each side, or one far outlier would flatten it. */
const TRIMMED_SHARE = 0.005;

/**
 * `bins` equally wide bins between the 0.5 % and the 99.5 % point; the first and last also hold what lies beyond, so
 * that the shares add up to 1. One bin where all values are the same.
 *
 * @throws RangeError for fewer than 2 quantiles or fewer than 1 bin
 */
export function histogramOf(distribution: readonly number[], bins: number): HistogramBin[] {
  requireDistribution(distribution, 'histogramOf');
  if (!(bins >= 1)) throw new RangeError(`histogramOf: needs at least 1 bin, not ${bins}`);
  const count = Math.floor(bins);
  const last = distribution.length - 1;
  const from = distribution[Math.round(last * TRIMMED_SHARE)]!;
  const to = distribution[Math.round(last * (1 - TRIMMED_SHARE))]!;
  if (!(to > from)) return [{ from, to, share: 1 }];
  const edges = Array.from({ length: count + 1 }, (_, edge) => from + ((to - from) * edge) / count);
  return Array.from({ length: count }, (_, bin) => {
    const reachesFrom = bin === 0 ? 1 : chanceOfReaching(distribution, edges[bin]!);
    const reachesTo = bin === count - 1 ? 0 : chanceOfReaching(distribution, edges[bin + 1]!);
    return { from: edges[bin]!, to: edges[bin + 1]!, share: reachesFrom - reachesTo };
  });
}
