import type { CheckedStage } from './checkedStage';
import { normalTail } from './normalTail';
import { leaversBefore } from './oddsShift';
import { RECENT_PERIODS } from './periods';
import { FEWEST_YEAR_EARLIER, LEAST_PAST_SEASON, POWER_Z, YEAR_EARLIER, type Tested } from './tested';
import { timeShiftIn, type TimeShift } from './timeShift';

/**
 * Compares the mean days that those who go on take with what they took before, by the normal distribution of its log; several kinds by the
 * mean of their shifts, weighted by how sure they are.
 *
 * @param unrest variance of the log of mean days between half years beyond chance
 */
export function testTime(stage: CheckedStage, kinds: readonly number[], unrest: number): Tested | null {
  const shifts = shiftsIn(stage, kinds, 0, RECENT_PERIODS);
  if (shifts === null) return null;
  const passed = shifts.reduce((sum, shift) => sum + shift.passed, 0);
  if (!(passed > 0)) return null;
  const common = commonShift(shifts, ({ varianceNow, varianceBefore }) => varianceNow + varianceBefore);
  const error = Math.sqrt(common.variance + unrest);
  const before = shifts.reduce((sum, shift) => sum + shift.passed * shift.before, 0) / passed;
  const changeOf = (worse: number): number => Math.expm1(worse);
  return {
    measure: 'days',
    stage,
    kinds,
    before,
    now: before * Math.exp(common.logDays),
    casesBefore: kinds.reduce((sum, kind) => sum + leaversBefore(stage, kind), 0),
    casesNow: passed,
    p: normalTail(common.logDays / error),
    worse: common.logDays,
    error,
    isSeason: isSeason(stage, kinds, common.logDays),
    without: (some) =>
      testTime(
        stage,
        kinds.filter((kind) => !some.includes(kind)),
        unrest,
      ),
    changeOf,
    visibleAt: (z) => changeOf((z + POWER_Z) * error),
  };
}

function shiftsIn(
  stage: CheckedStage,
  kinds: readonly number[],
  from: number,
  to: number,
): TimeShift[] | null {
  const shifts: TimeShift[] = [];
  for (const kind of kinds) {
    const shift = timeShiftIn(stage, kind, from, to);
    if (shift === null) return null;
    shifts.push(shift);
  }
  return shifts;
}

function commonShift(
  shifts: readonly TimeShift[],
  varianceOf: (shift: TimeShift) => number,
): { logDays: number; variance: number } {
  let weights = 0;
  let sum = 0;
  for (const shift of shifts) {
    const weight = 1 / varianceOf(shift);
    weights += weight;
    sum += weight * shift.logDays;
  }
  return { logDays: sum / weights, variance: 1 / weights };
}

function isSeason(stage: CheckedStage, kinds: readonly number[], logDays: number): boolean {
  const earlier = shiftsIn(stage, kinds, YEAR_EARLIER.from, YEAR_EARLIER.to);
  if (earlier === null || earlier.reduce((sum, { passed }) => sum + passed, 0) < FEWEST_YEAR_EARLIER) {
    return false;
  }
  const then = commonShift(earlier, ({ varianceNow }) => varianceNow).logDays;
  return logDays - then < LEAST_PAST_SEASON * logDays;
}
