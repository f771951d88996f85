import type { LumpyDeal, LumpyFlow } from './lumpySum';
import type { CompanyPeriod } from './team';

/** A level that is off by as much as this says nothing any more. */
const MOST_VARIANCE = 1;

/**
 * Relative variance of what all sellers share in a period: the forecast's own variance, as its paths have it, less what the chance of
 * single deals explains, in units of the squared value to come.
 */
export function commonVariance(
  { distribution, kinds }: CompanyPeriod,
  deals: readonly LumpyDeal[],
  flows: readonly LumpyFlow[],
): number {
  const toCome = kinds.reduce((sum, { fromOpen, fromNew }) => sum + fromOpen + fromNew, 0);
  if (!(toCome > 0) || distribution.length === 0) return 0;
  const mean = distribution.reduce((sum, value) => sum + value, 0) / distribution.length;
  const variance = distribution.reduce((sum, value) => sum + (value - mean) ** 2, 0) / distribution.length;
  let byChance = 0;
  for (const { chance, value, variation } of deals) {
    byChance += chance * value * value * (1 + variation * variation) - (chance * value) ** 2;
  }
  for (const { expected, value, variation } of flows) {
    byChance += expected * value * value * (1 + variation * variation);
  }
  return Math.min(MOST_VARIANCE, Math.max(0, (variance - byChance) / (toCome * toCome)));
}
