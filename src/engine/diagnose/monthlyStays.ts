import { KINDS } from '../deals/deal';
import type { MonthGrid } from '../fit/monthGrid';
import type { FunnelStays } from './funnelStays';
import { DROPPED, PASSED, STAYS } from './stays';

/** One bin of time in a state for so many that left it, at most so many. */
const LEAVERS_PER_BIN = 16;
const MOST_BINS = 8;

/** Deal-days in one state and how they were left, by kind × time in the state × calendar month. */
export interface MonthlyStays {
  /** Days in the state at which bins begin. */
  ageFrom: readonly number[];
  monthCount: number;
  /** The cell of kind k, bin b, month m is at (k · bins + b) · monthCount + m. */
  days: Float64Array;
  passed: Float64Array;
  dropped: Float64Array;
}

/** Time at risk and leavings of every state: as in `exposureTable`, half a day for the day of leaving. */
export function monthlyStays(stays: FunnelStays, grid: MonthGrid): MonthlyStays[] {
  const monthCount = grid.months.length;
  const bins = binsOfStates(stays);
  const tables = bins.map((ageFrom): MonthlyStays => {
    const size = KINDS.length * ageFrom.length * monthCount;
    return {
      ageFrom,
      monthCount,
      days: new Float64Array(size),
      passed: new Float64Array(size),
      dropped: new Float64Array(size),
    };
  });
  for (let row = 0; row < stays.count; row++) addStay(tables[stays.state[row]!]!, stays, row, grid);
  return tables;
}

function addStay(table: MonthlyStays, stays: FunnelStays, row: number, grid: MonthGrid): void {
  const { ageFrom, monthCount, days } = table;
  const entered = stays.from[row]!;
  const end = stays.to[row]! + 1;
  let day = Math.max(entered, grid.firstDay);
  if (day >= end) return;
  let month = grid.monthOfOffset[day - grid.firstDay]!;
  let bin = 0;
  while (bin + 1 < ageFrom.length && entered + ageFrom[bin + 1]! <= day) bin++;
  const ofKind = stays.kind[row]! * ageFrom.length;
  let cell = 0;
  while (day < end) {
    const binEnd = bin + 1 < ageFrom.length ? entered + ageFrom[bin + 1]! : end;
    const next = Math.min(end, binEnd, grid.starts[month + 1]!);
    cell = (ofKind + bin) * monthCount + month;
    days[cell]! += next - day;
    if (next === binEnd) bin++;
    if (next === grid.starts[month + 1]!) month++;
    day = next;
  }
  if (stays.end[row] === STAYS) return;
  days[cell]! -= 0.5;
  if (stays.end[row] === PASSED) table.passed[cell]! += 1;
  if (stays.end[row] === DROPPED) table.dropped[cell]! += 1;
}

/** Longest time in a state that is told apart: 20 years. */
const LONGEST_DAYS = 7305;

/** Bins at quantiles of the time in the state of those that left it: counted by days, as sorting takes longer than all the rest. */
function binsOfStates(stays: FunnelStays): number[][] {
  const byDays = stays.states.map(() => new Int32Array(LONGEST_DAYS + 1));
  for (let row = 0; row < stays.count; row++) {
    if (stays.end[row] === STAYS) continue;
    byDays[stays.state[row]!]![Math.min(LONGEST_DAYS, Math.max(0, stays.to[row]! - stays.from[row]!))]!++;
  }
  return byDays.map(binStarts);
}

function binStarts(byDays: Int32Array): number[] {
  const all = byDays.reduce((sum, count) => sum + count, 0);
  const count = Math.max(1, Math.min(MOST_BINS, Math.round(all / LEAVERS_PER_BIN)));
  const starts = [0];
  let left = 0;
  let bin = 1;
  for (let days = 0; days < byDays.length && bin < count; days++) {
    left += byDays[days]!;
    // The quantile of one bin, or of several where many left on the same day.
    while (bin < count && left >= Math.ceil((bin / count) * all)) {
      if (days + 1 > starts[starts.length - 1]! && days < LONGEST_DAYS) starts.push(days + 1);
      bin++;
    }
  }
  return starts;
}
