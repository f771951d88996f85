import { valueAlong, type Span } from './way';

const ROUNDS = 30;
/** Relative; far below what any simulation can tell. */
const CLOSE = 1e-4;

interface Known {
  share: number;
  mean: number;
}

/** The exact mean along a way, on which it must not fall. What was worked out once is known. */
export class MeanCurve {
  /** By share of the way, nearest first. */
  readonly #known: Known[];

  constructor(
    readonly way: Span,
    readonly meanAt: (value: number) => number,
  ) {
    this.#known = [
      { share: 0, mean: meanAt(way.from) },
      { share: 1, mean: meanAt(way.to) },
    ];
  }

  get first(): number {
    return this.#known[0]!.mean;
  }

  get last(): number {
    return this.#known[this.#known.length - 1]!.mean;
  }

  /**
   * Where the mean is as wished; the end where it never is. False position on the log of the mean, the end that stays halved
   * (Illinois; Dowell and Jarratt 1971, BIT 11:168).
   */
  solve(wished: number): number {
    const { way } = this;
    if (this.first >= wished) return way.from;
    if (!(this.last > wished)) return way.to;
    const missOf = ({ mean }: Known): number => Math.log(Math.max(mean, wished * 1e-9) / wished);
    const after = this.#known.findIndex(({ mean }) => mean >= wished);
    let low = this.#known[after - 1]!;
    let high = this.#known[after]!;
    let missLow = missOf(low);
    let missHigh = missOf(high);
    let stayed = 0;
    if (missHigh < CLOSE) return valueAlong(way, high.share);
    for (let round = 0; round < ROUNDS && high.share - low.share > 1e-9; round++) {
      const share = (low.share * missHigh - high.share * missLow) / (missHigh - missLow);
      const here = { share, mean: this.meanAt(valueAlong(way, share)) };
      const miss = missOf(here);
      this.#remember(here);
      if (Math.abs(miss) < CLOSE) return valueAlong(way, share);
      if (miss < 0) {
        low = here;
        missLow = miss;
        if (stayed === 1) missHigh /= 2;
        stayed = 1;
      } else {
        high = here;
        missHigh = miss;
        if (stayed === -1) missLow /= 2;
        stayed = -1;
      }
    }
    return valueAlong(way, high.share);
  }

  #remember(here: Known): void {
    const after = this.#known.findIndex(({ share }) => share > here.share);
    this.#known.splice(after, 0, here);
  }
}
