import {
  scoreOrigins,
  SIMPLE_METHODS,
  type Method,
  type OriginResult,
  type Outlook,
  type SimpleMethod,
} from '../../src/engine';
import { SIMULATED, type DatasetScores } from './accuracyReport';

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
      if (found === null) return [];
      const sumsOf = (method: Method): ErrorSums[] =>
        result.origins.map((origin) => errorSums(origin, measure, method));
      return [{ ratio: found.ratio, own: sumsOf('seedcast'), rival: sumsOf(found.against) }];
    });
    if (usable.length === 0) continue;
    const uniform = congruential(1);
    const drawn = Array.from({ length: RESAMPLES }, () =>
      geometricMean(usable.map(({ own, rival }) => drawRatio(own, rival, uniform))),
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

/** Geometric mean over the data sets of Seedcast's error ÷ that of one simple method used throughout. */
export function singleMethodRatios(datasets: readonly DatasetScores[]): string[] {
  if (datasets.every(({ result }) => result.origins.length === 0)) return [];
  const lines = SIMPLE_METHODS.map((method) => {
    const figures = MEASURES.map((measure) => {
      const ratios = datasets.flatMap(({ result }) => {
        const own = result.methods.seedcast[measure];
        const other = result.methods[method][measure];
        return own !== null && other !== null && other > 0 ? [own / other] : [];
      });
      return (ratios.length > 0 ? geometricMean(ratios).toFixed(3) : '-').padStart(12);
    });
    return `  ${method.padEnd(30)}${figures.join('')}`;
  });
  return [
    '',
    `against each single method:${' '.repeat(5)}${MEASURES.map((name) => name.padStart(12)).join('')}`,
    ...lines,
  ];
}

/** How often the ranges held over all origins of the data sets together, simulated companies left out. */
export function pooledCoverage(datasets: readonly DatasetScores[]): string[] {
  const origins = datasets.filter(({ name }) => name !== SIMULATED).flatMap(({ result }) => result.origins);
  if (origins.length === 0) return [];
  // Origins without amounts have ranges of nothing: they count for wins only.
  const valued = origins.filter(({ actual }) => actual.quarter > 0);
  const share = (value: number | null): string => (value === null ? '-' : value.toFixed(3));
  const [all, withValue] = [scoreOrigins(origins), scoreOrigins(valued)];
  const line = (key: 'coverage50' | 'coverage80'): string =>
    `wins ${share(all[key].wins)}, revenue ${share(withValue[key].revenue)}, quarter ${share(withValue[key].quarter)}`;
  return ['', `all ${origins.length} origins pooled: 50 % ${line('coverage50')}; 80 % ${line('coverage80')}`];
}

/** Sums of |error| and of actuals of one method at one origin, one measure. */
interface ErrorSums {
  error: number;
  actual: number;
}

const VALUES_OF: Readonly<Record<ErrorMeasure, (outlook: Outlook) => readonly (number | null)[]>> = {
  wapeWins: ({ wins }) => wins,
  wapeRevenue: ({ revenue }) => revenue,
  wapeQuarter: ({ quarter }) => [quarter],
  wapeYear: ({ year }) => [year],
};

function errorSums({ actual, forecasts }: OriginResult, measure: ErrorMeasure, method: Method): ErrorSums {
  const sums = { error: 0, actual: 0 };
  const outlook = forecasts[method];
  if (outlook === null) return sums;
  const said = VALUES_OF[measure](outlook);
  VALUES_OF[measure](actual).forEach((happened, index) => {
    const forecast = said[index] ?? null;
    if (happened === null || forecast === null) return;
    sums.error += Math.abs(forecast - happened);
    sums.actual += happened;
  });
  return sums;
}

/** The ratio on as many origins drawn anew; NaN where the draw has none that both can be scored on. */
function drawRatio(own: readonly ErrorSums[], rival: readonly ErrorSums[], uniform: () => number): number {
  const sums = [0, 0, 0, 0];
  for (let draw = 0; draw < own.length; draw++) {
    const index = Math.floor(uniform() * own.length);
    sums[0]! += own[index]!.error;
    sums[1]! += own[index]!.actual;
    sums[2]! += rival[index]!.error;
    sums[3]! += rival[index]!.actual;
  }
  return sums[0]! / sums[1]! / (sums[2]! / sums[3]!);
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
