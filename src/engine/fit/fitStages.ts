import type { Deal } from '../deals/deal';
import type { Hazards } from '../funnel/model';
import type { RunStep } from '../funnel/hazards';
import { conversionOfHazards } from '../funnel/hazards';
import { cumulativeHazard } from './cumulativeHazard';
import type { SellerFactor, StageFactors } from './dealChances';
import type { DealTimes } from './dealTimes';
import { ONGOING } from './dealTimes';
import type { MonthGrid } from './monthGrid';
import { countedFactors } from './countedFactors';
import { conversionsFromCounts, type StageConversion } from './stageConversions';
import { countStages } from './stageCounts';
import { landmarkFactors, type PlainHazards } from './stageLandmarks';
import { conversionsFromTransitions, orderByEntry } from './stageTransitions';
import { stageVisits, type StageVisits } from './stageVisits';

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
  /** Stages in funnel order; null where nobody said. */
  order: readonly string[] | null;
  /** The forecast months. */
  steps: readonly RunStep[];
}

export interface FittedStages {
  /** What stages say of open deals; null where they say no more than chance, or nothing is known of them. */
  factors: StageFactors | null;
  /** Conversion of each stage in the order of `KINDS`; null where unknown. */
  conversions: readonly (readonly StageConversion[])[] | null;
}

/**
 * What is known of stages: from stage entries, else from the last stages of closed deals where these have an order, else from
 * the stages that imports have shown deals in.
 */
export function fitStages(input: StageFitInput): FittedStages {
  const { deals, times, grid, order } = input;
  const noted = deals.map(withNotedEntries);
  if (hasHistory(noted, times)) {
    const visits = stageVisits(noted, times);
    return {
      factors: landmarks(visits, input),
      conversions: conversionsFromTransitions(visits, times, order ?? orderByEntry(visits, times)),
    };
  }
  const counts = order === null ? null : countStages(deals, times, grid.lastDay, order);
  if (order === null || counts === null) {
    // Stages passed between two imports were not seen: conversions would come out too low, differences only smaller.
    const factors = hasHistory(deals, times) ? landmarks(stageVisits(deals, times), input) : null;
    return { factors, conversions: null };
  }
  const open = deals.filter(({ outcome }) => outcome === 'open');
  return {
    factors: countedFactors(counts, order, open, input.byKind, grid.lastDay + 1, input.steps),
    conversions: conversionsFromCounts(counts, order, input.byKind.map(conversionOfHazards)),
  };
}

function landmarks(visits: StageVisits, input: StageFitInput): StageFactors | null {
  return landmarkFactors(visits, input.times, input.grid, plainHazards(input), input.firstMonth);
}

/** The deal with the entries that somebody noted. */
function withNotedEntries(deal: Deal): Deal {
  if (!deal.stageEntries.some(({ isSeen }) => isSeen)) return deal;
  return { ...deal, stageEntries: deal.stageEntries.filter(({ isSeen }) => !isSeen) };
}

function plainHazards({ deals, byKind, sellers }: StageFitInput): PlainHazards {
  const ofOwner = new Map(sellers.map((seller) => [seller.owner, seller]));
  const factorBy = (cause: 'won' | 'lost'): Float64Array =>
    Float64Array.from(deals, ({ owner }) => (owner === null ? 1 : (ofOwner.get(owner)?.[cause] ?? 1)));
  return {
    won: byKind.map((hazards) => cumulativeHazard(hazards, hazards.won)),
    lost: byKind.map((hazards) => cumulativeHazard(hazards, hazards.lost)),
    wonFactor: factorBy('won'),
    lostFactor: factorBy('lost'),
  };
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
