import { fitLevel, type LevelCases, type LevelFit } from './levelFit';
import type { MonthlyStays } from './monthlyStays';
import { shiftedRun, type RunState, type Shift } from './shiftedState';
import type { StateRates } from './stateRates';

/** Shifts at which a state is run to see how its hazards move. */
const PROBE: Shift = { odds: 0.3, speed: 0.2 };

/** Per month, summed up from the first on: passings and droppings by bin, then what was expected of each. */
export interface RunningSums {
  bins: number;
  /** Row by month (one more than there are), 4 × bins columns. */
  sums: Float64Array;
}

export function runningSums(
  table: MonthlyStays,
  kind: number,
  rates: StateRates,
  firstMonth: number,
): RunningSums {
  const bins = table.ageFrom.length;
  const columns = 4 * bins;
  const months = table.monthCount - firstMonth;
  const sums = new Float64Array((months + 1) * columns);
  for (let month = 0; month < months; month++) {
    const row = month * columns;
    for (let bin = 0; bin < bins; bin++) {
      const cell = (kind * bins + bin) * table.monthCount + firstMonth + month;
      const days = Math.max(0, table.days[cell]!);
      const add = (column: number, amount: number): void => {
        const at = row + column * bins + bin;
        sums[at + columns] = sums[at]! + amount;
      };
      add(0, table.passed[cell]!);
      add(1, table.dropped[cell]!);
      add(2, days * rates.passed[bin]!);
      add(3, days * rates.dropped[bin]!);
    }
  }
  return { bins, sums };
}

export function leaversBetween(
  { bins, sums }: RunningSums,
  from: number,
  to: number,
  firstMonth: number,
): number {
  let leavers = 0;
  const begin = (from - firstMonth) * 4 * bins;
  const end = (to - firstMonth) * 4 * bins;
  for (let column = 0; column < 2 * bins; column++) leavers += sums[end + column]! - sums[begin + column]!;
  return leavers;
}

export function fitBetween(
  moves: Pick<LevelCases, 'byOdds' | 'bySpeed'>,
  { bins, sums }: RunningSums,
  from: number,
  to: number,
  firstMonth: number,
): LevelFit {
  const begin = (from - firstMonth) * 4 * bins;
  const end = (to - firstMonth) * 4 * bins;
  const seen = new Float64Array(2 * bins);
  const expected = new Float64Array(2 * bins);
  for (let at = 0; at < 2 * bins; at++) {
    seen[at] = sums[end + at]! - sums[begin + at]!;
    expected[at] = sums[end + 2 * bins + at]! - sums[begin + 2 * bins + at]!;
  }
  return fitLevel({ seen, expected, ...moves });
}

/** How the log hazards of passing and dropping in each bin move with odds and speed, by running the state shifted either way. */
export function casesOf({ ageFrom }: StateRates, state: RunState): Pick<LevelCases, 'byOdds' | 'bySpeed'> {
  const bins = ageFrom.length;
  const last = ageFrom[bins - 1]!;
  const ends = [...ageFrom.slice(1), last + Math.max(30, last / 2)];
  const logs = (shift: Shift): Float64Array => {
    const hazards = new Float64Array(2 * bins);
    for (let bin = 0; bin < bins; bin++) {
      const [from, to] = [ageFrom[bin]!, ends[bin]!];
      const begin = shiftedRun(state, shift, from);
      const middle = shiftedRun(state, shift, (from + to) / 2);
      const end = shiftedRun(state, shift, to);
      const open = (run: { passed: number; dropped: number }): number =>
        Math.max(1e-9, 1 - run.passed - run.dropped);
      // Simpson's rule for the days lived.
      const lived = ((to - from) * (open(begin) + 4 * open(middle) + open(end))) / 6;
      hazards[bin] = Math.log(Math.max(1e-12, end.passed - begin.passed) / lived);
      hazards[bins + bin] = Math.log(Math.max(1e-12, end.dropped - begin.dropped) / lived);
    }
    return hazards;
  };
  const slope = (of: keyof Shift): Float64Array => {
    const none = { odds: 0, speed: 0 };
    const up = logs({ ...none, [of]: PROBE[of] });
    const down = logs({ ...none, [of]: 0 - PROBE[of] });
    return up.map((log, at) => (log - down[at]!) / (2 * PROBE[of]));
  };
  return { byOdds: slope('odds'), bySpeed: slope('speed') };
}
