import { scoreOrigins, SIMPLE_METHODS, type OriginResult, type SimpleMethod } from '../../src/engine';
import type { DatasetScores } from './accuracyReport';

const MEASURES = ['wapeWins', 'wapeRevenue', 'wapeQuarter', 'wapeYear'] as const;
type ErrorMeasure = (typeof MEASURES)[number];

const RESAMPLES = 200;

/** Error of Seedcast ÷ error of the simple method that is best in hindsight, and which one that is. */
export interface HindsightRatio {
  ratio: number;
  against: SimpleMethod;
}

/** Null where the measure is undefined for the data set. */
export function hindsightRatio(
  origins: readonly OriginResult[],
  measure: ErrorMeasure,
): HindsightRatio | null {
  const { methods } = scoreOrigins(origins);
  const own = methods.seedcast[measure];
  let best: { method: SimpleMethod; error: number } | null = null;
  for (const method of SIMPLE_METHODS) {
    const error = methods[method][measure];
    if (error !== null && error > 0 && (best === null || error < best.error)) best = { method, error };
  }
  return own === null || best === null ? null : { ratio: own / best.error, against: best.method };
}

/**
 * Geometric mean over the data sets of the ratio to the best simple method in hindsight, with an 80 % interval by drawing
 * origins anew within each data set (the rival stays the one picked on all of them). Neighbouring origins share months, so
 * the interval is on the narrow side.
 */
export function summariseRatios(datasets: readonly DatasetScores[]): string[] {
  const scored = datasets.filter(({ result }) => result.origins.length > 0);
  if (scored.length === 0) return [];
  const lines = [
    '',
    `geometric mean over ${scored.length} data sets of seedcast ÷ best simple method in hindsight:`,
  ];
  for (const measure of MEASURES) {
    const usable = scored.flatMap(({ result }) => {
      const found = hindsightRatio(result.origins, measure);
      return found === null ? [] : [{ origins: result.origins, ...found }];
    });
    if (usable.length === 0) continue;
    const uniform = congruential(1);
    const drawn = Array.from({ length: RESAMPLES }, () =>
      geometricMean(
        usable.map(({ origins, against }) => ratioAgainst(resample(origins, uniform), measure, against)),
      ),
    ).sort((a, b) => a - b);
    const point = geometricMean(usable.map(({ ratio }) => ratio));
    const [low, high] = [drawn[Math.floor(0.1 * RESAMPLES)], drawn[Math.floor(0.9 * RESAMPLES)]];
    lines.push(
      `  ${measure}: ${point.toFixed(3)} (80 % interval ${low?.toFixed(3)} to ${high?.toFixed(3)}; ${usable.length} data sets, ` +
        `worst ${Math.max(...usable.map(({ ratio }) => ratio)).toFixed(3)})`,
    );
  }
  return lines;
}

function ratioAgainst(
  origins: readonly OriginResult[],
  measure: ErrorMeasure,
  against: SimpleMethod,
): number {
  const { methods } = scoreOrigins(origins);
  const own = methods.seedcast[measure];
  const rival = methods[against][measure];
  return own === null || rival === null || rival === 0 ? NaN : own / rival;
}

function resample(origins: readonly OriginResult[], uniform: () => number): OriginResult[] {
  return origins.map(() => origins[Math.floor(uniform() * origins.length)]!);
}

/** Undrawable ratios (an origin without the rival alone) are left out. */
function geometricMean(ratios: readonly number[]): number {
  const usable = ratios.filter((ratio) => ratio > 0);
  return Math.exp(usable.reduce((sum, ratio) => sum + Math.log(ratio), 0) / usable.length);
}

/** Numerical Recipes' constants: enough to draw origins with. */
function congruential(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
