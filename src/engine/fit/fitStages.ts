import type { Deal } from '../deals/deal';
import type { Hazards } from '../funnel/model';
import { cumulativeHazard } from './cumulativeHazard';
import type { SellerFactor, StageFactors } from './dealChances';
import type { DealTimes } from './dealTimes';
import { ONGOING } from './dealTimes';
import type { MonthGrid } from './monthGrid';
import { landmarkFactors } from './stageLandmarks';
import { stageVisits } from './stageVisits';

/** Stage entries count as history once this many closed deals, and this share of them, have any. */
const ENOUGH_CLOSED = 30;
const ENOUGH_SHARE = 0.2;

export interface StageFitInput {
  /** As known on the data day, in the order of `times`. */
  deals: readonly Deal[];
  times: DealTimes;
  grid: MonthGrid;
  /** In the order of `KINDS`. */
  byKind: readonly Hazards[];
  sellers: readonly SellerFactor[];
  /** Position of the first month whose closings are in the data. */
  firstMonth: number;
}

/** What stages say of open deals; null where nothing is known of them, or where they say no more than chance. */
export function fitStages({
  deals,
  times,
  grid,
  byKind,
  sellers,
  firstMonth,
}: StageFitInput): StageFactors | null {
  if (!hasHistory(deals, times)) return null;
  const ofOwner = new Map(sellers.map((seller) => [seller.owner, seller]));
  const factorBy = (cause: 'won' | 'lost'): Float64Array =>
    Float64Array.from(deals, ({ owner }) => (owner === null ? 1 : (ofOwner.get(owner)?.[cause] ?? 1)));
  const plain = {
    won: byKind.map((hazards) => cumulativeHazard(hazards, hazards.won)),
    lost: byKind.map((hazards) => cumulativeHazard(hazards, hazards.lost)),
    wonFactor: factorBy('won'),
    lostFactor: factorBy('lost'),
  };
  return landmarkFactors(stageVisits(deals, times), times, grid, plain, firstMonth);
}

/** Whether enough closed deals have stage entries to learn from. */
export function hasHistory(deals: readonly Deal[], times: DealTimes): boolean {
  let closed = 0;
  let withEntries = 0;
  for (let index = 0; index < times.count; index++) {
    if (times.end[index] === ONGOING) continue;
    closed++;
    if (deals[index]!.stageEntries.length > 0) withEntries++;
  }
  return withEntries >= ENOUGH_CLOSED && withEntries >= ENOUGH_SHARE * closed;
}
