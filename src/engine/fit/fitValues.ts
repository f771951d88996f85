import type { Day } from '../calendar/calendar';
import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import { winShareByAge } from '../funnel/hazards';
import type { DealValue, Hazards } from '../funnel/model';
import { ordinaryDealValue } from '../plan/ordinaryDealValue';
import { KIND_PRIORS } from './priors';
import { fitValueByAge, valueFactorAt, type ValueByAge, type WeighedWin } from './valueByAge';

export interface FittedValues {
  /** In the order of `KINDS`. */
  byKind: readonly (DealValue & { effectiveDeals: number })[];
  /** Value of a win by the age at which it is won, in units of its kind's mean; in the order of `KINDS`. */
  byAge: readonly ValueByAge[];
  /** Weight of an open deal's own amount, 0 where amounts are known only once a deal is won. */
  ownWeight: number;
  /** Mean value of won deals ÷ mean amount of closed ones. */
  wonToClosed: number;
}

const HALF_LIFE_DAYS = 365;
/** A kind counts as much as the pool once it has 10 won deals, and the same for the spread. */
const POOL_DEALS = 10;
const PRIOR_VARIATION = 1;
/** Doubt of a deal value that nothing but a default speaks for: a factor of two either way, 80 % sure. */
const DOUBT_WITHOUT_DATA = 0.54;
/** Big deals win less often and later: full trust in own amounts made a quarter's error 1.4 times as large in trials. */
const OWN_WEIGHT = 0.25;
const ENOUGH_LOST_AMOUNTS = 3;

/** Amount of a deal in the workspace's currency, or null. A deal without a currency is taken to be in it. */
export function amountIn(deal: Deal, currency: string): number | null {
  return deal.currency === null || deal.currency === currency ? deal.amount : null;
}

/** Weighted sums of won amounts. */
interface Sums {
  weight: number;
  /** Weights times the factor of the age at winning. */
  weightAtAge: number;
  squaredWeight: number;
  value: number;
  squaredValue: number;
}

/**
 * Value of a won deal by kind: mean and coefficient of variation, recency-weighted (half-life 12 months), shrunk to the
 * pool as if 10 deals had shown it. The plain mean, not that of the logs, so that totals stay right whatever the shape.
 * It is the mean over all ages at which a new lead may be won: what a young company has won so far are its quick deals.
 * With nothing won, the mean of the amounts there are; without any amount, a default.
 *
 * @param deals as known on the data day; amounts in another currency are left out
 * @param hazards in the order of `KINDS`
 */
export function fitValues(
  deals: readonly Deal[],
  dataDay: Day,
  currency: string,
  hazards: readonly Hazards[],
): FittedValues {
  const wins = deals.flatMap((deal): WeighedWin[] => {
    const value = amountIn(deal, currency);
    if (deal.outcome !== 'won' || deal.closed === null || value === null) return [];
    const weight = Math.pow(2, (deal.closed - dataDay) / HALF_LIFE_DAYS);
    return [{ deal, age: Math.max(0, deal.closed - deal.created), value, weight }];
  });
  const profile = fitValueByAge(wins);
  const sums = KINDS.map(() => emptySums());
  // Values as they would be at the mean age of a win, so that kinds differ by what they bring, not by how young they are.
  for (const win of wins) addWin(sums[KINDS.indexOf(win.deal.kind)]!, win, valueFactorAt(profile, win.age));
  const pool = sums.reduce(addSums, emptySums());
  const amounts = pool.value > 0 ? [] : positiveAmounts(deals, currency);
  const isDefault = pool.value <= 0 && amounts.length === 0;
  const poolMean =
    pool.value > 0 ? pool.value / pool.weight : isDefault ? ordinaryDealValue(currency) : mean(amounts);
  const poolSquared = shrunkSquaredVariation(pool, poolMean, PRIOR_VARIATION * PRIOR_VARIATION);
  const poolDeals = kishCases(pool);
  const byKind = sums.map((own, index) => {
    const kind = KINDS[index]!;
    const relative = isDefault ? KIND_PRIORS[kind].relativeValue : 1;
    const usual = own.weightAtAge + POOL_DEALS;
    const level = Math.max(0, (own.value + POOL_DEALS * poolMean * relative) / usual);
    const mean = level * meanFactor(profile, hazards[index]!);
    const squaredVariation = shrunkSquaredVariation(own, mean, poolSquared);
    const effectiveDeals = kishCases(own);
    const rests = effectiveDeals + Math.min(POOL_DEALS, poolDeals);
    const doubt =
      rests > 0 ? Math.min(DOUBT_WITHOUT_DATA, Math.sqrt(squaredVariation / rests)) : DOUBT_WITHOUT_DATA;
    return { mean, variation: Math.sqrt(squaredVariation), doubt, effectiveDeals };
  });
  const byAge = hazards.map((own) => {
    const mean = meanFactor(profile, own);
    return { ageFrom: profile.ageFrom, factors: profile.factors.map((factor) => factor / mean) };
  });
  return { byKind, byAge, ...ownAmountTrust(deals, currency) };
}

