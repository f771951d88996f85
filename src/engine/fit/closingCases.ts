import { KINDS } from '../deals/deal';
import type { ExposureTable } from './exposure';
import { cellOf } from './exposure';
import { effectiveCases, recencyWeights } from './recency';

/** How many cases the closing of a kind rests on, in equally weighted deals. */
export interface ClosingCases {
  wins: number;
  closings: number;
  /** Own closings and what the pool lends: cases of the beta that states the doubt of the conversion. */
  forConversion: number;
}

/** What the pool lends to a kind is worth at most this many closings (see `fitHazards`). */
const POOL_CASES = 8;
/** The prior of the overall rates: one closing. */
const PRIOR_CASES = 1;

/** Cases behind the closing of each kind, in the order of `KINDS`. */
export function closingCases(
  table: ExposureTable,
  halfLifeMonths: number,
  firstMonth: number,
): ClosingCases[] {
  const weights = recencyWeights(table.monthCount, halfLifeMonths).fill(0, 0, firstMonth);
  const wins = new Float64Array(table.monthCount);
  const closings = KINDS.map((_, kind) => {
    const counts = new Float64Array(table.monthCount);
    wins.fill(0);
    for (let bin = 0; bin < table.ageFrom.length; bin++) {
      for (let month = 0; month < table.monthCount; month++) {
        const cell = cellOf(table, kind, bin, month);
        wins[month]! += table.won[cell]!;
        counts[month]! += table.won[cell]! + table.lost[cell]!;
      }
    }
    return { wins: effectiveCases(wins, weights), closings: effectiveCases(counts, weights) };
  });
  const pool = closings.reduce((sum, kind) => sum + kind.closings, 0);
  return closings.map((kind) => ({
    ...kind,
    forConversion: kind.closings + Math.min(POOL_CASES, pool - kind.closings) + PRIOR_CASES,
  }));
}
