import { KINDS } from '../deals/deal';
import type { DealTimes } from './dealTimes';
import { LOST, ONGOING, WON } from './dealTimes';
import type { MonthGrid } from './monthGrid';

/** Deal-days lived and deals closed, by kind × age bin × calendar month: all that the hazards need to know. */
export interface ExposureTable {
  ageFrom: readonly number[];
  monthCount: number;
  /** Deal-days; the cell of kind k, bin b, month m is at `cellOf(table, k, b, m)`. */
  days: Float64Array;
  won: Float64Array;
  lost: Float64Array;
}

export function cellOf(table: ExposureTable, kind: number, bin: number, month: number): number {
  return (kind * table.ageFrom.length + bin) * table.monthCount + month;
}

/**
 * Counts deal-days and closings. A deal is at risk from the start of the day it came until it closes, at the middle of
 * the closing day (the actuarial half day: hazard d ÷ (n − d/2)), or to the end of the data day.
 */
export function exposureTable(times: DealTimes, ageFrom: readonly number[], grid: MonthGrid): ExposureTable {
  const monthCount = grid.months.length;
  const size = KINDS.length * ageFrom.length * monthCount;
  const table: ExposureTable = {
    ageFrom,
    monthCount,
    days: new Float64Array(size),
    won: new Float64Array(size),
    lost: new Float64Array(size),
  };
  for (let index = 0; index < times.count; index++) {
    if (times.last[index]! >= grid.firstDay) addDeal(table, times, index, grid);
  }
  return table;
}

function addDeal(table: ExposureTable, times: DealTimes, index: number, grid: MonthGrid): void {
  const { ageFrom, days } = table;
  const created = times.created[index]!;
  const end = times.last[index]! + 1;
  let day = Math.max(created, grid.firstDay);
  let month = grid.monthOfOffset[day - grid.firstDay]!;
  let bin = 0;
  while (bin + 1 < ageFrom.length && created + ageFrom[bin + 1]! <= day) bin++;
  let cell = 0;
  while (day < end) {
    const binEnd = bin + 1 < ageFrom.length ? created + ageFrom[bin + 1]! : end;
    const monthEnd = grid.starts[month + 1]!;
    const next = Math.min(end, binEnd, monthEnd);
    cell = cellOf(table, times.kind[index]!, bin, month);
    days[cell]! += next - day;
    if (next === binEnd) bin++;
    if (next === monthEnd) month++;
    day = next;
  }
  if (times.end[index] === ONGOING) return;
  days[cell]! -= 0.5;
  if (times.end[index] === WON) table.won[cell]! += 1;
  if (times.end[index] === LOST) table.lost[cell]! += 1;
}

/** Sum over all kinds and bins of one month, from one of the table's columns. */
export function totalsByMonth(table: ExposureTable, column: Float64Array): Float64Array {
  const totals = new Float64Array(table.monthCount);
  for (let cell = 0; cell < column.length; cell++) totals[cell % table.monthCount]! += column[cell]!;
  return totals;
}
