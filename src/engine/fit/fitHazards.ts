import { KINDS } from '../deals/deal';
import type { Hazards } from '../funnel/model';
import type { ExposureTable } from './exposure';
import { cellOf } from './exposure';
import { KIND_PRIORS } from './priors';
import { fitQuarterRhythm, type QuarterRhythm } from './quarterRhythm';
import { affordableHalfLife, recencyWeights, weightedCount } from './recency';

export interface FittedHazards {
  /** In the order of `KINDS`. */
  byKind: readonly Hazards[];
  rhythm: QuarterRhythm;
  halfLifeMonths: number;
}

/** How fast closing habits are forgotten, and the wins that forgetting must leave. */
const HALF_LIFE_MONTHS = 6;
const ENOUGH_WINS = 30;

/** A kind's own multiplier counts as much as the pool's once it has this many closings (gamma prior). */
const KIND_PRIOR_EVENTS = 8;

/** Weight of the priors: a bin's of one event at the overall rate; the overall rate's of half an event. */
const BIN_PRIOR_EVENTS = 1;
const OVERALL_PRIOR_EVENTS = 0.5;

/** Base, kinds and rhythm depend on each other; they settle to a few per mille in three rounds. */
const ROUNDS = 3;

/** A deal this old is taken as lost: no company's history tells what happens later. */
const OLDEST_AGE_DAYS = 730;
const OLDEST_AGE_PER_OLDEST_CLOSING = 2;
const GIVE_UP_HAZARD = 1 / 30;

/**
 * Cause-specific hazards of won and lost: base by age bin × multiplier by kind × (won only) rhythm by month of quarter.
 * Deals still open count as time at risk, not as losses. Recent months count more.
 *
 * @param monthOfQuarter 0, 1 or 2 for each month of the table
 * @param firstMonth position of the first month whose closings are in the data
 */
export function fitHazards(
  table: ExposureTable,
  monthOfQuarter: readonly number[],
  firstMonth: number,
  oldestClosingAge: number,
): FittedHazards {
  const winsByMonth = new Float64Array(table.monthCount);
  for (let cell = 0; cell < table.won.length; cell++) {
    const month = cell % table.monthCount;
    if (month >= firstMonth) winsByMonth[month]! += table.won[cell]!;
  }
  const halfLifeMonths = affordableHalfLife(winsByMonth, HALF_LIFE_MONTHS, ENOUGH_WINS);
  const weights = recencyWeights(table.monthCount, halfLifeMonths).fill(0, 0, firstMonth);

  let rhythm: QuarterRhythm = [1, 1, 1];
  let won = fitCause(table, table.won, weights, wonPriorRate, () => 1);
  for (let round = 0; round < ROUNDS; round++) {
    rhythm = fitQuarterRhythm(winsByMonth, expectedByMonth(table, won, firstMonth), monthOfQuarter);
    won = fitCause(table, table.won, weights, wonPriorRate, (month) => rhythm[monthOfQuarter[month]!]!);
  }
  const lost = fitCause(table, table.lost, weights, lostPriorRate, () => 1);
  const giveUpAge = Math.max(OLDEST_AGE_DAYS, OLDEST_AGE_PER_OLDEST_CLOSING * oldestClosingAge);
  const byKind = KINDS.map((_, kind) => ({
    ageFrom: [...table.ageFrom, giveUpAge],
    won: [...won.base.map((rate) => rate * won.multiplier[kind]!), 0],
    lost: [...lost.base.map((rate) => rate * lost.multiplier[kind]!), GIVE_UP_HAZARD],
  }));
  return { byKind, rhythm, halfLifeMonths };
}

/** Hazard of one cause: `base[bin] · multiplier[kind]`, per deal and day. */
interface Cause {
  base: number[];
  multiplier: number[];
}

function fitCause(
  table: ExposureTable,
  events: Float64Array,
  weights: Float64Array,
  priorRate: (kind: number) => number,
  rhythmOfMonth: (month: number) => number,
): Cause {
  const bins = table.ageFrom.length;
  const seen = new Float64Array(KINDS.length * bins);
  const risk = new Float64Array(KINDS.length * bins);
  const rhythmic = weights.map((weight, month) => weight * rhythmOfMonth(month));
  for (let kind = 0; kind < KINDS.length; kind++) {
    for (let bin = 0; bin < bins; bin++) {
      const cell = cellOf(table, kind, bin, 0);
      const end = cell + table.monthCount;
      seen[kind * bins + bin] = weightedCount(events.subarray(cell, end), weights);
      risk[kind * bins + bin] = weightedCount(table.days.subarray(cell, end), rhythmic);
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

function wonPriorRate(kind: number): number {
  const prior = KIND_PRIORS[KINDS[kind]!];
  return prior.conversion / prior.daysToClose;
}

function lostPriorRate(kind: number): number {
  const prior = KIND_PRIORS[KINDS[kind]!];
  return (1 - prior.conversion) / prior.daysToClose;
}

/** Closings of one cause to be expected in each month, rhythm left out. */
function expectedByMonth(table: ExposureTable, cause: Cause, firstMonth: number): Float64Array {
  const expected = new Float64Array(table.monthCount);
  for (let kind = 0; kind < KINDS.length; kind++) {
    for (let bin = 0; bin < table.ageFrom.length; bin++) {
      const rate = cause.base[bin]! * cause.multiplier[kind]!;
      const cell = cellOf(table, kind, bin, 0);
      for (let month = firstMonth; month < table.monthCount; month++) {
        expected[month]! += table.days[cell + month]! * rate;
      }
    }
  }
  return expected;
}
