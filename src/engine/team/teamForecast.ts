import { firstDayOfMonth, lastDayOfMonth } from '../calendar/month';
import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { DealChances } from '../fit/dealChances';
import { amountIn } from '../fit/fitValues';
import { winShareByAge } from '../funnel/hazards';
import { leadShares, type LeadShares } from './leadShares';
import { distributionOfSum, type LumpyFlow } from './lumpySum';
import { openOfSellers, type OpenOfSeller } from './openOfSellers';
import { commonVariance } from './commonVariance';
import { meanOutput } from './ramp';
import { sellerRates, type TeamRates } from './sellerRates';
import { sellersOf, type KnownSeller } from './sellersOf';
import type {
  CompanyPeriod,
  NobodyPeriod,
  OpenPipeline,
  Seller,
  SellerPeriod,
  TeamAnswer,
  TeamLack,
  TeamOptions,
} from './team';

const FEWEST_CLOSED = 10;
const NO_PIPELINE: OpenPipeline = { deals: 0, amount: 0, expected: 0 };

/**
 * What each seller brings in the periods of a forecast: won already, own open deals, and a share of the leads yet to come. By kind
 * all sellers, with what belongs to nobody, add up to the forecast's own figures. Ranges: which of the own deals are won, at a level
 * that all share (what the forecast itself may be off by) and a doubt of the seller's own.
 *
 * @param deals the deals that were fitted, as known on the data day
 * @param chances what the fit says of open deals
 */
export function teamForecast(deals: readonly Deal[], chances: DealChances, options: TeamOptions): TeamAnswer {
  const { periods, ramp } = options;
  const dataDay = chances.start - 1;
  const known = sellersOf(deals, options.sellers);
  const active = known.filter(({ hasLeft }) => !hasLeft);
  const open = openOfSellers(deals, chances, periods);
  const shares = leadShares(deals, active, dataDay, ramp);
  const rates = sellerRates(deals, chances, options.leftEdge);
  const won = periods.map((period) => wonBySeller(deals, chances.currency, period));
  const weights = periods.map((period) => newWeights(period, active, shares, chances, ramp));
  const common = periods.map((period, index) =>
    commonVariance(
      period,
      [...open.values()].flatMap((each) => each.periods[index]!.deals),
      KINDS.map((kind, slot) => flowOf(chances, slot, partOf(period, kind)?.fromNew ?? 0)),
    ),
  );

  const periodOf = (seller: KnownSeller, index: number): SellerPeriod => {
    const period = periods[index]!;
    const place = active.indexOf(seller);
    const fromNew = place < 0 ? KINDS.map(() => 0) : weights[index]!.bySeller[place]!;
    const own = place < 0 ? undefined : open.get(seller.name)?.periods[index];
    const parts = {
      alreadyWon: won[index]!.get(seller.name) ?? 0,
      fromOpen: own?.value ?? 0,
      fromNew: sum(fromNew),
    };
    const toCome = parts.fromOpen + parts.fromNew;
    const ofNew = toCome > 0 ? parts.fromNew / toCome : 0;
    const ownVariance =
      (rates.bySeller.get(seller.name)?.doubt ?? 0) ** 2 + ofNew ** 2 / ((shares.rests[place] ?? 0) + 1);
    const distribution = distributionOfSum({
      base: parts.alreadyWon,
      deals: own?.deals ?? [],
      flows: fromNew.map((value, slot) => flowOf(chances, slot, value)),
      levelLogSd: Math.sqrt(Math.log1p(common[index]! + ownVariance)),
    });
    const at = (share: number): number => distribution[Math.round(share * (distribution.length - 1))]!;
    return {
      ...parts,
      value: parts.alreadyWon + toCome,
      low: at(0.1),
      high: at(0.9),
      distribution,
      output: seller.hasLeft
        ? 0
        : meanOutput(firstDayOfMonth(period.from), lastDayOfMonth(period.to), seller.startedOn, ramp),
    };
  };
  const sellers = known
    .map((seller): Seller => {
      const { name, hasLeft, startedOn, isStartTyped, lastActive } = seller;
      const place = active.indexOf(seller);
      const own = rates.bySeller.get(name);
      return {
        ...{ name, hasLeft, startedOn, isStartTyped, lastActive, won: seller.won, closed: seller.closed },
        open: open.get(name)?.pipeline ?? NO_PIPELINE,
        conversion: own?.conversion ?? null,
        daysToWin: own?.daysToWin ?? null,
        leadShares: KINDS.flatMap((kind, slot) => {
          const isThere = periods.some((period) => (partOf(period, kind)?.fromNew ?? 0) > 0);
          return place < 0 || !isThere ? [] : [{ kind, share: shares.bySeller[place]![slot]! }];
        }),
        periods: periods.map((_, index) => periodOf(seller, index)),
      };
    })
    .sort(
      (a, b) =>
        Number(a.hasLeft) - Number(b.hasLeft) || (b.periods[0]?.value ?? 0) - (a.periods[0]?.value ?? 0),
    );
  const leavers = known.filter(({ hasLeft }) => hasLeft).flatMap(({ name }) => open.get(name) ?? []);
  return {
    currency: chances.currency,
    start: chances.start,
    periods: periods.map(({ from, to, distribution, kinds }) => ({
      ...{ from, to, distribution },
      value: sum(kinds.map((part) => part.alreadyWon + part.fromOpen + part.fromNew)),
    })),
    sellers,
    nobody: periods.map((period, index) => nobodyOf(period, index, sellers, leavers)),
    unowned: open.get(null)?.pipeline ?? NO_PIPELINE,
    left: leavers.reduce((total, { pipeline }) => addPipelines(total, pipeline), NO_PIPELINE),
    conversion: rates.conversion,
    daysToWin: rates.daysToWin,
    lacks: lacksOf(deals, known, rates),
  };
}

