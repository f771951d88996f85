import type { Month } from '../calendar/calendar';
import { monthOfDay } from '../calendar/month';
import { PLANNED_KINDS } from '../deals/deal';
import type { FunnelModel } from '../funnel/model';
import { buildCosts } from '../plan/buildCosts';
import type { Plan } from '../plan/plan';
import { surePlan } from '../plan/surePlan';
import { exactMean } from '../simulate/exactMean';
import { quantileOfSorted } from '../simulate/quantiles';
import type { Goal, GoalRequest } from './goal';
import { cutModel, goalPeriodOf, type GoalPeriod } from './goalPeriod';
import { basisOf, shorten, type Grounds } from './grounds';
import { meanTotal, withMergedOpen } from './meanTotals';
import { ModelMaker } from './modelMaker';
import { TotalsByKind } from './pathTotals';
import type { Setting, Turn } from './setting';
import { modelOf } from './turnModel';
import { shareFrom, Yardstick } from './yardstick';

/** What the paths of a setting say of a goal. */
export interface Probed {
  /** Share of them that reach the amount. */
  chance: number;
  /** What is reached with the wanted chance. */
  atChance: number;
  /** Share of them that reach any amount. */
  chanceOf: (amount: number) => number;
}

const MOST_YARDSTICKS = 2;

/**
 * Holds settings against a goal: by the exact mean, at once, and by simulated paths.
 */
export class Probe {
  readonly goal: Goal;
  readonly period: GoalPeriod;
  /** First forecast month. */
  readonly start: Month;
  readonly paths: number;
  readonly setting: Setting;
  /** The same without doubt, for means. */
  readonly #sure: Setting;
  readonly #grounds: Grounds;
  readonly #maker: ModelMaker;
  /** Without doubt, no longer than the goal. */
  readonly #sureMaker: ModelMaker;
  readonly #totals: TotalsByKind;
  readonly #yardsticks: Yardstick[] = [];

  constructor(grounds: Grounds, plan: Plan, { goal, paths, seed }: GoalRequest) {
    this.goal = goal;
    this.paths = paths;
    this.setting = { plan, factors: {} };
    this.#sure = { plan: surePlan(plan), factors: {} };
    this.#grounds = grounds;
    this.#totals = new TotalsByKind(goal.measure, seed);
    this.#maker = new ModelMaker(grounds, plan);
    const model = this.#maker.modelOf(plan);
    this.start = model.months[0] ?? monthOfDay(model.start);
    this.period = goalPeriodOf(model, goal);
    this.#sureMaker = new ModelMaker(shorten(grounds, this.period.months), this.#sure.plan);
  }

  /** The mean of the measure up to the goal's end, what is already won included. */
  meanAt(turn: Turn): number {
    const { measure } = this.goal;
    const model = cutModel(modelOf(this.#sureMaker, turn(this.#sure)), this.period, measure);
    return this.period.alreadyWon + meanTotal(model, measure);
  }

  /** What the months up to the goal's end cost on average, whether or not anybody has said what anything costs. */
  costAt(turn: Turn): number {
    const setting = turn(this.#sure);
    const model = modelOf(this.#sureMaker, setting);
    const { plan } = setting;
    const kinds = PLANNED_KINDS.filter((kind) => basisOf(plan, this.#grounds.summary, kind) !== null);
    const costs = buildCosts(plan, kinds, model.start, this.period.months);
    const months = exactMean({ ...withMergedOpen(model), costs });
    return months.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
  }

  /** The whole model of a setting, up to the goal's end. */
  modelAt(turn: Turn): FunnelModel {
    const model = modelOf(this.#maker, turn(this.setting));
    return { ...model, months: model.months.slice(0, this.period.months) };
  }

  /** Fewer paths than all are set right by the settings that all paths have been drawn of. */
  *draw(turn: Turn, paths: number): Generator<void, Probed> {
    const model = this.#cut(turn(this.setting));
    const isFirst = this.#yardsticks.length === 0;
    const totals = yield* this.#totals.draw(model, Math.min(paths, this.paths), isFirst);
    const isAll = totals.length === this.paths;
    const sorted = totals.slice().sort();
    const yardstick = isAll ? null : this.#likest(sorted);
    // Of a few settings at most all paths are drawn: the first are as it is, and the goal.
    if (isAll && this.#yardsticks.length < MOST_YARDSTICKS)
      this.#yardsticks.push(new Yardstick(totals, sorted));
    const { alreadyWon } = this.period;
    const chanceOf = (amount: number): number => {
      const reached = shareFrom(sorted, amount - alreadyWon);
      return yardstick?.allFromFew(sorted.length, reached) ?? reached;
    };
    const level = yardstick?.fewFromAll(sorted.length, this.goal.chance) ?? this.goal.chance;
    return {
      chance: chanceOf(this.goal.amount),
      atChance: alreadyWon + (sorted.length > 0 ? quantileOfSorted(sorted, 1 - level) : 0),
      chanceOf,
    };
  }

  /** Of the yardsticks the one whose same paths come nearest. */
  #likest(sorted: Float64Array): Yardstick | null {
    const middle = quantileOfSorted(sorted, 1 - this.goal.chance);
    const missOf = (yardstick: Yardstick): number =>
      Math.abs(quantileOfSorted(yardstick.first(sorted.length), 1 - this.goal.chance) - middle);
    return this.#yardsticks.reduce(
      (best: Yardstick | null, each) => (best === null || missOf(each) < missOf(best) ? each : best),
      null,
    );
  }

  #cut(setting: Setting): FunnelModel {
    return cutModel(modelOf(this.#maker, setting), this.period, this.goal.measure);
  }
}
