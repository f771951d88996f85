import type { Day, Month } from '../calendar/calendar';
import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { DealChances } from '../fit/dealChances';
import { dealTimes } from '../fit/dealTimes';
import { FEWEST_PRIOR_EVENTS, sellerRecords } from '../fit/fitSellers';
import { monthGrid } from '../fit/monthGrid';
import { priorEvents, type ObservedExpected } from '../fit/shrunkFactors';
import type { Estimate } from '../fit/summary';
import { winShareByAge, winTimeOfHazards } from '../funnel/hazards';
import type { Hazards } from '../funnel/model';

/** Standard normal quantile that leaves 80 % inside. */
const Z80 = 1.2816;
/** However alike sellers look, so many events of doubt are left about each: what differences may hide in chance. */
const MOST_PRIOR_EVENTS = 400;

/** How a seller's deals close, beside the team's. */
export interface SellerRates {
  conversion: Estimate;
  daysToWin: Estimate;
  /** Sd of the log of what the seller wins, beside the team. */
  doubt: number;
}

export interface TeamRates {
  conversion: Estimate | null;
  daysToWin: Estimate | null;
  bySeller: ReadonlyMap<string, SellerRates>;
  /** Whether the forecast tells sellers apart. */
  differ: boolean;
}

/**
 * Conversion and days to win of the team's own mix of leads, were all of them one seller's: the fitted hazards times the seller's
 * factors, those of the forecast. Doubts of the factors are those of gammas with so many events as the record counts and its prior has;
 * with c the conversion, logit c has the variance of won plus that of lost, and the log of the days c² won + (1 − c)² lost.
 *
 * @param deals the deals that were fitted, as known on the data day
 * @param leftEdge first month whose closings are in the data; null = all
 */
export function sellerRates(deals: readonly Deal[], chances: DealChances, leftEdge: Month | null): TeamRates {
  const dataDay = chances.start - 1;
  const hazards = chances.kinds.map((kind) => kind.hazards);
  const mix = leadMix(deals, hazards);
  const closed = deals.filter(({ outcome }) => outcome !== 'open').length;
  const won = deals.filter(({ outcome }) => outcome === 'won').length;
  const team = ratesWith(hazards, mix, 1, 1);
  const records = recordsOf(deals, dataDay, hazards, leftEdge);
  const factors = new Map(chances.sellers.map((seller) => [seller.owner, seller]));
  const bySeller = new Map<string, SellerRates>();
  if (records !== null && team !== null) {
    const priorWon = boundedPrior(records.won);
    const priorLost = boundedPrior(records.lost);
    records.owners.forEach((owner, index) => {
      const factor = factors.get(owner);
      const own = ratesWith(hazards, mix, factor?.won ?? 1, factor?.lost ?? 1) ?? team;
      const wonVariance = 1 / (casesOf(records.won[index]!) + priorWon);
      const lostVariance = 1 / (casesOf(records.lost[index]!) + priorLost);
      const n = records.closings[index]!;
      bySeller.set(owner, estimates(own, wonVariance, lostVariance, n, n));
    });
  }
  const ofTeam =
    team === null || closed === 0
      ? null
      : estimates(team, 1 / (won + 1), 1 / (closed - won + 1), closed, closed);
  return {
    conversion: ofTeam?.conversion ?? null,
    daysToWin: ofTeam?.daysToWin ?? null,
    bySeller,
    differ: chances.sellers.length > 0,
  };
}

function recordsOf(
  deals: readonly Deal[],
  dataDay: Day,
  hazards: readonly Hazards[],
  leftEdge: Month | null,
): ReturnType<typeof sellerRecords> {
  const firstCreated = deals.reduce((first, deal) => Math.min(first, deal.created), dataDay);
  const grid = monthGrid(firstCreated, dataDay);
  const firstMonth = leftEdge === null ? 0 : Math.max(0, grid.months.indexOf(leftEdge));
  return sellerRecords(deals, dealTimes(deals, dataDay), grid, hazards, firstMonth);
}

function boundedPrior(groups: readonly ObservedExpected[]): number {
  return Math.min(MOST_PRIOR_EVENTS, priorEvents(groups, FEWEST_PRIOR_EVENTS));
}

/** Equally weighted events that a record counts for. */
function casesOf({ expected, variance }: ObservedExpected): number {
  return expected > 0 && variance > 0 ? (expected * expected) / variance : 0;
}

/** Share of each kind among all deals, in the order of `KINDS`. */
function leadMix(deals: readonly Deal[], hazards: readonly Hazards[]): number[] {
  const counts = hazards.map(() => 0);
  for (const { kind } of deals) counts[KINDS.indexOf(kind)]!++;
  return counts.map((count) => (deals.length > 0 ? count / deals.length : 0));
}

/** Null where nothing is ever won. */
function ratesWith(
  hazards: readonly Hazards[],
  mix: readonly number[],
  wonFactor: number,
  lostFactor: number,
): { conversion: number; days: number } | null {
  let conversion = 0;
  let days = 0;
  hazards.forEach((plain, kind) => {
    if (!(mix[kind]! > 0)) return;
    const own = {
      ageFrom: plain.ageFrom,
      won: plain.won.map((rate) => rate * wonFactor),
      lost: plain.lost.map((rate) => rate * lostFactor),
    };
    const share = mix[kind]! * winShareByAge(own, Infinity);
    conversion += share;
    days += share * (winTimeOfHazards(own)?.meanDays ?? 0);
  });
  return conversion > 0 ? { conversion, days: days / conversion } : null;
}

function estimates(
  { conversion, days }: { conversion: number; days: number },
  wonVariance: number,
  lostVariance: number,
  closed: number,
  n: number,
): SellerRates {
  const odds = conversion / (1 - conversion);
  const spread = Math.exp(Z80 * Math.sqrt(wonVariance + lostVariance));
  const daysSd = Math.sqrt(conversion ** 2 * wonVariance + (1 - conversion) ** 2 * lostVariance);
  const shareOf = (ratio: number): number => (ratio === Infinity ? 1 : ratio / (1 + ratio));
  return {
    conversion: { value: conversion, low: shareOf(odds / spread), high: shareOf(odds * spread), n: closed },
    daysToWin: {
      value: days,
      low: days * Math.exp(-Z80 * daysSd),
      high: days * Math.exp(Z80 * daysSd),
      n,
    },
    // What a seller wins per lead goes with the conversion: the derivative of its log by that of the odds is 1 − c.
    doubt: (1 - conversion) * Math.sqrt(wonVariance + lostVariance),
  };
}
