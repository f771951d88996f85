import { KINDS } from '../deals/deal';
import type { DaySpan } from './leak';
import type { Periods } from './periods';
import { DROPPED, PASSED, type Stays } from './stays';

/** A day is held against the week on either side of it; leavings fall on five days of seven. */
const NEIGHBOUR_DAYS = 7;
const DAYS_PER_WORKING_DAY = 7 / 5;

/** What chance makes of ordinary days stays below. */
const CLEAR_EXCESS = 1;

/**
 * Somebody tidies up, and forty deals are lost on one day, or a move between systems passes them all: that is one event and not forty.
 * By kind: the variance of log odds beyond what chance makes, (φ − 1) ÷ leavings for passes and losses of either time, φ − 1 being
 * Σ d(d − 1 − m) ÷ Σ d over days with d leavings, m those of a day nearby. Below 1 nothing is added.
 */
export function heapVariance(stays: Stays, { first, ofOffset, recent, before }: Periods): number[] {
  const length = ofOffset.length;
  const byDay = KINDS.map(() => ({ [PASSED]: new Uint16Array(length), [DROPPED]: new Uint16Array(length) }));
  for (let row = 0; row < stays.count; row++) {
    const end = stays.end[row]!;
    const offset = stays.last[row]! - first;
    if ((end !== PASSED && end !== DROPPED) || offset < 0 || offset >= length) continue;
    byDay[stays.kind[row]!]![end][offset]!++;
  }
  const inSpan = (counts: Uint16Array, { from, to }: DaySpan): number =>
    excessVariance(counts.subarray(from - first, to + 1 - first));
  return byDay.map((counts) =>
    [PASSED, DROPPED].reduce<number>((sum, end) => {
      const ofEnd = counts[end as typeof PASSED | typeof DROPPED];
      return sum + inSpan(ofEnd, recent) + inSpan(ofEnd, before);
    }, 0),
  );
}

function excessVariance(counts: Uint16Array): number {
  let leavings = 0;
  let excess = 0;
  // Leavings of the days from `at − 7` to `at + 7`.
  let near = 0;
  let days = 0;
  for (let at = 0; at < Math.min(NEIGHBOUR_DAYS, counts.length); at++, days++) near += counts[at]!;
  for (let at = 0; at < counts.length; at++) {
    const entering = at + NEIGHBOUR_DAYS;
    if (entering < counts.length) {
      near += counts[entering]!;
      days++;
    }
    const leaving = at - NEIGHBOUR_DAYS - 1;
    if (leaving >= 0) {
      near -= counts[leaving]!;
      days--;
    }
    const own = counts[at]!;
    if (own === 0) continue;
    const usual = days > 1 ? ((near - own) / (days - 1)) * DAYS_PER_WORKING_DAY : 0;
    leavings += own;
    excess += own * (own - 1 - usual);
  }
  const phi = leavings > 0 ? excess / leavings : 0;
  return phi > CLEAR_EXCESS ? phi / leavings : 0;
}
