import { KINDS } from '../deals/deal';
import { PERIODS, RECENT_PERIODS, type Periods } from './periods';
import { DROPPED, PASSED, STAYS, type Stays } from './stays';

/** One bin of time in the stage for so many that left it before, at most so many. */
const LEAVERS_PER_BIN = 16;
const MOST_BINS = 12;
const MOST_LATE_BINS = 3;
const FIRST_LATE_DAYS = 7;

/**
 * Where half of those that leave do so within so many days, lately means those that have also entered lately: who came before was let in
 * under the old ways, and would hide a fall. In slower stages too few would be left.
 */
const QUICK_DAYS = 45;
/** Such a cohort has no deals that were there for longer, and what others did after that is no yardstick for it. */
const COHORT_DAYS = 184;

/** Deal-days in a stage and how deals left it, by kind × time in the stage × period. */
export interface StayTable {
  /** Days in the stage at which bins begin. */
  ageFrom: readonly number[];
  /** True: of lately only those count that have also entered lately. */
  isQuick: boolean;
  /** The cell of kind k, bin b, period p is at `stayCell(table, k, b, p)`. */
  days: Float64Array;
  passed: Float64Array;
  dropped: Float64Array;
}

export function stayCell(table: StayTable, kind: number, bin: number, period: number): number {
  return (kind * table.ageFrom.length + bin) * PERIODS + period;
}

/**
 * Counts time at risk and leavings. A deal is at risk from the start of the day it entered to the middle of the day it left (see
 * `exposureTable`), and only on days that are looked at: a young cohort brings the little time it has had, and no more is expected of it.
 */
export function stayTable(stays: Stays, periods: Periods): StayTable {
  const ages = agesOfLeavers(stays, periods);
  const isQuick = (ages[Math.floor(ages.length / 2)] ?? 0) <= QUICK_DAYS;
  const ageFrom = withLateBins(stayBins(ages), isQuick ? COHORT_DAYS : Infinity);
  const size = KINDS.length * ageFrom.length * PERIODS;
  const table: StayTable = {
    ageFrom,
    isQuick,
    days: new Float64Array(size),
    passed: new Float64Array(size),
    dropped: new Float64Array(size),
  };
  for (let row = 0; row < stays.count; row++) addStay(table, stays, row, periods, isQuick);
  return table;
}

function addStay(
  table: StayTable,
  stays: Stays,
  row: number,
  { first, ofOffset, recent }: Periods,
  isQuick: boolean,
): void {
  const { ageFrom, days } = table;
  const entered = stays.entered[row]!;
  const end = Math.min(
    stays.last[row]! + 1,
    isQuick ? entered + COHORT_DAYS : Infinity,
    isQuick && entered < recent.from ? recent.from : first + ofOffset.length,
  );
  let day = Math.max(entered, first);
  if (day >= end) return;
  let bin = 0;
  while (bin + 1 < ageFrom.length && entered + ageFrom[bin + 1]! <= day) bin++;
  let cell = 0;
  while (day < end) {
    const period = ofOffset[day - first]!;
    const binEnd = bin + 1 < ageFrom.length ? entered + ageFrom[bin + 1]! : end;
    let next = Math.min(end, binEnd);
    // Within a period, unless it ends before the bin does.
    if (ofOffset[next - 1 - first] !== period)
      next = endOfPeriod(ofOffset, day - first, next - first) + first;
    cell = stayCell(table, stays.kind[row]!, bin, period);
    days[cell]! += next - day;
    if (next === binEnd) bin++;
    day = next;
  }
  if (stays.end[row] === STAYS || stays.last[row]! + 1 > end) return;
  days[cell]! -= 0.5;
  if (stays.end[row] === PASSED) table.passed[cell]! += 1;
  if (stays.end[row] === DROPPED) table.dropped[cell]! += 1;
}

/** First offset after `from`, at most `to`, at which another period begins: by halving. */
function endOfPeriod(ofOffset: Uint8Array, from: number, to: number): number {
  let low = from;
  let high = to - 1;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (ofOffset[middle] === ofOffset[from]) low = middle;
    else high = middle;
  }
  return high;
}

/** Days in the stage of those that left it before, ascending: lately must not choose its own yardstick. */
function agesOfLeavers(stays: Stays, { first, ofOffset }: Periods): Int32Array {
  const ages = new Int32Array(stays.count);
  let count = 0;
  for (let row = 0; row < stays.count; row++) {
    const last = stays.last[row]!;
    if (stays.end[row] === STAYS || last < first || (ofOffset[last - first] ?? 0) < RECENT_PERIODS) continue;
    ages[count++] = last - stays.entered[row]!;
  }
  return ages.subarray(0, count).sort();
}

/** Bins at quantiles, each ending after its quantile's day. */
function stayBins(ages: Int32Array): number[] {
  const bins = Math.max(1, Math.min(MOST_BINS, Math.round(ages.length / LEAVERS_PER_BIN)));
  const starts = [0];
  for (let bin = 1; bin < bins; bin++) {
    const start = ages[Math.ceil((bin / bins) * ages.length) - 1]! + 1;
    if (start > starts[starts.length - 1]!) starts.push(start);
  }
  return starts;
}

/** Who is left after the last quantile leaves ever more slowly: the time after it is halved where it is long. */
function withLateBins(starts: readonly number[], end: number): number[] {
  const all = [...starts];
  for (let late = 0; late < MOST_LATE_BINS; late++) {
    const last = 2 * Math.max(FIRST_LATE_DAYS, all[all.length - 1]!);
    if (last >= end) break;
    all.push(last);
  }
  return all;
}
