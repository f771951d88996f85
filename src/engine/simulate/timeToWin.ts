/**
 * The time from lead to won, as the one thing the cohorts need: its cumulated distribution F, integrated. With it the
 * share won by day t of leads that came evenly between days a and b is (G(t − a) − G(t − b)) ÷ (b − a), without rounding
 * anything to months.
 */
export interface TimeToWin {
  /** G(x): integral of F from 0 to x days; 0 for x ≤ 0. F goes to 1 (0 where nothing is ever won). */
  integrated(days: number): number;
}

/** Nothing is ever won. */
export const never: TimeToWin = { integrated: () => 0 };

/** The same time made `factor` times as long. */
export function stretchTime(time: TimeToWin, factor: number): TimeToWin {
  return factor === 1 ? time : { integrated: (days) => factor * time.integrated(days / factor) };
}
