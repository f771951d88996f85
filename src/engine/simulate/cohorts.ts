import type { Horizon } from './horizon';
import type { TimeToWin } from './timeToWin';

/**
 * Cohorts are the leads of one month, oldest first: `monthsBefore` months that are over, the gone part of the first
 * forecast month, then each forecast month (the first: what is left of it).
 */
export function cohortCount(horizon: Horizon): number {
  return horizon.monthsBefore + 1 + horizon.months;
}

/** Days from the start between which a cohort's leads come. */
function arrivalSpan(horizon: Horizon, cohort: number): { from: number; to: number } {
  const { edges, monthsBefore } = horizon;
  if (cohort < monthsBefore) return { from: edges[cohort]!, to: edges[cohort + 1]! };
  // A forecast that starts on the first of a month has no gone part; leads put there came the day before.
  if (cohort === monthsBefore) return { from: Math.min(edges[monthsBefore]!, -1), to: 0 };
  const month = cohort - 1;
  return { from: Math.max(0, edges[month]!), to: edges[month + 1]! };
}

/**
 * Of the leads of each cohort that will be won, the share won in each forecast month: row by cohort, column by month.
 * The rhythm tilts the months of a cohort's whole life and is renormalised, so that it moves wins but neither adds nor
 * takes any; what lies a year past the horizon stays untilted.
 */
export function winShares(time: TimeToWin, horizon: Horizon): Float64Array {
  const { months, monthsBefore, edges, rhythm } = horizon;
  const integrated = rememberWholeDays(time);
  const cohorts = cohortCount(horizon);
  const shares = new Float64Array(cohorts * months);
  const life = new Float64Array(rhythm.length);
  for (let cohort = 0; cohort < cohorts; cohort++) {
    const { from, to } = arrivalSpan(horizon, cohort);
    const wonBy = (day: number): number => (integrated(day - from) - integrated(day - to)) / (to - from);
    let plain = 0;
    let tilted = 0;
    let before = 0;
    let beforeStart = 0;
    for (let month = 0; month < life.length; month++) {
      const after = wonBy(edges[month + 1]!);
      const share = Math.max(0, after - before);
      plain += share;
      tilted += share * rhythm[month]!;
      life[month] = share;
      // What was won in the gone part of the first forecast month is not to come.
      if (month === monthsBefore) beforeStart = Math.max(0, wonBy(0) - before);
      before = after;
    }
    const scale = tilted > 0 ? plain / tilted : 1;
    for (let month = 0; month < months; month++) {
      const at = monthsBefore + month;
      const share = month === 0 ? Math.max(0, life[at]! - beforeStart) : life[at]!;
      shares[cohort * months + month] = share * rhythm[at]! * scale;
    }
  }
  return shares;
}

/** Months are whole days apart, in few lengths: most of what is asked for has been asked before. */
function rememberWholeDays(time: TimeToWin): (days: number) => number {
  const known: number[] = [];
  return (days) => {
    if (days <= 0) return 0;
    if (!Number.isInteger(days)) return time.integrated(days);
    return (known[days] ??= time.integrated(days));
  };
}
