import { winTimeOfHazards } from '../funnel/hazards';
import type { CheckedStage } from './checkedStage';
import { PERIODS, RECENT_PERIODS } from './periods';
import { countsIn, hazardsOfRates, ratesOf, type StayRates } from './stayRates';
import { sumOf } from './oddsShift';

/** Days that those who go on take, in some time against the time before. */
export interface TimeShift {
  passed: number;
  before: number;
  now: number;
  /** Log of now ÷ before; above 0 where it takes longer. */
  logDays: number;
  /** Of each of the two, by chance alone. */
  varianceNow: number;
  varianceBefore: number;
}

/** A step of the log of a rate, to see how much the mean days hang on it. */
const STEP = 1e-4;

/**
 * The mean time until a deal goes on, of those that do, from rates by time in the stage (`winTimeOfHazards`): deals still there count
 * for the time they have been. That more are lost moves it only as far as they were lost at other times than others pass.
 */
export function timeShiftIn(stage: CheckedStage, kind: number, from: number, to: number): TimeShift | null {
  const before = stage.rates[kind]!;
  const counts = countsIn(stage.table, kind, from, to);
  const now = ratesOf(counts, before.passed, before.dropped);
  const ageFrom = stage.table.ageFrom;
  const usual = meanDaysBefore(ageFrom, before);
  const recent = meanDays(ageFrom, now);
  if (usual === null || recent === null) return null;
  return {
    passed: sumOf(counts.passed),
    before: usual.days,
    now: recent.days,
    logDays: Math.log(recent.days / usual.days),
    varianceNow: recent.variance,
    varianceBefore: usual.variance,
  };
}

interface MeanDays {
  days: number;
  variance: number;
}

/** Of the rates before, which every comparison of a stage and kind asks for; they belong to one table and its bins. */
const known = new WeakMap<StayRates, MeanDays | null>();

function meanDaysBefore(ageFrom: readonly number[], rates: StayRates): MeanDays | null {
  let mean = known.get(rates);
  if (mean === undefined) known.set(rates, (mean = meanDays(ageFrom, rates)));
  return mean;
}

/** Mean days, and the variance of their log: each rate's own 1 ÷ cases times the square of what the log hangs on it. */
function meanDays(ageFrom: readonly number[], rates: StayRates): MeanDays | null {
  const hazards = hazardsOfRates(ageFrom, rates);
  const time = winTimeOfHazards(hazards);
  if (time === null || !(time.meanDays > 0)) return null;
  let variance = 0;
  const passed = [...hazards.won];
  const dropped = [...hazards.lost];
  for (const [column, cases] of [
    [passed, rates.passedCases],
    [dropped, rates.droppedCases],
  ] as const) {
    for (let bin = 0; bin < column.length; bin++) {
      const own = column[bin]!;
      column[bin] = own * Math.exp(STEP);
      const moved = winTimeOfHazards({ ageFrom, won: passed, lost: dropped })?.meanDays ?? time.meanDays;
      column[bin] = own;
      const slope = Math.log(moved / time.meanDays) / STEP;
      variance += (slope * slope) / cases[bin]!;
    }
  }
  return { days: time.meanDays, variance };
}

/** As `oddsUnrest`, of the log of mean days from one half year to the next: Σ(d² 4/3 − v) ÷ count, weighted by 1 ÷ v². */
export function timeUnrest(stages: readonly CheckedStage[], kinds: readonly number[]): number {
  let excess = 0;
  let weights = 0;
  for (const stage of stages) {
    for (const kind of kinds) {
      const shifts: TimeShift[] = [];
      for (let period = RECENT_PERIODS; period < PERIODS; period += RECENT_PERIODS) {
        const shift = timeShiftIn(stage, kind, period, period + RECENT_PERIODS);
        if (shift !== null && shift.passed >= FEWEST_PASSED) shifts.push(shift);
      }
      if (shifts.length < 2) continue;
      const freed = shifts.length / (shifts.length - 1);
      for (const { logDays, varianceNow } of shifts) {
        const weight = 1 / varianceNow ** 2;
        excess += weight * (logDays ** 2 * freed - varianceNow);
        weights += weight;
      }
    }
  }
  return weights > 0 ? Math.max(0, excess / weights) : 0;
}

const FEWEST_PASSED = 8;
