import type { Day } from '../calendar/calendar';

const DAYS_PER_MONTH = 30.4375;

/**
 * Share of full output on a day: the ramp's by months since the first day at work (counted by days: a ramp goes by time on the job,
 * not by the calendar), 1 after its last; 0 before the first day.
 *
 * @param ramp share of full output in the first, second, … month
 * @example outputOn(100, 95, [0.1, 0.4]) // 0.1
 */
export function outputOn(day: Day, startedOn: Day, ramp: readonly number[]): number {
  if (day < startedOn) return 0;
  return ramp[Math.floor((day - startedOn) / DAYS_PER_MONTH)] ?? 1;
}

/** Mean output over the days `from` to `to`, both included; that of `from` where there are none. */
export function meanOutput(from: Day, to: Day, startedOn: Day, ramp: readonly number[]): number {
  if (to < from) return outputOn(from, startedOn, ramp);
  if (from >= startedOn + ramp.length * DAYS_PER_MONTH) return 1;
  let sum = 0;
  for (let day = from; day <= to; day++) sum += outputOn(day, startedOn, ramp);
  return sum / (to - from + 1);
}
