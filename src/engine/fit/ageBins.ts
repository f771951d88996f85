import type { DealTimes } from './dealTimes';
import { ONGOING } from './dealTimes';

const CLOSINGS_PER_BIN = 12;
const FEWEST_BINS = 3;
const MOST_BINS = 16;

/** Without any closing: a month, a quarter, a year. */
const BINS_WITHOUT_CLOSINGS = [0, 30, 90, 365];

/**
 * Where age bins begin, in days since creation: at quantiles of the closing age, one bin for 12 closings, 3 to 16 of them,
 * the last one open-ended. A bin ends after the quantile's day, so that many same-day closings get a bin of their own.
 */
export function ageBins(times: DealTimes): number[] {
  const ages = closingAges(times);
  if (ages.length === 0) return BINS_WITHOUT_CLOSINGS;
  const wished = Math.round(ages.length / CLOSINGS_PER_BIN);
  const count = Math.min(MOST_BINS, Math.max(FEWEST_BINS, wished));
  const starts = [0];
  for (let bin = 1; bin < count; bin++) {
    const start = ages[Math.ceil((bin / count) * ages.length) - 1]! + 1;
    if (start > starts[starts.length - 1]!) starts.push(start);
  }
  return starts;
}

/** Ages at closing, ascending. */
export function closingAges(times: DealTimes): Int32Array {
  const ages = new Int32Array(times.count);
  let closings = 0;
  for (let index = 0; index < times.count; index++) {
    if (times.end[index] !== ONGOING) ages[closings++] = times.last[index]! - times.created[index]!;
  }
  return ages.subarray(0, closings).sort();
}
