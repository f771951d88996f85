import type { FunnelModel } from '../funnel/model';
import type { Forecast, SimulationRequest } from './forecast';
import { emptyOutcomes } from './outcomes';
import { PathWalk } from './pathWalk';
import { prepareModel } from './preparedModel';
import { summarise } from './summarise';

/** A simulation in slices, so that a worker can report progress and stop between them. */
export interface Simulation {
  /** Draws up to so many more paths; returns how many are done in all. */
  advance(paths: number): number;
  /** Draws what is left and sums up. */
  finish(): Forecast;
}

/**
 * Prepares a simulation of a model. The same model, seed and number of paths give the same forecast, in slices of any
 * size; path i draws the same numbers whatever the others do.
 *
 * @throws RangeError when `paths` is not a whole number of at least 1
 */
export function createSimulation(model: FunnelModel, request: SimulationRequest): Simulation {
  if (!Number.isInteger(request.paths) || request.paths < 1) {
    throw new RangeError(
      `createSimulation: paths must be a whole number of at least 1, not ${request.paths}`,
    );
  }
  const prepared = prepareModel(model);
  const { months } = prepared.horizon;
  const outcomes = emptyOutcomes(request.paths, months, prepared.kinds.length, {
    customers: model.customers !== null,
    recurring: model.recurring !== null,
    cost: model.costs.length > 0,
  });
  const walk = new PathWalk(prepared, outcomes, request.seed);
  let done = 0;
  const advance = (paths: number): number => {
    const end = Math.min(request.paths, done + Math.max(0, Math.floor(paths)));
    for (; done < end; done++) walk.walk(done);
    return done;
  };
  return {
    advance,
    finish() {
      advance(request.paths - done);
      return summarise(prepared, outcomes, request);
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
