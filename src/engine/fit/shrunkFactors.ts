/** What was seen of one cause in a group of deals (a seller's), beside what the hazards expect of them. */
export interface ObservedExpected {
  observed: number;
  expected: number;
  /** Variance of `observed` by chance alone: `expected` where all cases count 1. */
  variance: number;
}

/**
 * How many events of its own a group needs before they weigh as much as those of all: 1/τ² with τ² the true variance between the
 * groups. By the method of moments, τ² = Σ((O − E)² − V) ÷ ΣE², less one standard deviation of that sum under chance alone.
 * Infinity where the groups differ only by chance; at least `fewestPriorEvents`.
 */
export function priorEvents(groups: readonly ObservedExpected[], fewestPriorEvents: number): number {
  let excess = 0;
  let noise = 0;
  let squares = 0;
  for (const { observed, expected, variance } of groups) {
    excess += (observed - expected) ** 2 - variance;
    // (O − E)² has variance 2V² plus the fourth cumulant of a Poisson count, V.
    noise += 2 * variance * variance + variance;
    squares += expected * expected;
  }
  const spread = squares > 0 ? (excess - Math.sqrt(noise)) / squares : 0;
  return spread > 0 ? Math.max(fewestPriorEvents, 1 / spread) : Infinity;
}

/**
 * Factors observed ÷ expected, shrunk to 1 by a gamma prior whose weight the groups themselves tell (`priorEvents`), so that
 * groups that differ only by chance all get 1. The mean, weighted by what was expected, is 1: factors move events between
 * groups and make none.
 */
export function shrunkFactors(groups: readonly ObservedExpected[], fewestPriorEvents: number): number[] {
  const prior = priorEvents(groups, fewestPriorEvents);
  if (prior === Infinity) return groups.map(() => 1);
  const factors = groups.map(({ observed, expected, variance }) => {
    if (!(expected > 0 && variance > 0)) return 1;
    const cases = (expected * expected) / variance;
    return (cases * (observed / expected) + prior) / (cases + prior);
  });
  let total = 0;
  let weighted = 0;
  groups.forEach(({ expected }, index) => {
    total += expected;
    weighted += expected * factors[index]!;
  });
  return weighted > 0 ? factors.map((factor) => (factor * total) / weighted) : factors;
}
