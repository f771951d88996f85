import { conversionOfHazards } from '../funnel/hazards';
import type { CheckedStage } from './checkedStage';
import { PERIODS, RECENT_PERIODS } from './periods';
import { countsIn, expectedIn, hazardsOfRates } from './stayRates';

/** Who left a stage in some time, beside who would have at the earlier rates. */
export interface OddsShift {
  leavers: number;
  passed: number;
  /** Share of the leavers that the earlier rates lead to expect to pass. */
  expectedShare: number;
  /** What those rates leave open of the log of its odds. */
  expectedVariance: number;
  /** Log of observed odds ÷ expected odds, half a case added to each; below 0 where fewer pass. */
  logOdds: number;
}

/** Of the periods `from` up to but not including `to`, against the time before. */
export function oddsShiftIn(stage: CheckedStage, kind: number, from: number, to: number): OddsShift {
  const counts = countsIn(stage.table, kind, from, to);
  const expected = expectedIn(counts, stage.rates[kind]!);
  const passed = sumOf(counts.passed);
  const dropped = sumOf(counts.dropped);
  return {
    leavers: passed + dropped,
    passed,
    expectedShare: shareOf(expected.passed, expected.dropped),
    expectedVariance: expected.logOddsVariance,
    logOdds:
      Math.log((passed + 0.5) / (dropped + 0.5)) -
      Math.log((expected.passed + 0.5) / (expected.dropped + 0.5)),
  };
}

function shareOf(passed: number, dropped: number): number {
  const share = passed + dropped > 0 ? passed / (passed + dropped) : 0.5;
  return Math.min(1 - 1e-6, Math.max(1e-6, share));
}

/** Variance of the passes among the leavers by chance alone, at the expected share. */
export function chanceVariance({ leavers, expectedShare }: OddsShift): number {
  return leavers * expectedShare * (1 - expectedShare);
}

/** Share of those that enter who pass in the end, at the rates of the time before. */
export function conversionBefore(stage: CheckedStage, kind: number): number {
  return conversionOfHazards(hazardsOfRates(stage.table.ageFrom, stage.rates[kind]!));
}

export function leaversBefore(stage: CheckedStage, kind: number): number {
  const { passed, dropped } = countsIn(stage.table, kind, RECENT_PERIODS, PERIODS);
  return sumOf(passed) + sumOf(dropped);
}

/**
 * How much the odds of passing vary from one period of three months to the next beyond chance, as a variance of their log: by
 * moments over all earlier periods of all checks, Σ((O − E)² 8/7 − w) ÷ Σ w², w being the variance by chance. A company whose
 * quarters differ anyhow is given no alarm for one more that does.
 */
export function oddsUnrest(stages: readonly CheckedStage[], kinds: readonly number[]): number {
  let excess = 0;
  let squares = 0;
  for (const stage of stages) {
    for (const kind of kinds) {
      const shifts: OddsShift[] = [];
      for (let period = RECENT_PERIODS; period < PERIODS; period++) {
        const shift = oddsShiftIn(stage, kind, period, period + 1);
        if (chanceVariance(shift) >= LEAST_VARIANCE) shifts.push(shift);
      }
      if (shifts.length < 2) continue;
      // The earlier rates were learnt from these very periods.
      const freed = shifts.length / (shifts.length - 1);
      for (const shift of shifts) {
        const variance = chanceVariance(shift);
        excess += (shift.passed - shift.leavers * shift.expectedShare) ** 2 * freed - variance;
        squares += variance * variance;
      }
    }
  }
  return squares > 0 ? Math.max(0, excess / squares) : 0;
}

/** Periods with less say nothing of unrest. */
const LEAST_VARIANCE = 1;

/** Odds of a share times e^`logOdds`, as a share. */
export function moveOdds(share: number, logOdds: number): number {
  const inside = Math.min(1 - 1e-9, Math.max(1e-9, share));
  return 1 / (1 + (1 / inside - 1) * Math.exp(-logOdds));
}

export function sumOf(numbers: Float64Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
