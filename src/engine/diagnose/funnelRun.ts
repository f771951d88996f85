import { shiftedRun, type RunState, type Shift } from './shiftedState';
import type { Ticks } from './ticks';

/** Longer in a state and time no longer matters: the rates of the last step go on. */
const MOST_STEPS_IN_STATE = 52;
const SHARE_LEFT_OF_STATE = 0.98;

/** Shares that pass and that drop within each step in a state, of those still there: passing first, then dropping. */
export type StepShares = Float64Array;

/** How many steps of a state are told apart. */
export function stepsInState(state: RunState, tickDays: number): number {
  for (let step = 1; step < MOST_STEPS_IN_STATE; step++) {
    const { passed, dropped } = state.at(step * tickDays);
    if (passed + dropped >= SHARE_LEFT_OF_STATE) return step;
  }
  return MOST_STEPS_IN_STATE;
}

/**
 * Who enters during a step is there for half of it on average and is looked at again in the next one: the first share is that of one
 * and a half steps, so that no time is lost from state to state.
 */
export function stepShares(state: RunState, shift: Shift, steps: number, tickDays: number): StepShares {
  const shares = new Float64Array(2 * steps);
  let before = { passed: 0, dropped: 0 };
  for (let step = 0; step < steps; step++) {
    const after = shiftedRun(state, shift, (step + 1.5) * tickDays);
    const open = 1 - before.passed - before.dropped;
    // Nearly nobody left: as in the step before.
    const isTold = open > 1e-6;
    shares[step] = isTold ? Math.max(0, after.passed - before.passed) / open : shares[step - 1]!;
    shares[steps + step] = isTold
      ? Math.max(0, after.dropped - before.dropped) / open
      : shares[steps + step - 1]!;
    before = after;
  }
  return shares;
}

/** The shares of every step of time, by state. */
export type SharesOverTime = readonly (readonly StepShares[])[];

/**
 * Chance of a new lead of each step of time to be won within the period: backwards from its end, each state by the time in it.
 *
 * @param byState for each state the shares at every step of time
 * @param entry shares of leads that begin in each state
 * @param next state × (states + 1): where those who pass go; the last column is won
 */
export function winsInPeriod(
  byState: SharesOverTime,
  entry: Float64Array,
  next: Float64Array,
  { count, inPeriod }: Pick<Ticks, 'count' | 'inPeriod'>,
): Float64Array {
  const states = byState.length;
  const chance = new Float64Array(count);
  /** Chance to be won in the period of a deal that is in a state for so many steps, from the step of time at hand on. */
  const ahead = byState.map((shares) => new Float64Array((shares[0]?.length ?? 0) / 2));
  const entered = new Float64Array(states);
  for (let tick = count - 1; tick >= 0; tick--) {
    let sum = 0;
    for (let state = 0; state < states; state++) {
      entered[state] = ahead[state]![0]!;
      sum += entry[state]! * entered[state]!;
    }
    chance[tick] = sum;
    const won = tick >= count - inPeriod ? 1 : 0;
    for (let state = 0; state < states; state++) {
      const row = state * (states + 1);
      let onward = next[row + states]! * won;
      for (let to = state + 1; to < states; to++) onward += next[row + to]! * entered[to]!;
      const shares = byState[state]![tick]!;
      const own = ahead[state]!;
      const steps = own.length;
      for (let step = 0; step < steps; step++) {
        const passes = shares[step]!;
        const stays = 1 - passes - shares[steps + step]!;
        own[step] = passes * onward + stays * own[step + 1 < steps ? step + 1 : step]!;
      }
    }
  }
  return chance;
}
