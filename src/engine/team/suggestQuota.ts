import type { SellerPeriod } from './team';

/** A quota that looks reckoned to the coin is taken for more exact than it is. */
const DIGITS = 2;
/** Down to the coin only where less would be below what is won. */
const MOST_DIGITS = 9;

/**
 * The quota that a seller makes with this chance in the period: a point of the seller's own forecast, so that season, pipeline and ramp
 * of this very period are in it. What is kept, the quota for a whole quarter at full output, is rounded down to two digits, once, so that
 * what it counts as (`now`) keeps the chance; more digits where that would be below what is already won. Null for one who is not
 * there, and where nothing above what is won has that chance.
 *
 * @param chance 0 to 1
 * @example suggestQuota({ distribution: [0, 100_000, 200_000], output: 0.8, alreadyWon: 0 }, 0.5) // now 96_000, atFullOutput 120_000
 */
export function suggestQuota(
  { distribution, output, alreadyWon }: Pick<SellerPeriod, 'distribution' | 'output' | 'alreadyWon'>,
  chance: number,
): { now: number; atFullOutput: number | null } {
  if (!(output > 0)) return { now: 0, atFullOutput: null };
  const place = (1 - Math.min(1, Math.max(0, chance))) * (distribution.length - 1);
  const below = distribution[Math.floor(place)] ?? 0;
  const above = distribution[Math.ceil(place)] ?? below;
  const point = below + (above - below) * (place - Math.floor(place));
  // Any quota above what is won is less likely than asked for; one below it asks for nothing.
  if (alreadyWon > 0 && point <= alreadyWon) return { now: 0, atFullOutput: null };
  const exact = point / output;
  let atFullOutput = roundDown(exact, DIGITS);
  for (let digits = DIGITS + 1; atFullOutput * output < alreadyWon && digits <= MOST_DIGITS; digits++) {
    atFullOutput = roundDown(exact, digits);
  }
  // Nothing round lies between what is won and the point.
  if (atFullOutput * output < alreadyWon) atFullOutput = Math.max(exact, alreadyWon / output);
  return { now: atFullOutput * output, atFullOutput };
}

function roundDown(value: number, digits: number): number {
  if (!(value > 0)) return 0;
  const unit = Math.pow(10, Math.floor(Math.log10(value)) + 1 - digits);
  // A hair's breadth below a round figure is that figure. Dividing by the reverse keeps figures below the coin clean.
  const steps = Math.floor(value / unit + 1e-9);
  return unit < 1 ? steps / Math.round(1 / unit) : steps * unit;
}
