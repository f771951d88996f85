import type { FunnelModel } from '../funnel/model';
import type { Forecast, ForecastGist, SimulationRequest } from './forecast';
import { emptyOutcomes, emptySums, joinOutcomes, moveSums, type Outcomes } from './outcomes';
import { PathWalk } from './pathWalk';
import { prepareModel, type PreparedModel } from './preparedModel';
import { summarise, summariseGist } from './summarise';

/** From this many paths on a simulation has two halves, which two threads may draw at the same time. */
const PATHS_WORTH_HALVING = 4_000;

/** A simulation in slices, so that a worker can report progress and stop between them. */
export interface Simulation {
  /** Paths before its second half; all of them where there are too few to share out. */
  readonly firstHalf: number;
  /** Draws up to so many more paths; returns how many are done in all. */
  advance(paths: number): number;
  /** Takes over the second half as drawn elsewhere (`createSecondHalf`). Only while none of it is drawn here. */
  join(secondHalf: Outcomes): void;
  /** Draws what is left and sums up. */
  finish(): Forecast;
  /** The same, but only what is told at a glance. */
  finishGist(): ForecastGist;
  /** What its paths came to so far: all of them once it is finished. */
  readonly outcomes: Outcomes;
}

/** The second half of a simulation's paths, drawn by itself. Its outcomes are plain data and may cross to another thread. */
export interface SecondHalf {
  readonly paths: number;
  /** Draws up to so many more paths; returns how many are done. */
  advance(paths: number): number;
  readonly outcomes: Outcomes;
}

/**
 * Prepares a simulation of a model. The same model, seed and number of paths give the same forecast, in slices of any
 * size, whether or not its second half is drawn elsewhere; path i draws the same numbers whatever the others do.
 *
 * @throws RangeError when `paths` is not a whole number of at least 1
 */
export function createSimulation(model: FunnelModel, request: SimulationRequest): Simulation {
  const { paths, seed } = request;
  const prepared = prepare(model, request);
  const outcomes = outcomesOf(prepared, paths);
  const walk = new PathWalk(prepared, outcomes, seed);
  const firstHalf = firstHalfOf(paths);
  // Summed up by halves, wherever they are drawn: the order in which numbers are added shows in their last digits.
  const aside = { kinds: emptySums(prepared.kinds.length, outcomes.months) };
  let done = 0;
  let end = paths;
  const advance = (more: number): number => {
    const stop = Math.min(end, done + Math.max(0, Math.floor(more)));
    for (; done < stop; done++) {
      if (done === firstHalf) moveSums(outcomes, aside);
      walk.walk(done);
    }
    return done;
  };
  const drawRest = (): void => {
    advance(end - done);
    moveSums(aside, outcomes);
  };
  return {
    firstHalf,
    outcomes,
    advance,
    join(secondHalf) {
      if (done > firstHalf || secondHalf.paths !== paths - firstHalf) {
        throw new RangeError(
          `join: a half of ${secondHalf.paths} paths does not follow path ${done} of ${paths}`,
        );
      }
      end = firstHalf;
      advance(firstHalf - done);
      joinOutcomes(outcomes, secondHalf, firstHalf);
    },
    finish() {
      drawRest();
      return summarise(prepared, outcomes, request);
    },
    finishGist() {
      drawRest();
      return summariseGist(prepared, outcomes, request);
    },
  };
}

/**
 * Prepares the second half of the simulation of the same model and request, for `join`.
 *
 * @throws RangeError when `paths` is not a whole number of at least 1
 */
export function createSecondHalf(model: FunnelModel, request: SimulationRequest): SecondHalf {
  const firstHalf = firstHalfOf(request.paths);
  const paths = request.paths - firstHalf;
  const prepared = prepare(model, request);
  const outcomes = outcomesOf(prepared, paths);
  const walk = new PathWalk(prepared, outcomes, request.seed);
  let done = 0;
  return {
    paths,
    outcomes,
    advance(more) {
      const stop = Math.min(paths, done + Math.max(0, Math.floor(more)));
      for (; done < stop; done++) walk.walk(firstHalf + done, done);
      return done;
    },
  };
}

/**
 * Forecasts a model by Monte Carlo in one go.
 *
 * @example simulate(model, { paths: 10_000, seed: 1 }).nextTwelve.value.mean
 * @throws RangeError when `paths` is not a whole number of at least 1
 */
export function simulate(model: FunnelModel, request: SimulationRequest): Forecast {
  return createSimulation(model, request).finish();
}

function firstHalfOf(paths: number): number {
  return paths < PATHS_WORTH_HALVING ? paths : Math.ceil(paths / 2);
}

function prepare(model: FunnelModel, { paths }: SimulationRequest): PreparedModel {
  if (!Number.isInteger(paths) || paths < 1) {
    throw new RangeError(`createSimulation: paths must be a whole number of at least 1, not ${paths}`);
  }
  return prepareModel(model);
}

function outcomesOf({ model, horizon, kinds }: PreparedModel, paths: number): Outcomes {
  return emptyOutcomes(paths, horizon.months, kinds.length, {
    customers: model.customers !== null,
    recurring: model.recurring !== null,
    cost: model.costs.length > 0,
  });
}
