import type { SellerPeriod } from './team';

/** A quota that looks reckoned to the coin is taken for more exact than it is. */
const DIGITS = 2;

/**
 * The quota that a seller makes with this chance in the period, rounded down to two digits: a point of the seller's own forecast, so that
 * season, pipeline and ramp of this very period are in it.
 *
 * @param chance 0 to 1
 * @example suggestQuota({ distribution: [0, 100_000, 200_000], output: 1 }, 0.5).now // 100_000
 */
export function suggestQuota(
  { distribution, output }: Pick<SellerPeriod, 'distribution' | 'output'>,
  chance: number,
): { now: number; atFullOutput: number | null } {
  const place = (1 - Math.min(1, Math.max(0, chance))) * (distribution.length - 1);
  const below = distribution[Math.floor(place)] ?? 0;
  const above = distribution[Math.ceil(place)] ?? below;
  const now = roundDown(below + (above - below) * (place - Math.floor(place)));
  return { now, atFullOutput: output > 0 ? roundDown(now / output) : null };
}

function roundDown(value: number): number {
  if (!(value > 0)) return 0;
  const unit = Math.pow(10, Math.floor(Math.log10(value)) + 1 - DIGITS);
  // A hair's breadth below a round figure is that figure.
  return Math.floor(value / unit + 1e-9) * unit;
}
