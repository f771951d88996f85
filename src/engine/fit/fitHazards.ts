import type { Hazards } from '../funnel/model';
import { expectedByMonth, fitCauseRates, hazardsByKind, type CauseRates } from './causeRates';
import type { ExposureTable } from './exposure';
import { totalsByMonth } from './exposure';
import { lostPriorRate, wonPriorRate } from './priors';
import { fitQuarterRhythm, type QuarterRhythm } from './quarterRhythm';
import { affordableHalfLife, recencyWeights } from './recency';

export interface FittedHazards {
  /** In the order of `KINDS`. */
  byKind: readonly Hazards[];
  rhythm: QuarterRhythm;
  halfLifeMonths: number;
}

/** How fast closing habits are forgotten, and the wins that forgetting must leave. */
const HALF_LIFE_MONTHS = 6;
const ENOUGH_WINS = 30;

/** Rates and rhythm depend on each other; they settle to a few per mille in three rounds. */
const ROUNDS = 3;

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
  const winsByMonth = totalsByMonth(table, table.won).fill(0, 0, firstMonth);
  const halfLifeMonths = affordableHalfLife(winsByMonth, HALF_LIFE_MONTHS, ENOUGH_WINS);
  const weights = recencyWeights(table.monthCount, halfLifeMonths).fill(0, 0, firstMonth);

  const flat = new Float64Array(table.monthCount).fill(1);
  const wonWith = (factors: ArrayLike<number>): CauseRates =>
    fitCauseRates(table, { events: table.won, weights, factors, priorRate: wonPriorRate });
  let rhythm: QuarterRhythm = [1, 1, 1];
  let won = wonWith(flat);
  for (let round = 0; round < ROUNDS; round++) {
    rhythm = fitQuarterRhythm(winsByMonth, expectedByMonth(table, won, firstMonth), monthOfQuarter);
    won = wonWith(monthOfQuarter.map((position) => rhythm[position]!));
  }
  const lost = fitCauseRates(table, {
    events: table.lost,
    weights,
    factors: flat,
    priorRate: lostPriorRate,
  });
  const byKind = hazardsByKind(table, won, lost, oldestClosingAge);
  return { byKind, rhythm, halfLifeMonths };
}
