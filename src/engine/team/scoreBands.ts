import type { Estimate } from '../fit/summary';
import type { ScoreBand } from './team';

/** A score and what became of the deal. */
export interface ScoredDeal {
  score: number;
  isWon: boolean;
}

/** Standard normal quantile that leaves 80 % inside. */
const Z80 = 1.2816;
const EDGES = [0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1];
/** A band with fewer cases is joined to the one below it. */
const FEWEST_CASES = 30;

/**
 * Scores in bands, each with the share won. A deal that stays open is seen from up to `overlap` month ends with the same outcome ahead, so
 * the interval (Wilson 1927) counts the cases by that much less.
 */
export function scoreBands(scored: readonly ScoredDeal[], overlap: number): ScoreBand[] {
  const bands: { from: number; to: number; n: number; sum: number; won: number }[] = [];
  for (let edge = 0; edge + 1 < EDGES.length; edge++) {
    const from = EDGES[edge]!;
    const to = EDGES[edge + 1]!;
    const band = { from, to, n: 0, sum: 0, won: 0 };
    for (const { score, isWon } of scored) {
      if (score < from || (score >= to && edge + 2 < EDGES.length)) continue;
      band.n++;
      band.sum += score;
      if (isWon) band.won++;
    }
    const below = bands.at(-1);
    if (below !== undefined && (band.n < FEWEST_CASES || below.n < FEWEST_CASES)) {
      below.to = to;
      below.n += band.n;
      below.sum += band.sum;
      below.won += band.won;
    } else bands.push(band);
  }
  return bands
    .filter(({ n }) => n > 0)
    .map(({ from, to, n, sum, won }) => ({
      ...{ from, to, n },
      predicted: sum / n,
      won: shareOf(won / n, n / overlap, n),
    }));
}

function shareOf(share: number, cases: number, n: number): Estimate {
  const squared = (Z80 * Z80) / cases;
  const centre = (share + squared / 2) / (1 + squared);
  const half = (Z80 / (1 + squared)) * Math.sqrt((share * (1 - share)) / cases + squared / (4 * cases));
  return {
    value: share,
    low: Math.max(0, Math.min(share, centre - half)),
    high: Math.min(1, Math.max(share, centre + half)),
    n,
  };
}
