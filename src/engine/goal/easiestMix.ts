import { MeanCurve } from './meanCurve';
import type { Stretch } from './stretch';

/** Steps of each stretch, in their order. */
export type Steps = readonly number[];

const ROUNDS = 4;
/** Steps that no longer move by more have settled. */
const SETTLED = 0.3;
/** Difference by which the slope of the mean is taken, in steps. */
const SMALL_STEP = 0.25;

/**
 * The steps with the smallest sum of squares at which the mean is as wished; all the way where it never is. The log of the
 * mean is taken as linear around where one stands and solved: each step in proportion to what it brings, cut to its limits.
 * That is taken again from there until the steps settle; then their common scale is solved on the mean itself.
 */
export class EasiestMix {
  readonly #stretches: readonly Stretch[];
  readonly #meanAt: (values: readonly number[]) => number;
  readonly #most: Steps;
  /** Along the slopes found for the first wish: later ones lie near it. */
  #curve: MeanCurve | null = null;
  #stepsAt: (scale: number) => Steps = () => [];

  readonly #from: Steps;

  /** @param from steps that should not be far off */
  constructor(
    stretches: readonly Stretch[],
    meanAt: (values: readonly number[]) => number,
    from: Steps = stretches.map(() => 0),
  ) {
    this.#from = from;
    this.#stretches = stretches;
    this.#meanAt = meanAt;
    this.#most = stretches.map(({ most }) => most);
  }

  steps(wished: number): Steps {
    this.#curve ??= this.#findCurve(Math.log(wished));
    return wished < this.#curve.last ? this.#stepsAt(this.#curve.solve(wished)) : this.#most;
  }

  valuesOf(steps: Steps): number[] {
    return this.#stretches.map((stretch, index) => stretch.valueAt(steps[index] ?? 0));
  }

  #findCurve(target: number): MeanCurve {
    let steps = this.#from;
    let slopes: Steps = [];
    for (let round = 0; round < ROUNDS; round++) {
      const here = this.#logMean(steps);
      slopes = this.#most.map((_, index) => this.#slopeAt(steps, index, here));
      const next = this.#along(slopes, target - here + dot(slopes, steps));
      const moved = Math.max(0, ...next.map((value, index) => Math.abs(value - (steps[index] ?? 0))));
      steps = next;
      if (moved < SETTLED) break;
    }
    const furthest = slopes.map((slope, index) => (slope > 0 ? (this.#most[index] ?? 0) / slope : 0));
    // Counted from 1: the log of the mean is then about straight along the way.
    this.#stepsAt = (scale) => this.#cut(slopes, scale - 1);
    const way = { from: 1, to: 1 + Math.max(0, ...furthest), isWhole: false };
    return new MeanCurve(way, (scale) => this.#meanAt(this.valuesOf(this.#stepsAt(scale))));
  }

  #logMean(steps: Steps): number {
    return Math.log(Math.max(Number.MIN_VALUE, this.#meanAt(this.valuesOf(steps))));
  }

  #slopeAt(steps: Steps, index: number, here: number): number {
    const at = steps[index] ?? 0;
    const hasRoom = at + SMALL_STEP <= (this.#most[index] ?? 0);
    const difference = hasRoom ? SMALL_STEP : -Math.min(SMALL_STEP, at);
    if (difference === 0) return 0;
    const beside = steps.map((value, other) => (other === index ? at + difference : value));
    return Math.max(0, (this.#logMean(beside) - here) / difference);
  }

  #cut(slopes: Steps, scale: number): number[] {
    return slopes.map((slope, index) => Math.min(this.#most[index] ?? 0, scale * slope));
  }

  /** The smallest sum of squares with Σ slope · step as needed, or all the way. */
  #along(slopes: Steps, needed: number): number[] {
    let low = 0;
    let high = 1;
    while (dot(slopes, this.#cut(slopes, high)) < needed && high < 1e12) high *= 4;
    for (let round = 0; round < 60; round++) {
      const middle = (low + high) / 2;
      if (dot(slopes, this.#cut(slopes, middle)) < needed) low = middle;
      else high = middle;
    }
    return this.#cut(slopes, high);
  }
}

function dot(one: Steps, other: Steps): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}
