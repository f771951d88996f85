/** Shares of cases, 0 to 1. */
export interface ChanceBand {
  low: number;
  high: number;
}

const OUTSIDE = 0.05;

/**
 * Where nine times in ten the share of cases inside a range lies when the range is right and the cases are independent:
 * from the 5 % to the 95 % point of the binomial distribution, over the number of cases. Null without cases.
 *
 * @param share what the range promises, such as 0.8
 * @param cases how many independent cases there are
 * @example coverageByChance(0.8, 10) // { low: 0.6, high: 1 }
 */
export function coverageByChance(share: number, cases: number): ChanceBand | null {
  const count = Math.floor(cases);
  if (!(count >= 1)) return null;
  let logTerm = count * Math.log1p(-share);
  let below = 0;
  let low: number | null = null;
  for (let inside = 0; inside <= count; inside++) {
    below += Math.exp(logTerm);
    if (low === null && below >= OUTSIDE) low = inside;
    if (below >= 1 - OUTSIDE) return { low: (low ?? inside) / count, high: inside / count };
    logTerm += Math.log((count - inside) / (inside + 1)) + Math.log(share / (1 - share));
  }
  return { low: (low ?? count) / count, high: 1 };
}
