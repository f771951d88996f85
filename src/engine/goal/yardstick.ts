import { quantileOfSorted } from '../simulate/quantiles';

/**
 * A setting that all paths have been drawn of. What its first few paths miss of all of them, those of a like setting, on
 * the same random numbers, miss too: levels of the few are read as levels of all (a control variate, by quantiles).
 */
export class Yardstick {
  readonly #totals: Float64Array;
  readonly #sorted: Float64Array;
  readonly #firsts = new Map<number, Float64Array>();

  /** @param sorted the same totals, lowest first */
  constructor(totals: Float64Array, sorted: Float64Array) {
    this.#totals = totals;
    this.#sorted = sorted;
  }

  /** The first so many paths, lowest first. */
  first(paths: number): Float64Array {
    let first = this.#firsts.get(paths);
    if (first === undefined) {
      first = this.#totals.slice(0, paths).sort();
      this.#firsts.set(paths, first);
    }
    return first;
  }

  /** Share of all paths that reach what this share of the first ones reaches. */
  allFromFew(paths: number, share: number): number {
    if (share <= 0 || share >= 1) return share;
    return shareFrom(this.#sorted, quantileOfSorted(this.first(paths), 1 - share));
  }

  /** Share of the first paths that reach what this share of all reaches. */
  fewFromAll(paths: number, share: number): number {
    return shareFrom(this.first(paths), quantileOfSorted(this.#sorted, 1 - share));
  }
}

/** Share of sorted values that are at least so much. */
export function shareFrom(sorted: Float64Array, least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return sorted.length > 0 ? (sorted.length - low) / sorted.length : 0;
}
