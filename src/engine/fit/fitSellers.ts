import type { Deal } from '../deals/deal';
import type { Hazards } from '../funnel/model';
import { cumulativeHazard, expectedBetween } from './cumulativeHazard';
import type { SellerFactor } from './dealChances';
import type { DealTimes } from './dealTimes';
import { LOST, ONGOING, WON } from './dealTimes';
import type { MonthGrid } from './monthGrid';
import { recencyWeights } from './recency';
import { shrunkFactors, type ObservedExpected } from './shrunkFactors';

/** A seller's record fades over years, not months: people change slowly. */
const HALF_LIFE_MONTHS = 24;

/** However much sellers differ, one needs this many closings of his own before he weighs as much as the company. */
export const FEWEST_PRIOR_EVENTS = 8;

/** A month's level is events ÷ those expected over the five months around it, shrunk to 1 as if so many had shown it. */
const LEVEL_PRIOR_EVENTS = 3;
const LEVEL_REACH_MONTHS = 2;

/** Events seen and expected of one cause, by seller (then month). */
interface Tally {
  observed: Float64Array;
  expected: Float64Array;
}

/**
 * Factors on the hazards of won and lost by seller: closings seen ÷ those the hazards expect of deals of that kind and age in
 * those months, shrunk. Months are levelled first, so that a seller who left before a good year is not taken for a bad one.
 * Empty where fewer than two sellers are known, or where they differ by no more than chance.
 *
 * @param deals in the order of `times`
 * @param byKind hazards in the order of `KINDS`
 * @param firstMonth position of the first month whose closings are in the data
 */
export function fitSellers(
  deals: readonly Deal[],
  times: DealTimes,
  grid: MonthGrid,
  byKind: readonly Hazards[],
  firstMonth: number,
): SellerFactor[] {
  const records = sellerRecords(deals, times, grid, byKind, firstMonth);
  if (records === null) return [];
  const won = shrunkFactors(records.won, FEWEST_PRIOR_EVENTS);
  const lost = shrunkFactors(records.lost, FEWEST_PRIOR_EVENTS);
  if ([...won, ...lost].every((factor) => factor === 1)) return [];
  return records.owners
    .map((owner, position) => ({
      owner,
      won: won[position]!,
      lost: lost[position]!,
      n: records.closings[position]!,
    }))
    .sort((a, b) => (a.owner < b.owner ? -1 : 1));
}

/** What was seen of each seller and what the hazards expect, in the order of `owners`. */
export interface SellerRecords {
  owners: readonly string[];
  won: readonly ObservedExpected[];
  lost: readonly ObservedExpected[];
  /** Closed deals, whenever they closed. */
  closings: readonly number[];
}

/** The records that `fitSellers` makes its factors of; null with fewer than two sellers: nobody to be compared with. */
export function sellerRecords(
  deals: readonly Deal[],
  times: DealTimes,
  grid: MonthGrid,
  byKind: readonly Hazards[],
  firstMonth: number,
): SellerRecords | null {
  const owners = new Map<string, number>();
  const ownerOf = Int32Array.from(deals, ({ owner }) => {
    if (owner === null) return 0;
    const known = owners.get(owner);
    if (known !== undefined) return known;
    owners.set(owner, owners.size + 1);
    return owners.size;
  });
  if (owners.size < 2) return null;
  const tallies = tally(times, ownerOf, owners.size + 1, grid, byKind, firstMonth);
  const weights = recencyWeights(grid.months.length, HALF_LIFE_MONTHS);
  const closings = new Array<number>(owners.size).fill(0);
  for (let index = 0; index < times.count; index++) {
    const owner = ownerOf[index]!;
    if (owner > 0 && times.end[index] !== ONGOING) closings[owner - 1]!++;
  }
  return {
    owners: [...owners.keys()],
    won: groupsOf(tallies.won, owners.size, weights),
    lost: groupsOf(tallies.lost, owners.size, weights),
    closings,
  };
}

/** Events and expectations by seller and month; seller 0 is nobody. */
function tally(
  times: DealTimes,
  ownerOf: Int32Array,
  sellers: number,
  grid: MonthGrid,
  byKind: readonly Hazards[],
  firstMonth: number,
): { won: Tally; lost: Tally } {
  const months = grid.months.length;
  const empty = (): Tally => ({
    observed: new Float64Array(sellers * months),
    expected: new Float64Array(sellers * months),
  });
  const won = empty();
  const lost = empty();
  const wonByAge = byKind.map((hazards) => cumulativeHazard(hazards, hazards.won));
  const lostByAge = byKind.map((hazards) => cumulativeHazard(hazards, hazards.lost));
  const edge = grid.starts[firstMonth]!;
  for (let index = 0; index < times.count; index++) {
    const created = times.created[index]!;
    const last = times.last[index]!;
    if (last < edge) continue;
    const kind = times.kind[index]!;
    const row = ownerOf[index]! * months;
    let day = Math.max(created, edge);
    let month = grid.monthOfOffset[day - grid.firstDay]!;
    while (day <= last) {
      const next = Math.min(last + 1, grid.starts[month + 1]!);
      won.expected[row + month]! += expectedBetween(wonByAge[kind]!, day - created, next - created);
      lost.expected[row + month]! += expectedBetween(lostByAge[kind]!, day - created, next - created);
      day = next;
      month++;
    }
    if (times.end[index] === WON) won.observed[row + month - 1]!++;
    if (times.end[index] === LOST) lost.observed[row + month - 1]!++;
  }
  return { won, lost };
}

/** What was seen and expected of each seller, each month at its own level, older months fading. */
function groupsOf({ observed, expected }: Tally, sellers: number, weights: Float64Array): ObservedExpected[] {
  const months = weights.length;
  const levels = monthLevels({ observed, expected }, months);
  return Array.from({ length: sellers }, (_, position) => {
    const group = { observed: 0, expected: 0, variance: 0 };
    for (let month = 0; month < months; month++) {
      const cell = (position + 1) * months + month;
      const weight = weights[month]!;
      const usual = expected[cell]! * levels[month]!;
      group.observed += weight * observed[cell]!;
      group.expected += weight * usual;
      group.variance += weight * weight * usual;
    }
    return group;
  });
}

/** How much more or less closed around each month, all sellers together, than the hazards expect. */
function monthLevels({ observed, expected }: Tally, months: number): number[] {
  const seen = new Float64Array(months);
  const usual = new Float64Array(months);
  for (let cell = 0; cell < observed.length; cell++) {
    seen[cell % months]! += observed[cell]!;
    usual[cell % months]! += expected[cell]!;
  }
  return Array.from(seen, (_, month) => {
    let events = LEVEL_PRIOR_EVENTS;
    let expectation = LEVEL_PRIOR_EVENTS;
    for (let near = month - LEVEL_REACH_MONTHS; near <= month + LEVEL_REACH_MONTHS; near++) {
      events += seen[near] ?? 0;
      expectation += usual[near] ?? 0;
    }
    return events / expectation;
  });
}
