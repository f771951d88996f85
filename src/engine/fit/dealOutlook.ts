import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import { winsAheadFromAge, type WinsAhead } from '../funnel/hazards';
import type { DealChances, KindChances, SellerFactor, StageFactor } from './dealChances';
import { sellerFinder, stageFinder, stepsWith } from './factorsOfDeal';
import { amountIn } from './fitValues';

/** Below one in a hundred over the whole horizon an open deal is only open because nobody closed it. */
const STALE_CHANCE = 0.01;

/** What a deal's stage does to its chance over the horizon. */
export interface StageReason {
  stage: string;
  /** Chance with ÷ chance without. */
  factor: number;
  /** Days in the stage; null where its entry is not known. */
  daysInStage: number | null;
  basis: 'history' | 'counts';
  /** Closed deals that it rests on. */
  n: number;
}

/** What a deal's seller does to its chance over the horizon. */
export interface SellerReason {
  owner: string;
  factor: number;
  n: number;
}

/** Why a chance is what it is: `base.chance · stage.factor · seller.factor` is the total. */
export interface OutlookReasons {
  /** By age and kind alone; `n` closings that these rest on. */
  base: { chance: number; ageDays: number; n: number };
  /** Null where the stage is unknown or says nothing. */
  stage: StageReason | null;
  /** Null for a seller who is unknown or new. */
  seller: SellerReason | null;
  /**
   * How the value comes about: so much of it is the deal's own amount, at the level of won deals; the rest is what deals of
   * its kind bring that are won as late as this one would be.
   */
  value: { ownShare: number; ownValue: number | null; kindMean: number };
}

export interface DealOutlook {
  /** Chance to be won in each forecast month. */
  winChance: readonly number[];
  /** Chance to be won within the horizon: their sum. */
  total: number;
  /** Expected value if it is won. */
  value: number;
  /** `total · value`: what it adds to the forecast. */
  expectedValue: number;
  /** No realistic chance left: below 1 % over the whole horizon. */
  isStale: boolean;
  reasons: OutlookReasons;
}

/**
 * The chance of an open deal to be won in each forecast month, what it would bring, and why. The open groups of the model
 * are sums of these. A closed deal is taken as if it were open.
 *
 * @example dealOutlook(fitted.chances, deal).total // 0.31
 */
export function dealOutlook(chances: DealChances, deal: Deal): DealOutlook {
  const kind = kindChances(chances, deal);
  const ageDays = chances.start - deal.created;
  const stage = stageFinder(chances)(deal);
  const seller = sellerFinder(chances)(deal);
  const aheadWith = (stageFactor: StageFactor | null, sellerFactor: SellerFactor | null): WinsAhead => {
    const steps = stepsWith(chances, stageFactor, sellerFactor);
    return winsAheadFromAge(kind.hazards, kind.valueFactors, ageDays, steps);
  };
  const base = sum(aheadWith(null, null).chance);
  const staged = stage === null ? base : sum(aheadWith(stage.factor, null).chance);
  const ahead = aheadWith(stage?.factor ?? null, seller);
  const total = sum(ahead.chance);
  const valueAtAge = ratio(sum(ahead.worth), total);
  const value = expectedValue(chances, deal, valueAtAge);
  return {
    winChance: ahead.chance,
    total,
    value,
    expectedValue: total * value,
    isStale: total < STALE_CHANCE,
    reasons: {
      base: { chance: base, ageDays, n: kind.cases },
      stage:
        stage === null
          ? null
          : {
              stage: stage.factor.stage,
              factor: ratio(staged, base),
              daysInStage: stage.daysInStage,
              basis: stage.basis,
              n: stage.factor.n,
            },
      seller: seller === null ? null : { owner: seller.owner, factor: ratio(total, staged), n: seller.n },
      value: valueReason(chances, deal, valueAtAge),
    },
  };
}

/** Whether a chance over the horizon is too small for a deal to count as alive. */
export function isStaleChance(total: number): boolean {
  return total < STALE_CHANCE;
}

/**
 * ¼ own amount, brought to the level of won deals, and ¾ the mean of its kind at the age of winning; without an own amount,
 * that mean.
 */
export function expectedValue(chances: DealChances, deal: Deal, valueAtAge: number): number {
  const { ownShare, ownValue, kindMean } = valueReason(chances, deal, valueAtAge);
  return ownValue === null ? kindMean : ownShare * ownValue + (1 - ownShare) * kindMean;
}

/** The part of a deal's expected value that is its own amount. */
export function ownPart(chances: DealChances, deal: Deal): number {
  const { ownShare, ownValue } = valueReason(chances, deal, 1);
  return ownValue === null ? 0 : ownShare * ownValue;
}

function valueReason(chances: DealChances, deal: Deal, valueAtAge: number): OutlookReasons['value'] {
  const kindMean = kindChances(chances, deal).value.mean * valueAtAge;
  const amount = amountIn(deal, chances.currency);
  const { weight, wonToClosed } = chances.ownAmount;
  if (amount === null || amount <= 0 || weight <= 0) return { ownShare: 0, ownValue: null, kindMean };
  return { ownShare: weight, ownValue: amount * wonToClosed, kindMean };
}

function kindChances(chances: DealChances, deal: Deal): KindChances {
  return chances.kinds[KINDS.indexOf(deal.kind)]!;
}

function ratio(after: number, before: number): number {
  return before > 0 ? after / before : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
