import { ArrowSystem } from './arrowSystem';
import {
  hasSeason,
  MONTHS_IN_YEAR,
  POSITIONS_IN_QUARTER,
  quarterPositions,
  yearPositions,
} from './monthlyCounts';
import type { MonthlyCounts } from './monthlyCounts';
import { LevelPrior, type Strengths } from './seriesPrior';

/** A series at given strengths: the likeliest levels and effects, on the log scale. */
export interface SeriesFit {
  strengths: Strengths;
  level: Float64Array;
  quarter: Float64Array;
  /** Empty where there are not two years to show a season. */
  year: Float64Array;
  /** Posterior variance of the last level. */
  lastVariance: number;
  /** Log marginal likelihood of the counts, by Laplace's approximation. */
  evidence: number;
}

const MOST_STEPS = 25;
const SMALLEST_PART_OF_STEP = 1e-4;
/** In units of log likelihood: far below what decides between strengths. */
const GAIN_THAT_MATTERS = 1e-4;
/** Half a count at the expected level: the start is finite where nothing was seen. */
const PRIOR_COUNT = 0.5;

/**
 * log mean = log expected + level + month-of-quarter + month-of-year, the counts over-dispersed (double Poisson, Efron 1986:
 * a density for any dispersion, so that dispersions can be compared). The likeliest state by Newton's method; its Hessian is
 * a band bordered by the effects. Keeps its working space and the last state, from which the next fit starts.
 */
export class SeriesFitter {
  private readonly months: number;
  private readonly effects: number;
  private readonly hasYear: boolean;
  private readonly quarterOf: Uint8Array;
  private readonly yearOf: Uint8Array;
  private readonly prior: LevelPrior;
  private readonly system: ArrowSystem;
  private readonly state: Float64Array;
  private readonly trial: Float64Array;
  private readonly move: Float64Array;
  /** Expected counts at the state that was last asked for, and at the state kept. */
  private triedMeans: Float64Array;
  private means: Float64Array;
  /** Log likelihood of counts that are their own means, times the dispersion; what does not depend on the state; counts used. */
  private saturated = 0;
  private constant = 0;
  private used = 0;

  constructor(private readonly counts: MonthlyCounts) {
    this.months = counts.months.length;
    this.hasYear = hasSeason(counts);
    this.effects = POSITIONS_IN_QUARTER + (this.hasYear ? MONTHS_IN_YEAR : 0);
    this.quarterOf = quarterPositions(counts.months, counts.fiscalYearStart);
    this.yearOf = yearPositions(counts.months);
    this.prior = new LevelPrior(this.months);
    this.system = new ArrowSystem(this.months, this.effects);
    this.state = new Float64Array(this.months + this.effects);
    this.trial = new Float64Array(this.state.length);
    this.move = new Float64Array(this.state.length);
    this.triedMeans = new Float64Array(this.months);
    this.means = new Float64Array(this.months);
    this.start();
  }

  private start(): void {
    const { observed, expected } = this.counts;
    let seen = PRIOR_COUNT;
    let usual = PRIOR_COUNT;
    for (let month = 0; month < this.months; month++) {
      const count = observed[month]!;
      if (!(expected[month]! > 0)) continue;
      this.used++;
      seen += count;
      usual += expected[month]!;
      if (count <= 0) continue;
      this.saturated += count * (1 + Math.log(expected[month]! / count));
      this.constant += count * Math.log(count) - count;
    }
    this.state.fill(Math.log(seen / usual), 0, this.months);
  }

