/** What one month says, as chance scatters it. */
export type MonthCase =
  /** A count beside what it would be at rate 1: leads and the share of the month there was, wins and those expected. */
  | { sort: 'count'; seen: number; exposure: number }
  /** A mean of so many values. */
  | { sort: 'mean'; mean: number; cases: number };

export interface ControlLimits {
  /** Rate of counts per exposure, or mean of all values. */
  center: number;
  /** Limits of each month in the same terms; null where the month says nothing. */
  limits: readonly ({ low: number; high: number } | null)[];
  /** How many standard deviations each month is off; null likewise. */
  offBy: readonly (number | null)[];
}

/**
 * Some sixteen charts of twelve months are watched at once: with Shewhart's 3 standard deviations two healthy companies in five would have
 * a month outside somewhere.
 */
export const LIMIT_SDS = 3.7;

/** Mean moving range of two neighbours ÷ their standard deviation (Shewhart's d₂ for two). */
const D2 = 1.128;
/** With fewer months no limits are worth drawing. */
export const FEWEST_MONTHS = 8;
/** Anscombe (1948): 2√(c + 3/8) of a Poisson count has a variance of 1. */
const ANSCOMBE = 3 / 8;

/**
 * Limits of a chart of unequal months: each month's deviation in standard deviations of its own (counts by Anscombe's root, means as
 * log-normals), scaled by how much neighbouring months differ beyond that (Laney 2002, Quality Engineering 14:531), never by less than 1.
 * A level that moved on the way does not widen them: only neighbours are compared.
 *
 * @param isBasis of each month, whether it counts towards the limits
 * @param squaredVariation of single values (variance ÷ mean²), for means
 */
export function controlLimits(
  months: readonly (MonthCase | null)[],
  isBasis: readonly boolean[],
  squaredVariation: number,
): ControlLimits | null {
  let seen = 0;
  let exposure = 0;
  const basis = months.filter((month, at) => isBasis[at] && month !== null);
  for (const month of basis) {
    if (month === null) continue;
    seen += month.sort === 'count' ? month.seen : month.mean * month.cases;
    exposure += month.sort === 'count' ? month.exposure : month.cases;
  }
  const center = exposure > 0 ? seen / exposure : 0;
  if (basis.length < FEWEST_MONTHS || !(center > 0)) return null;
  const offBy = months.map((month) => (month === null ? null : sdsOff(month, center, squaredVariation)));
  const widening = wideningOf(offBy.filter((off, at): off is number => isBasis[at] === true && off !== null));
  return {
    center,
    limits: months.map((month) =>
      month === null ? null : limitsOf(month, center, squaredVariation, LIMIT_SDS * widening),
    ),
    offBy: offBy.map((off) => (off === null ? null : off / widening)),
  };
}

function sdsOff(month: MonthCase, center: number, squaredVariation: number): number {
  if (month.sort === 'count') {
    return 2 * (Math.sqrt(month.seen + ANSCOMBE) - Math.sqrt(center * month.exposure + ANSCOMBE));
  }
  const variance = logVariance(month.cases, squaredVariation);
  return (Math.log(month.mean / center) + variance / 2) / Math.sqrt(variance);
}

function limitsOf(
  month: MonthCase,
  center: number,
  squaredVariation: number,
  sds: number,
): { low: number; high: number } {
  if (month.sort === 'count') {
    const middle = Math.sqrt(center * month.exposure + ANSCOMBE);
    const low = Math.max(0, middle - sds / 2) ** 2 - ANSCOMBE;
    const high = (middle + sds / 2) ** 2 - ANSCOMBE;
    return { low: Math.max(0, low) / month.exposure, high: high / month.exposure };
  }
  const variance = logVariance(month.cases, squaredVariation);
  const reach = sds * Math.sqrt(variance);
  return { low: center * Math.exp(-variance / 2 - reach), high: center * Math.exp(-variance / 2 + reach) };
}

/** Of the log of a mean of so many log-normal values (Fenton 1960). */
function logVariance(cases: number, squaredVariation: number): number {
  return Math.log1p(Math.max(1e-6, squaredVariation) / cases);
}

function wideningOf(offBy: readonly number[]): number {
  let sum = 0;
  for (let at = 1; at < offBy.length; at++) sum += Math.abs(offBy[at]! - offBy[at - 1]!);
  return Math.max(1, sum / (offBy.length - 1) / D2);
}
