import type { FunnelModel } from '../funnel/model';
import type { SimulationRequest } from '../simulate/forecast';
import type { Outcomes } from '../simulate/outcomes';
import { createSimulation } from '../simulate/simulation';

/** Paths between two looks at the messages. */
const PATHS_PER_SLICE = 1_000;

/** The paths of a forecast, the very ones of `simulate`, without summing them up. Yields the share done. */
export function* drawOutcomes(model: FunnelModel, request: SimulationRequest): Generator<number, Outcomes> {
  const simulation = createSimulation(model, request);
  for (let done = 0; done < request.paths;) {
    done = simulation.advance(PATHS_PER_SLICE);
    yield done / request.paths;
  }
  return simulation.outcomes;
}

/** Ranges of differences need no more: their means are exact. */
const MOST_PATHS_OF_DIFFERENCE = 4_000;

/** The first paths of the forecast, enough to tell the range of a difference. */
export function pathsOfDifference(paths: number): number {
  return Math.min(paths, MOST_PATHS_OF_DIFFERENCE);
}