  fit(strengths: Strengths): SeriesFit {
    const { months, state, trial, move, system, prior } = this;
    prior.set(strengths);
    let value = this.logPosterior(state, strengths);
    this.keepMeans();
    for (let step = 0; step < MOST_STEPS; step++) {
      this.assemble(strengths);
      system.factorise();
      system.solve(move);
      let part = 1;
      let reached = this.tryPart(part, strengths);
      while (reached < value && part > SMALLEST_PART_OF_STEP) {
        part /= 2;
        reached = this.tryPart(part, strengths);
      }
      if (!(reached >= value)) break;
      const gain = reached - value;
      state.set(trial);
      this.keepMeans();
      value = reached;
      if (gain < GAIN_THAT_MATTERS) break;
    }
    this.assemble(strengths);
    system.factorise();
    const lastVariance = this.varianceOfLast();
    const years = this.hasYear ? MONTHS_IN_YEAR : 0;
    const logPrior =
      prior.logDeterminant -
      2 * POSITIONS_IN_QUARTER * Math.log(strengths.quarter) -
      2 * years * Math.log(strengths.year);
    return {
      strengths,
      level: state.slice(0, months),
      quarter: state.slice(months, months + POSITIONS_IN_QUARTER),
      year: state.slice(months + POSITIONS_IN_QUARTER),
      lastVariance,
      evidence: value + 0.5 * (logPrior - system.logDeterminant),
    };
  }

  /** Diagonal entry of the inverse of the factorised Hessian. */
  private varianceOfLast(): number {
    const { move, months, system } = this;
    move.fill(0);
    move[months - 1] = 1;
    system.solve(move);
    return move[months - 1]!;
  }

  private keepMeans(): void {
    [this.means, this.triedMeans] = [this.triedMeans, this.means];
  }

  private tryPart(part: number, strengths: Strengths): number {
    const { state, trial, move } = this;
    for (let index = 0; index < state.length; index++) trial[index] = state[index]! + part * move[index]!;
    return this.logPosterior(trial, strengths);
  }

  private logMean(state: Float64Array, month: number): number {
    const { months } = this;
    const log = state[month]! + state[months + this.quarterOf[month]!]!;
    return this.hasYear ? log + state[months + POSITIONS_IN_QUARTER + this.yearOf[month]!]! : log;
  }

  private logPosterior(state: Float64Array, { dispersion, quarter, year }: Strengths): number {
    const { observed, expected } = this.counts;
    let likelihood = this.saturated;
    for (let month = 0; month < this.months; month++) {
      if (!(expected[month]! > 0)) continue;
      const log = this.logMean(state, month);
      const mean = expected[month]! * Math.exp(log);
      this.triedMeans[month] = mean;
      likelihood += observed[month]! * log - mean;
    }
    let distance = this.prior.distance(state);
    for (let effect = 0; effect < this.effects; effect++) {
      const sd = effect < POSITIONS_IN_QUARTER ? quarter : year;
      distance += 0.5 * (state[this.months + effect]! / sd) ** 2;
    }
    return likelihood / dispersion + this.constant - 0.5 * this.used * Math.log(dispersion) - distance;
  }

  /** Slope into `move`, negative Hessian into `system`. */
  private assemble({ dispersion, quarter, year }: Strengths): void {
    const { months, effects, state, move, system, prior, counts } = this;
    const { diagonal, cross, corner } = system;
    diagonal.set(prior.diagonal);
    system.below1.set(prior.below1);
    system.below2.set(prior.below2);
    cross.fill(0);
    corner.fill(0);
    prior.pull(state, move);
    for (let effect = 0; effect < effects; effect++) {
      const precision = 1 / (effect < POSITIONS_IN_QUARTER ? quarter : year) ** 2;
      corner[effect * effects + effect] = precision;
      move[months + effect] = -precision * state[months + effect]!;
    }
    for (let month = 0; month < months; month++) {
      if (!(counts.expected[month]! > 0)) continue;
      const mean = this.means[month]! / dispersion;
      const slope = counts.observed[month]! / dispersion - mean;
      const ofQuarter = this.quarterOf[month]!;
      move[month]! += slope;
      move[months + ofQuarter]! += slope;
      diagonal[month]! += mean;
      cross[month * effects + ofQuarter]! += mean;
      corner[ofQuarter * effects + ofQuarter]! += mean;
      if (!this.hasYear) continue;
      const ofYear = POSITIONS_IN_QUARTER + this.yearOf[month]!;
      move[months + ofYear]! += slope;
      cross[month * effects + ofYear]! += mean;
      corner[ofYear * effects + ofYear]! += mean;
      corner[ofYear * effects + ofQuarter]! += mean;
    }
  }
}
