import type { Deal, Kind, StageEntry } from '../deals/deal';
import type { RunStep } from '../funnel/hazards';
import type { DealChances, SellerFactor, StageFactor, StageFactors } from './dealChances';

/** The stage factor that holds for a deal, and how long it has been there. */
export interface StageOfDeal {
  factor: StageFactor;
  daysInStage: number | null;
  basis: StageFactors['basis'];
}

/** Looks up the stage factor of any deal; null where its stage is unknown or says nothing. */
export function stageFinder({ stages, start }: DealChances): (deal: Deal) => StageOfDeal | null {
  if (stages === null) return () => null;
  const byStage = new Map<string, StageFactor[]>();
  for (const factor of stages.factors) {
    const key = keyOf(factor.stage, factor.kind);
    byStage.set(
      key,
      [...(byStage.get(key) ?? []), factor].sort((a, b) => a.fromDays - b.fromDays),
    );
  }
  return (deal) => {
    if (deal.stage === null) return null;
    const own = byStage.get(keyOf(deal.stage, deal.kind)) ?? byStage.get(keyOf(deal.stage, null));
    if (own === undefined) return null;
    const entry = entryOfStage(deal);
    const days = entry === null ? null : start - entry.day;
    const factor = own.filter(({ fromDays }) => fromDays <= (days ?? 0)).at(-1);
    // Where the day was only seen, the deal has been there for longer.
    const daysInStage = entry?.isSeen ? null : days;
    return factor === undefined ? null : { factor, daysInStage, basis: stages.basis };
  };
}

/** Looks up a deal's seller; null where unknown or new. */
export function sellerFinder({ sellers }: DealChances): (deal: Deal) => SellerFactor | null {
  const byOwner = new Map(sellers.map((seller) => [seller.owner, seller]));
  return ({ owner }) => (owner === null ? null : (byOwner.get(owner) ?? null));
}

/** The forecast steps as a deal of this stage and seller meets them. */
export function stepsWith(
  { steps, stages }: DealChances,
  stage: StageFactor | null,
  seller: SellerFactor | null,
): readonly RunStep[] {
  if (stage === null && seller === null) return steps;
  let day = 0;
  return steps.map(({ days, rhythm, lostRhythm = 1 }) => {
    const from = day;
    day += days;
    const over = (factors: readonly number[]): number =>
      meanOver(factors, stages?.aheadFrom ?? [0], from, day);
    return {
      days,
      rhythm: rhythm * (seller?.won ?? 1) * (stage === null ? 1 : over(stage.won)),
      lostRhythm: lostRhythm * (seller?.lost ?? 1) * (stage === null ? 1 : over(stage.lost)),
    };
  });
}

/** Mean of factors constant between the days of `starts`, from day `from` up to day `to`. */
function meanOver(factors: readonly number[], starts: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let index = 0; index < factors.length; index++) {
    const begin = Math.max(from, starts[index]!);
    const end = Math.min(to, starts[index + 1] ?? Infinity);
    if (end > begin) total += (end - begin) * factors[index]!;
  }
  return total / (to - from);
}

/** The latest entry of the stage a deal is in. */
function entryOfStage({ stage, stageEntries }: Deal): StageEntry | null {
  let latest: StageEntry | null = null;
  for (const entry of stageEntries) {
    if (entry.stage === stage && (latest === null || entry.day > latest.day)) latest = entry;
  }
  return latest;
}

function keyOf(stage: string, kind: Kind | null): string {
  return `${kind ?? '*'} ${stage}`;
}
