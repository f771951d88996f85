import type { MonthlyStays } from './monthlyStays';

/** How a state is left: hazards per day of passing on and of dropping out, constant within bins of the time in it. */
export interface StateRates {
  ageFrom: readonly number[];
  passed: readonly number[];
  dropped: readonly number[];
}

/** A kind's rate in a bin is drawn to the pool's as if so many leavings had shown that; the pool's to half a case either way. */
const PRIOR_LEAVINGS = 3;
const JEFFREYS = 0.5;

/**
 * A state's usual rates, over all months from `firstMonth` on, by kind. Pool: half a passing and half a dropping over all bins;
 * kind: three leavings a bin at the pool's rates.
 *
 * @param kinds how many
 */
export function stateRates(table: MonthlyStays, kinds: number, firstMonth: number): StateRates[] {
  const bins = table.ageFrom.length;
  const sums = [table.days, table.passed, table.dropped].map((column) =>
    sumOverMonths(column, table.monthCount, firstMonth),
  );
  const [days, passed, dropped] = [sums[0]!, sums[1]!, sums[2]!];
  const pooled = (column: Float64Array, bin: number): number => {
    let sum = 0;
    for (let kind = 0; kind < kinds; kind++) sum += column[kind * bins + bin]!;
    return sum;
  };
  const pool = Array.from({ length: bins }, (_, bin) => {
    const exposed = Math.max(1, pooled(days, bin));
    return {
      passed: (pooled(passed, bin) + JEFFREYS / bins) / exposed,
      dropped: (pooled(dropped, bin) + JEFFREYS / bins) / exposed,
    };
  });
  return Array.from({ length: kinds }, (_, kind) => {
    const rate = (column: Float64Array, of: 'passed' | 'dropped') =>
      pool.map((usual, bin) => {
        const leaving = usual.passed + usual.dropped;
        const at = kind * bins + bin;
        return (
          (column[at]! + (PRIOR_LEAVINGS * usual[of]) / leaving) / (days[at]! + PRIOR_LEAVINGS / leaving)
        );
      });
    return { ageFrom: table.ageFrom, passed: rate(passed, 'passed'), dropped: rate(dropped, 'dropped') };
  });
}

/** Row by kind and bin. */
function sumOverMonths(column: Float64Array, monthCount: number, firstMonth: number): Float64Array {
  const sums = new Float64Array(column.length / monthCount);
  for (let row = 0; row < sums.length; row++) {
    for (let month = firstMonth; month < monthCount; month++) sums[row]! += column[row * monthCount + month]!;
  }
  return sums;
}