/** What the forecast has and no seller does: deals and leads without an owner, and open deals of those who have left. */
function nobodyOf(
  { kinds }: CompanyPeriod,
  index: number,
  sellers: readonly Seller[],
  leavers: readonly OpenOfSeller[],
): NobodyPeriod {
  const rest = (part: 'alreadyWon' | 'fromOpen' | 'fromNew'): number => {
    const company = sum(kinds.map((kind) => kind[part]));
    const left = company - sum(sellers.map(({ periods }) => periods[index]![part]));
    // What sums of many figures leave in the last digits is nobody's money.
    return Math.abs(left) <= 1e-9 * Math.abs(company) ? 0 : left;
  };
  const parts = { alreadyWon: rest('alreadyWon'), fromOpen: rest('fromOpen'), fromNew: rest('fromNew') };
  return {
    ...parts,
    value: parts.alreadyWon + parts.fromOpen + parts.fromNew,
    fromLeft: sum(leavers.map(({ periods }) => periods[index]!.value)),
  };
}

/** Won value of a period by seller, as the forecast counts what is already won. */
function wonBySeller(
  deals: readonly Deal[],
  currency: string,
  { from, to }: CompanyPeriod,
): ReadonlyMap<string, number> {
  const won = new Map<string, number>();
  const first = firstDayOfMonth(from);
  const last = lastDayOfMonth(to);
  for (const deal of deals) {
    if (deal.outcome !== 'won' || deal.closed === null || deal.owner === null) continue;
    if (deal.closed < first || deal.closed > last) continue;
    won.set(deal.owner, (won.get(deal.owner) ?? 0) + (amountIn(deal, currency) ?? 0));
  }
  return won;
}

/** The value of leads to come of a period by seller and kind: shares × output × conversion, in parts of the forecast's. */
function newWeights(
  period: CompanyPeriod,
  active: readonly KnownSeller[],
  shares: LeadShares,
  chances: DealChances,
  ramp: readonly number[],
): { bySeller: number[][] } {
  const last = lastDayOfMonth(period.to);
  const outputs = active.map(({ startedOn }) => meanOutput(chances.start, last, startedOn, ramp));
  const ratios = active.map(({ name }) => conversionRatios(chances, name));
  const weights = active.map((_, seller) =>
    KINDS.map((__, kind) => shares.bySeller[seller]![kind]! * outputs[seller]! * ratios[seller]![kind]!),
  );
  return {
    bySeller: weights.map((own) =>
      own.map((weight, kind) => {
        const all = sum(weights.map((each) => each[kind]!)) + shares.nobody[kind]!;
        return all > 0 ? ((partOf(period, KINDS[kind]!)?.fromNew ?? 0) * weight) / all : 0;
      }),
    ),
  };
}

/** Conversion of each kind with the seller's factors ÷ without. */
function conversionRatios({ kinds, sellers }: DealChances, name: string): number[] {
  const factor = sellers.find(({ owner }) => owner === name);
  return kinds.map(({ hazards }) => {
    const plain = winShareByAge(hazards, Infinity);
    if (factor === undefined || !(plain > 0)) return 1;
    const own = {
      ageFrom: hazards.ageFrom,
      won: hazards.won.map((rate) => rate * factor.won),
      lost: hazards.lost.map((rate) => rate * factor.lost),
    };
    return winShareByAge(own, Infinity) / plain;
  });
}

function flowOf({ kinds }: DealChances, slot: number, value: number): LumpyFlow {
  const { mean, variation } = kinds[slot]!.value;
  return { expected: mean > 0 ? value / mean : 0, value: mean, variation };
}

function partOf({ kinds }: CompanyPeriod, name: (typeof KINDS)[number]) {
  return kinds.find(({ kind }) => kind === name);
}

function lacksOf(deals: readonly Deal[], known: readonly KnownSeller[], rates: TeamRates): TeamLack[] {
  if (deals.length === 0) return ['noDeals'];
  if (known.length === 0) return ['noOwners'];
  if (known.length === 1) return ['oneSeller'];
  if (known.reduce((count, { closed }) => count + closed, 0) < FEWEST_CLOSED) return ['fewClosed'];
  return rates.differ ? [] : ['noDifferences'];
}

function addPipelines(a: OpenPipeline, b: OpenPipeline): OpenPipeline {
  return { deals: a.deals + b.deals, amount: a.amount + b.amount, expected: a.expected + b.expected };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