/** Mean factor over the ages at which a new lead is won; 1 where none ever is. */
function meanFactor({ ageFrom, factors }: ValueByAge, hazards: Hazards): number {
  const wonBy = [...ageFrom.slice(1), Infinity].map((age) => winShareByAge(hazards, age));
  const won = wonBy[wonBy.length - 1]!;
  if (!(won > 0)) return 1;
  return factors.reduce(
    (sum, factor, bin) => sum + (factor * (wonBy[bin]! - (wonBy[bin - 1] ?? 0))) / won,
    0,
  );
}

function emptySums(): Sums {
  return { weight: 0, weightAtAge: 0, squaredWeight: 0, value: 0, squaredValue: 0 };
}

function addWin(sums: Sums, { value, weight }: WeighedWin, factorAtAge: number): void {
  sums.weight += weight;
  sums.weightAtAge += weight * factorAtAge;
  sums.squaredWeight += weight * weight;
  sums.value += weight * value;
  sums.squaredValue += weight * value * value;
}

function addSums(left: Sums, right: Sums): Sums {
  return {
    weight: left.weight + right.weight,
    weightAtAge: left.weightAtAge + right.weightAtAge,
    squaredWeight: left.squaredWeight + right.squaredWeight,
    value: left.value + right.value,
    squaredValue: left.squaredValue + right.squaredValue,
  };
}

function kishCases(sums: Sums): number {
  return sums.squaredWeight > 0 ? (sums.weight * sums.weight) / sums.squaredWeight : 0;
}

/** A coefficient of variation of 100: thousands of times what any company's deals show. */
const MOST_SQUARED_VARIATION = 1e4;

function shrunkSquaredVariation(sums: Sums, mean: number, prior: number): number {
  if (!(sums.weight > 0 && mean * mean > 0)) return prior;
  const own = sums.value / sums.weight;
  const variance = Math.max(0, sums.squaredValue / sums.weight - own * own);
  // Amounts next to nothing beside ones below nothing have a mean that no spread can be measured against.
  const observed = Math.min(MOST_SQUARED_VARIATION, variance / (mean * mean));
  return (sums.weight * observed + POOL_DEALS * prior) / (sums.weight + POOL_DEALS);
}

/** Amounts known only once a deal is won would tell which deals are won: there, lost deals have none. */
function ownAmountTrust(
  deals: readonly Deal[],
  currency: string,
): Pick<FittedValues, 'ownWeight' | 'wonToClosed'> {
  const lost = deals.filter((deal) => deal.outcome === 'lost');
  const lostAmounts = positiveAmounts(lost, currency);
  if (lostAmounts.length < Math.max(ENOUGH_LOST_AMOUNTS, lost.length / 2)) {
    return { ownWeight: 0, wonToClosed: 1 };
  }
  const wonAmounts = positiveAmounts(
    deals.filter((deal) => deal.outcome === 'won'),
    currency,
  );
  const wonToClosed = wonAmounts.length > 0 ? mean(wonAmounts) / mean([...wonAmounts, ...lostAmounts]) : 1;
  return { ownWeight: OWN_WEIGHT, wonToClosed };
}

function positiveAmounts(deals: readonly Deal[], currency: string): number[] {
  return deals.flatMap((deal) => {
    const amount = amountIn(deal, currency);
    return amount !== null && amount > 0 ? [amount] : [];
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
