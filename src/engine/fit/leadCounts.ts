import type { Day } from '../calendar/calendar';
import { daysInMonth, firstDayOfMonth } from '../calendar/month';
import { KINDS } from '../deals/deal';
import type { MonthlyActual } from '../funnel/model';
import type { MonthGrid } from './monthGrid';

/** Leads of each kind, in the order of `KINDS`, in each month of the history. */
export function leadsByKind(history: readonly MonthlyActual[], grid: MonthGrid): Float64Array[] {
  return KINDS.map((kind) => {
    const counts = history.filter((row) => row.kind === kind).map((row) => row.leads);
    return counts.length > 0 ? Float64Array.from(counts) : new Float64Array(grid.months.length);
  });
}

/** Share of each month that lies between the first deal and the data day. */
export function observedShares(grid: MonthGrid, firstCreated: Day): Float64Array {
  return Float64Array.from(grid.months, (month, index) => {
    const first = Math.max(firstDayOfMonth(month), firstCreated);
    return (grid.starts[index + 1]! - first) / daysInMonth(month);
  });
}
