/** Wins still to come of one sort, with the mean and the variation (sd ÷ mean) of the value of one. */
export interface WinsToCome {
  wins: number;
  value: number;
  variation: number;
}

/** Standard normal quantile that leaves 80 % inside. */
const Z80 = 1.2816;

/**
 * Half the width of the 80 % range that luck alone would leave, were every rate exactly known: wins come as a Poisson
 * count, so the variance of their sum is Σ wins · value² · (1 + variation²) (a compound Poisson sum, see any text on risk
 * theory); the range is taken as that of a normal. Few wins, or one big deal, make it wide whatever is known.
 *
 * @example luckHalfWidth([{ wins: 4, value: 100, variation: 0 }]) // 256: 1.28 · √4 · 100
 */
export function luckHalfWidth(sorts: readonly WinsToCome[]): number {
  const variance = sorts.reduce(
    (sum, { wins, value, variation }) =>
      sum + Math.max(0, wins) * value * value * (1 + variation * variation),
    0,
  );
  return Z80 * Math.sqrt(variance);
}
