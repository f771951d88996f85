import type { Share } from '../funnel/model';
import type { StageCounts } from './stageCounts';

/** Share of the deals that reach a stage and go on from it, to any later stage or to be won. */
export interface StageConversion {
  stage: string;
  conversion: Share;
  /** Closed deals that tell. */
  n: number;
}

/** A kind counts as much as the pool once 10 of its deals tell (beta prior), the pool half a case either way (Jeffreys). */
const POOL_CASES = 10;
const JEFFREYS = 0.5;

/**
 * Conversions per kind and stage from weighted counts: a beta with a prior from the pool, then all odds to be won scaled
 * by one factor a kind, so that the whole funnel converts as the hazards say.
 *
 * @param conversions chance to be won of a new lead, in the order of `KINDS`
 * @returns in the order of `KINDS`
 */
export function conversionsFromCounts(
  counts: StageCounts,
  order: readonly string[],
  conversions: readonly number[],
): StageConversion[][] {
  const shrunk = shrunkConversions(counts);
  return conversions.map((target, kind) => {
    const plain = shrunk[kind]!;
    const chances = chancesFrom(plain.map(({ mean }) => mean));
    const scale = oddsOf(target) / oddsOf(chances[0]!);
    const scaled = [...chances.map((chance) => shareOfOdds(scale * oddsOf(chance))), 1];
    return order.map((stage, index) => ({
      stage,
      conversion: { mean: Math.min(1, scaled[index]! / scaled[index + 1]!), cases: plain[index]!.cases },
      n: counts[kind]![index]!.n,
    }));
  });
}

/** Odds to be won of a deal that reached each stage ÷ those of a new lead, by kind and stage. */
export function stageOddsRatios(counts: StageCounts): number[][] {
  return shrunkConversions(counts).map((ofKind) => {
    const chances = chancesFrom(ofKind.map(({ mean }) => mean));
    return chances.map((chance) => oddsOf(chance) / oddsOf(chances[0]!));
  });
}

/** Conversion of each stage with the cases it rests on, kinds shrunk to the pool. */
function shrunkConversions(counts: StageCounts): { mean: number; cases: number }[][] {
  const pool = counts[counts.length - 1]!.map(({ reached, passed, cases }) =>
    reached > 0 ? (cases * (passed / reached) + JEFFREYS) / (cases + 2 * JEFFREYS) : JEFFREYS,
  );
  return counts.slice(0, -1).map((ofKind) =>
    ofKind.map(({ reached, passed, cases }, stage) => ({
      mean: (cases * (reached > 0 ? passed / reached : 0) + POOL_CASES * pool[stage]!) / (cases + POOL_CASES),
      cases: cases + POOL_CASES,
    })),
  );
}

/** Chance to be won from each stage on. */
function chancesFrom(conversions: readonly number[]): number[] {
  const chances = [...conversions];
  for (let stage = chances.length - 2; stage >= 0; stage--) chances[stage]! *= chances[stage + 1]!;
  return chances;
}

/** Neither sure nor impossible: odds stay finite. */
function oddsOf(chance: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, chance));
  return inside / (1 - inside);
}

function shareOfOdds(odds: number): number {
  return odds / (1 + odds);
}
