import { KINDS } from '../deals/deal';
import type { Hazards } from '../funnel/model';
import type { ExposureTable } from './exposure';
import { cellOf } from './exposure';
import { lostPriorRate, wonPriorRate } from './priors';
import { weightedCount } from './recency';

/** Hazard of one cause: `base[bin] · multiplier[kind]`, per deal and day. */
export interface CauseRates {
  base: readonly number[];
  /** In the order of `KINDS`. */
  multiplier: readonly number[];
}

/** What to count: closings of one cause, month by month, and how fast such closings come before any is seen. */
export interface CauseCounts {
  events: Float64Array;
  /** How much each month counts, 0 for months whose closings are not in the data. */
  weights: Float64Array;
  /** Factor on the hazard in each month: rhythm, level, season. */
  factors: ArrayLike<number>;
  priorRate: (kind: number) => number;
}

/** A kind's own multiplier counts as much as the pool's once it has this many closings (gamma prior). */
const KIND_PRIOR_EVENTS = 8;

/** Weight of the priors: a bin's of one event at the overall rate; the overall rate's of half an event. */
const BIN_PRIOR_EVENTS = 1;
const OVERALL_PRIOR_EVENTS = 0.5;

/** Base and kinds depend on each other; they settle to a few per mille in three rounds. */
const ROUNDS = 3;

/** A deal this old is taken as lost: no company's history tells what happens later. */
const OLDEST_AGE_DAYS = 730;
const OLDEST_AGE_PER_OLDEST_CLOSING = 2;
const GIVE_UP_HAZARD = 1 / 30;

/** Base by age and multipliers by kind, fitted in turn, deals still open counted as time at risk. */
export function fitCauseRates(table: ExposureTable, counts: CauseCounts): CauseRates {
  const { events, weights, factors, priorRate } = counts;
  const bins = table.ageFrom.length;
  const seen = new Float64Array(KINDS.length * bins);
  const risk = new Float64Array(KINDS.length * bins);
  const weightedFactors = weights.map((weight, month) => weight * factors[month]!);
  for (let kind = 0; kind < KINDS.length; kind++) {
    for (let bin = 0; bin < bins; bin++) {
      const cell = cellOf(table, kind, bin, 0);
      const end = cell + table.monthCount;
      seen[kind * bins + bin] = weightedCount(events.subarray(cell, end), weights);
      risk[kind * bins + bin] = weightedCount(table.days.subarray(cell, end), weightedFactors);
    }
  }
  const overall = overallRate(seen, risk, bins, priorRate);
  const base = new Array<number>(bins).fill(overall);
  const multiplier = KINDS.map(() => 1);
  for (let round = 0; round < ROUNDS; round++) {
    for (let bin = 0; bin < bins; bin++) {
      let observed = BIN_PRIOR_EVENTS;
      let exposed = BIN_PRIOR_EVENTS / overall;
      for (let kind = 0; kind < KINDS.length; kind++) {
        observed += seen[kind * bins + bin]!;
        exposed += risk[kind * bins + bin]! * multiplier[kind]!;
      }
      base[bin] = observed / exposed;
    }
    for (let kind = 0; kind < KINDS.length; kind++) {
      let observed = KIND_PRIOR_EVENTS;
      let expected = KIND_PRIOR_EVENTS;
      for (let bin = 0; bin < bins; bin++) {
        observed += seen[kind * bins + bin]!;
        expected += risk[kind * bins + bin]! * base[bin]!;
      }
      multiplier[kind] = observed / expected;
    }
  }
  return { base, multiplier };
}

/** Closings per deal-day of all kinds and ages, with half an event at the rate expected of the kinds there are. */
function overallRate(
  seen: Float64Array,
  risk: Float64Array,
  bins: number,
  priorRate: (kind: number) => number,
): number {
  let events = 0;
  let days = 0;
  let priorEvents = 0;
  for (let cell = 0; cell < seen.length; cell++) {
    events += seen[cell]!;
    days += risk[cell]!;
    priorEvents += risk[cell]! * priorRate(Math.floor(cell / bins));
  }
  const prior = days > 0 ? priorEvents / days : priorRate(KINDS.indexOf('unsorted'));
  return (events + OVERALL_PRIOR_EVENTS) / (days + OVERALL_PRIOR_EVENTS / prior);
}

/** Closings of one cause to be expected in each month from `firstMonth` on, the months' factors left out. */
export function expectedByMonth(table: ExposureTable, rates: CauseRates, firstMonth: number): Float64Array {
  const expected = new Float64Array(table.monthCount);
  for (let kind = 0; kind < KINDS.length; kind++) {
    for (let bin = 0; bin < table.ageFrom.length; bin++) {
      const rate = rates.base[bin]! * rates.multiplier[kind]!;
      const cell = cellOf(table, kind, bin, 0);
      for (let month = firstMonth; month < table.monthCount; month++) {
        expected[month]! += table.days[cell + month]! * rate;
      }
    }
  }
  return expected;
}

/** Both causes together, in the order of `KINDS`, with an end to every deal's life. */
export function hazardsByKind(
  table: ExposureTable,
  won: CauseRates,
  lost: CauseRates,
  oldestClosingAge: number,
): Hazards[] {
  const giveUpAge = Math.max(OLDEST_AGE_DAYS, OLDEST_AGE_PER_OLDEST_CLOSING * oldestClosingAge);
  return KINDS.map((_, kind) => ({
    ageFrom: [...table.ageFrom, giveUpAge],
    won: [...won.base.map((rate) => rate * won.multiplier[kind]!), 0],
    lost: [...lost.base.map((rate) => rate * lost.multiplier[kind]!), GIVE_UP_HAZARD],
  }));
}

/** Hazards without a calendar, every month from the first one on counting alike. */
export function plainHazards(table: ExposureTable, firstMonth: number, oldestClosingAge: number): Hazards[] {
  const weights = new Float64Array(table.monthCount).fill(1).fill(0, 0, firstMonth);
  const factors = new Float64Array(table.monthCount).fill(1);
  const won = fitCauseRates(table, { events: table.won, weights, factors, priorRate: wonPriorRate });
  const lost = fitCauseRates(table, { events: table.lost, weights, factors, priorRate: lostPriorRate });
  return hazardsByKind(table, won, lost, oldestClosingAge);
}
