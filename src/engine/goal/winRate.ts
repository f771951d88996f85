/** Odds past which a share is as good as 0 or 1. */
const LARGEST_LOG_FACTOR = 50;
const ROUNDS = 60;

/** A share with its odds multiplied: stays within 0 and 1, and 0 and 1 stay what they are. */
export function scaleOdds(share: number, factor: number): number {
  if (!(share > 0) || !(share < 1)) return share;
  const odds = (share / (1 - share)) * factor;
  return odds === Infinity ? 1 : odds / (1 + odds);
}

/** The factor on a share's odds that makes it another; 1 where it can't be moved. */
export function oddsFactor(from: number, to: number): number {
  if (!(from > 0) || !(from < 1)) return 1;
  if (!(to > 0)) return 0;
  if (!(to < 1)) return Infinity;
  return (to / (1 - to)) * ((1 - from) / from);
}

/**
 * Stage conversions with all odds multiplied by one factor, so that the whole funnel converts as wished, or as near as it
 * can: stages that pass nothing or all stay as they are.
 */
export function stagesForWinRate(conversions: readonly number[], wished: number): number[] {
  const scaled = (logFactor: number): number[] =>
    conversions.map((share) => scaleOdds(share, Math.exp(logFactor)));
  let low = -LARGEST_LOG_FACTOR;
  let high = LARGEST_LOG_FACTOR;
  for (let round = 0; round < ROUNDS; round++) {
    const middle = (low + high) / 2;
    if (productOf(scaled(middle)) < wished) low = middle;
    else high = middle;
  }
  return scaled(high);
}

export function productOf(shares: readonly number[]): number {
  return shares.reduce((product, share) => product * share, 1);
}
