import type { Hazards } from '../funnel/model';

/** Longest age tabulated, in days: 20 years, as long as the longest history. */
const LONGEST_AGE_DAYS = 7305;

/**
 * Events to be expected of one deal by each age in days, were it never to close: the integral of a hazard that is constant
 * within age bins. Looked up millions of times, hence a table.
 */
export type CumulativeHazard = Float64Array;

export function cumulativeHazard({ ageFrom }: Hazards, rates: readonly number[]): CumulativeHazard {
  const cumulated = new Float64Array(LONGEST_AGE_DAYS + 2);
  let bin = 0;
  for (let age = 0; age <= LONGEST_AGE_DAYS; age++) {
    while (bin + 1 < ageFrom.length && ageFrom[bin + 1]! <= age) bin++;
    cumulated[age + 1] = cumulated[age]! + rates[bin]!;
  }
  return cumulated;
}

/** Events to be expected between two ages in whole days; nothing beyond the table. */
export function expectedBetween(cumulated: CumulativeHazard, fromAge: number, toAge: number): number {
  const last = cumulated.length - 1;
  return cumulated[Math.min(toAge, last)]! - cumulated[Math.min(fromAge, last)]!;
}
