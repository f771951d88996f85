import { chanceOfReaching } from '../../engine';

export interface HistogramBin {
  from: number;
  to: number;
  /** Share of all outcomes that fall in the bin. */
  share: number;
}

export interface Histogram {
  bins: readonly HistogramBin[];
  from: number;
  to: number;
}

const BINS = 40;

/** Outcomes rarer than this at either end are left out, or one lucky path would squeeze all the rest together. */
const TAIL = 0.005;

/**
 * Bins of equal width from equally spaced quantiles (0 % … 100 %). With a target the edges are moved so that it falls
 * on one, and the span reaches out to it, at most by its own width: a target far away lies beyond the edge.
 */
export function histogram(quantiles: readonly number[], target: number | null): Histogram | null {
  const last = quantiles.length - 1;
  const low = quantiles[Math.round(last * TAIL)];
  const high = quantiles[Math.round(last * (1 - TAIL))];
  if (low === undefined || high === undefined || !(high > low)) return null;

  let from = low;
  let to = high;
  if (target !== null) {
    from = Math.max(Math.min(from, target), low - (high - low), Math.min(0, low));
    to = Math.min(Math.max(to, target), high + (high - low));
  }
  const width = (to - from) / BINS;
  if (target !== null && target > from && target < to) {
    from = target - Math.ceil((target - from) / width) * width;
    to = from + Math.ceil((to - from) / width) * width;
  }
  const count = Math.round((to - from) / width);
  const edge = (index: number) => from + index * width;
  return {
    bins: Array.from({ length: count }, (_, index) => ({
      from: edge(index),
      to: edge(index + 1),
      share: chanceOfReaching(quantiles, edge(index)) - chanceOfReaching(quantiles, edge(index + 1)),
    })),
    from,
    to,
  };
}
