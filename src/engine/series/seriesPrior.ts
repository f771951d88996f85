/** How strong the parts of a series are, on the log scale. */
export interface Strengths {
  /** Sd of a month's step of the level. */
  step: number;
  /** How much of a step goes on in the next one: 0 is a random walk, above 0 a damped trend. */
  persistence: number;
  /** Sd of the month-of-quarter effects. */
  quarter: number;
  /** Sd of the month-of-year effects. */
  year: number;
  /** Variance of a count ÷ its mean. */
  dispersion: number;
}

/** Before any data the first level is within a factor of seven of the expected one, either way. */
const FIRST_LEVEL_SD = Math.log(7);

/** Precision of the levels: a band of half-width two. Entry i of `below1` couples months i and i − 1. */
export class LevelPrior {
  readonly diagonal: Float64Array;
  readonly below1: Float64Array;
  readonly below2: Float64Array;
  /** Log of the determinant. */
  logDeterminant = 0;

  constructor(private readonly months: number) {
    this.diagonal = new Float64Array(months);
    this.below1 = new Float64Array(months);
    this.below2 = new Float64Array(months);
  }

  /**
   * Steps d of the level follow d(t) = persistence · d(t − 1) + noise with sd `step`; the first one has the spread that such
   * steps have in the long run.
   */
  set({ step, persistence }: Strengths): void {
    const { diagonal, below1, below2, months } = this;
    diagonal.fill(0);
    below1.fill(0);
    below2.fill(0);
    const ofLevel = 1 / FIRST_LEVEL_SD ** 2;
    const ofStep = 1 / step ** 2;
    const ofFirstStep = ofStep * (1 - persistence ** 2);
    diagonal[0] = ofLevel;
    this.logDeterminant = Math.log(ofLevel) + Math.max(0, months - 2) * Math.log(ofStep);
    if (months < 2) return;
    diagonal[0] += ofFirstStep;
    diagonal[1]! += ofFirstStep;
    below1[1]! -= ofFirstStep;
    this.logDeterminant += Math.log(ofFirstStep);
    const next = 1 + persistence;
    for (let month = 2; month < months; month++) {
      diagonal[month]! += ofStep;
      diagonal[month - 1]! += ofStep * next * next;
      diagonal[month - 2]! += ofStep * persistence * persistence;
      below1[month]! -= ofStep * next;
      below1[month - 1]! -= ofStep * next * persistence;
      below2[month]! += ofStep * persistence;
    }
  }

  /** Half the squared distance from the prior's centre: −log density but for a constant. */
  distance(levels: Float64Array): number {
    const { diagonal, below1, below2, months } = this;
    let sum = 0;
    for (let month = 0; month < months; month++) {
      const level = levels[month]!;
      sum += 0.5 * diagonal[month]! * level * level;
      if (month > 0) sum += below1[month]! * level * levels[month - 1]!;
      if (month > 1) sum += below2[month]! * level * levels[month - 2]!;
    }
    return sum;
  }

  /** Slope of −`distance`, written to the first entries of `into`. */
  pull(levels: Float64Array, into: Float64Array): void {
    const { diagonal, below1, below2, months } = this;
    for (let month = 0; month < months; month++) {
      let sum = diagonal[month]! * levels[month]!;
      if (month > 0) sum += below1[month]! * levels[month - 1]!;
      if (month > 1) sum += below2[month]! * levels[month - 2]!;
      if (month + 1 < months) sum += below1[month + 1]! * levels[month + 1]!;
      if (month + 2 < months) sum += below2[month + 2]! * levels[month + 2]!;
      into[month] = -sum;
    }
  }
}
