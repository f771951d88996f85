export type QuarterRhythm = readonly [number, number, number];

/**
 * Weights of the months around one, -2 to +2: a mean of three of a mean of three, in which each month of the quarter
 * weighs the same. A plain mean of five would count the month's own position once and the others twice.
 */
const LOCAL_WEIGHTS = [1, 2, 3, 2, 1];

/** A month of the quarter differs from the others once some 20 events say so. */
const PRIOR_EVENTS = 20;
const ROUNDS = 5;

/**
 * Factors of the first, second and third month of a quarter on the rate of events, mean 1: what was seen against what
 * the hazards and the local level of five months expect, shrunk to 1 as if 20 events had shown no rhythm.
 *
 * @param observed events in each month
 * @param expected events to be expected without level changes and rhythm; months with 0 are left out
 */
export function fitQuarterRhythm(
  observed: Float64Array,
  expected: Float64Array,
  monthOfQuarter: readonly number[],
): QuarterRhythm {
  let factors = [1, 1, 1];
  for (let round = 0; round < ROUNDS; round++) {
    const seen = [PRIOR_EVENTS, PRIOR_EVENTS, PRIOR_EVENTS];
    const usual = [PRIOR_EVENTS, PRIOR_EVENTS, PRIOR_EVENTS];
    for (let month = 0; month < observed.length; month++) {
      if (expected[month]! <= 0) continue;
      const level = localLevel(observed, expected, monthOfQuarter, factors, month);
      seen[monthOfQuarter[month]!]! += observed[month]!;
      usual[monthOfQuarter[month]!]! += expected[month]! * level;
    }
    factors = seen.map((events, position) => events / usual[position]!);
    const mean = (factors[0]! + factors[1]! + factors[2]!) / 3;
    factors = factors.map((factor) => factor / mean);
  }
  return [factors[0]!, factors[1]!, factors[2]!];
}

/** Events against expectation around a month, the rhythm so far taken into account. */
function localLevel(
  observed: Float64Array,
  expected: Float64Array,
  monthOfQuarter: readonly number[],
  factors: readonly number[],
  month: number,
): number {
  let seen = 0;
  let usual = 0;
  LOCAL_WEIGHTS.forEach((weight, position) => {
    const near = month + position - 2;
    if (near < 0 || near >= observed.length) return;
    seen += weight * observed[near]!;
    usual += weight * expected[near]! * factors[monthOfQuarter[near]!]!;
  });
  return usual > 0 ? seen / usual : 1;
}
