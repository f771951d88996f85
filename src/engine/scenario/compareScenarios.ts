import type { FunnelModel } from '../funnel/model';
import type { Forecast, SimulationRequest } from '../simulate/forecast';
import type { Outcomes } from '../simulate/outcomes';
import { createSimulation } from '../simulate/simulation';
import { applyChanges } from './applyChanges';
import type { ScenarioStart } from './baseModel';
import { splitByChange } from './contributions';
import { differencesOf } from './differences';
import type { ScenarioComparison, Variant, VariantOutcome } from './scenario';

/** Paths between two looks at the messages: a few milliseconds of work. */
const PATHS_PER_SLICE = 1_000;

/** A forecast with the won value of its paths. */
export interface DrawnForecast {
  forecast: Forecast;
  outcomes: Pick<Outcomes, 'paths' | 'value'>;
}

/** Draws a forecast in slices; the very numbers of `simulate`. Yields the share done. */
export function* drawForecast(
  model: FunnelModel,
  request: SimulationRequest,
): Generator<number, DrawnForecast> {
  const simulation = createSimulation(model, request);
  for (let done = 0; done < request.paths;) {
    done = simulation.advance(PATHS_PER_SLICE);
    yield done / request.paths;
  }
  const forecast = simulation.finish();
  const { paths, value } = simulation.outcomes;
  return { forecast, outcomes: { paths, value } };
}

/**
 * A variant beside its base, drawn from the same substreams, and what each of its changes contributes. Yields the share done.
 *
 * @param base `start` drawn with the same request
 */
export function* outcomeOfVariant(
  start: ScenarioStart,
  base: DrawnForecast,
  variant: Variant,
  request: SimulationRequest,
): Generator<number, VariantOutcome> {
  const { model, notes } = applyChanges(start.model, start.plan, variant.changes);
  const drawn = model === start.model ? base : yield* drawForecast(model, request);
  const splitting = splitByChange(start.model, start.plan, variant.changes);
  for (let step = splitting.next(); ; step = splitting.next()) {
    if (step.done) {
      const difference = differencesOf(start.model, base.outcomes, drawn.outcomes);
      return { id: variant.id, forecast: drawn.forecast, difference, contributions: step.value, notes };
    }
    yield 1;
  }
}

/** Variants beside their base. Yields the share done (0 to 1) between bits of work of a few milliseconds. */
export function* compareScenarios(
  start: ScenarioStart,
  variants: readonly Variant[],
  request: SimulationRequest,
): Generator<number, ScenarioComparison> {
  const all = 1 + variants.length;
  let done = 0;
  function* part<T>(work: Generator<number, T>): Generator<number, T> {
    for (let step = work.next(); ; step = work.next()) {
      if (step.done) {
        done += 1;
        return step.value;
      }
      yield (done + step.value) / all;
    }
  }
  const base = yield* part(drawForecast(start.model, request));
  const outcomes: VariantOutcome[] = [];
  for (const variant of variants) {
    outcomes.push(yield* part(outcomeOfVariant(start, base, variant, request)));
  }
  return { base: base.forecast, variants: outcomes };
}
