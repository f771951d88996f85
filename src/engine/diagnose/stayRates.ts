import { KINDS } from '../deals/deal';
import type { Hazards } from '../funnel/model';
import { PERIODS, RECENT_PERIODS } from './periods';
import { stayCell, type StayTable } from './stayTable';

/** Rates of leaving a stage onward and lost, per deal and day, by bins of the time in it, with what they rest on. */
export interface StayRates {
  passed: Float64Array;
  dropped: Float64Array;
  /** Leavings behind each rate, the prior's included. */
  passedCases: Float64Array;
  droppedCases: Float64Array;
}

/** Sums over some periods, by bin. */
export interface BinCounts {
  days: Float64Array;
  passed: Float64Array;
  dropped: Float64Array;
}

/** A bin's rate has a prior worth one leaving, at what the kind's level and the shape of all kinds lead to expect. */
const PRIOR_LEAVINGS = 1;
const LEVEL_PRIOR = 2;
const JEFFREYS = 0.5;

/** @param kind position in `KINDS`; periods `from` up to but not including `to` */
export function countsIn(table: StayTable, kind: number, from: number, to: number): BinCounts {
  const bins = table.ageFrom.length;
  const counts: BinCounts = {
    days: new Float64Array(bins),
    passed: new Float64Array(bins),
    dropped: new Float64Array(bins),
  };
  for (let bin = 0; bin < bins; bin++) {
    for (let period = from; period < to; period++) {
      const cell = stayCell(table, kind, bin, period);
      counts.days[bin]! += table.days[cell]!;
      counts.passed[bin]! += table.passed[cell]!;
      counts.dropped[bin]! += table.dropped[cell]!;
    }
  }
  return counts;
}

/** Rates of the time before, in the order of `KINDS`: each kind's own, where a bin has hardly any cases in the shape of all kinds. */
export function ratesBefore(table: StayTable): StayRates[] {
  const own = KINDS.map((_, kind) => countsIn(table, kind, RECENT_PERIODS, PERIODS));
  const bins = table.ageFrom.length;
  const pool = {
    passed: poolRates(own, bins, (counts) => counts.passed),
    dropped: poolRates(own, bins, (counts) => counts.dropped),
  };
  return own.map((counts) => ratesOf(counts, pool.passed, pool.dropped));
}

/** Rates of one set of counts, drawn to others by one leaving a bin, after these are scaled to the same level. */
export function ratesOf(counts: BinCounts, passed: Float64Array, dropped: Float64Array): StayRates {
  const onward = shrunkRates(counts.days, counts.passed, passed);
  const lost = shrunkRates(counts.days, counts.dropped, dropped);
  return {
    passed: onward.rates,
    dropped: lost.rates,
    passedCases: onward.cases,
    droppedCases: lost.cases,
  };
}

function poolRates(
  own: readonly BinCounts[],
  bins: number,
  of: (counts: BinCounts) => Float64Array,
): Float64Array {
  return Float64Array.from({ length: bins }, (_, bin) => {
    let days = 0;
    let leavings = JEFFREYS / bins;
    for (const counts of own) {
      days += counts.days[bin]!;
      leavings += of(counts)[bin]!;
    }
    return leavings / Math.max(1, days);
  });
}

function shrunkRates(
  days: Float64Array,
  leavings: Float64Array,
  shape: Float64Array,
): { rates: Float64Array; cases: Float64Array } {
  let seen = LEVEL_PRIOR;
  let expected = LEVEL_PRIOR;
  shape.forEach((rate, bin) => {
    seen += leavings[bin]!;
    expected += days[bin]! * rate;
  });
  const level = seen / expected;
  return {
    rates: shape.map(
      (rate, bin) => (leavings[bin]! + PRIOR_LEAVINGS) / (days[bin]! + PRIOR_LEAVINGS / (rate * level)),
    ),
    cases: leavings.map((count) => count + PRIOR_LEAVINGS),
  };
}

/** As competing hazards, for conversion and times in closed form. */
export function hazardsOfRates(ageFrom: readonly number[], { passed, dropped }: StayRates): Hazards {
  return { ageFrom, won: [...passed], lost: [...dropped] };
}

export interface Expected {
  passed: number;
  dropped: number;
  /** Variance of the log of expected odds: what the earlier rates themselves leave open. */
  logOddsVariance: number;
}

/** Leavings to be expected in so many deal-days at these rates. */
export function expectedIn({ days }: BinCounts, rates: StayRates): Expected {
  const passed = expectedOf(days, rates.passed, rates.passedCases);
  const dropped = expectedOf(days, rates.dropped, rates.droppedCases);
  return {
    passed: passed.mean,
    dropped: dropped.mean,
    logOddsVariance: passed.relativeVariance + dropped.relativeVariance,
  };
}

function expectedOf(
  days: Float64Array,
  rates: Float64Array,
  cases: Float64Array,
): { mean: number; relativeVariance: number } {
  let mean = 0;
  let variance = 0;
  for (let bin = 0; bin < days.length; bin++) {
    const expected = days[bin]! * rates[bin]!;
    mean += expected;
    variance += (expected * expected) / cases[bin]!;
  }
  return { mean, relativeVariance: mean > 0 ? variance / (mean * mean) : 1 };
}
