import type { Month } from '../../engine';
import type { RunningRow } from '../forecast/runningRows';

/** The running totals of two forecasts at the end of a month; null where one of them says nothing of it. */
export interface BothRow {
  month: Month;
  theirs: RunningRow | null;
  yours: RunningRow | null;
}

/** Puts the running totals of two forecasts side by side, month by month. */
export function bothRunning(theirs: readonly RunningRow[], yours: readonly RunningRow[]): readonly BothRow[] {
  const months = [...new Set([...theirs, ...yours].map(({ month }) => month))].sort();
  const at = (rows: readonly RunningRow[], month: Month): RunningRow | null =>
    rows.find((row) => row.month === month) ?? null;
  return months.map((month) => ({ month, theirs: at(theirs, month), yours: at(yours, month) }));
}

/** A line with its 80 % range, in a box that is 100 wide and 100 high: 0 is the top. */
export interface Fan {
  line: string;
  band: string;
  /** Where the line ends, per cent from the top. */
  end: number;
}

/** Draws one of the two; null where it says nothing. @param top the amount at the top of the box */
export function fanOf(rows: readonly BothRow[], whose: 'theirs' | 'yours', top: number): Fan | null {
  const step = rows.length > 1 ? 100 / rows.length : 100;
  const points = rows.flatMap((row, index) => {
    const at = row[whose];
    return at === null ? [] : [{ x: (index + 1) * step, at }];
  });
  const last = points.at(-1);
  const first = points[0];
  if (!first || !last || !(top > 0)) return null;
  const y = (amount: number): number => 100 - (100 * amount) / top;
  // Both begin with nothing won, a month before the first total.
  const start = first.x - step;
  const write = (pick: (point: (typeof points)[number]) => number): string[] =>
    points.map((point) => `${point.x.toFixed(2)},${y(pick(point)).toFixed(2)}`);
  const origin = `${start.toFixed(2)},100`;
  const high = write(({ at }) => at.q90);
  const low = write(({ at }) => at.q10).reverse();
  return {
    line: [origin, ...write(({ at }) => at.mean)].join(' '),
    band: [origin, ...high, ...low].join(' '),
    end: y(last.at.mean),
  };
}
