import { PLANNED_KINDS, type Kind } from '../deals/deal';
import type { FunnelModel, KindModel } from '../funnel/model';
import { emptyOutcomes, type Outcomes } from '../simulate/outcomes';
import { PathWalk } from '../simulate/pathWalk';
import { prepareModel } from '../simulate/preparedModel';
import type { GoalMeasure } from './goal';

/** Paths between two looks at the clock: a few milliseconds of work. */
const PATHS_PER_SLICE = 1_000;

/**
 * What each path comes to over all months of a model, by the simulator itself: path i draws the numbers that it draws in any
 * forecast with the same seed. Stops after every slice of paths.
 */
export function* drawTotals(
  model: FunnelModel,
  measure: GoalMeasure,
  paths: number,
  seed: number,
): Generator<void, Float64Array> {
  const prepared = prepareModel(model);
  const outcomes = emptyOutcomes(paths, prepared.horizon.months, prepared.kinds.length, {
    customers: false,
    recurring: measure === 'recurring',
    cost: false,
  });
  const walk = new PathWalk(prepared, outcomes, seed);
  for (let path = 0; path < paths; path++) {
    if (path > 0 && path % PATHS_PER_SLICE === 0) yield;
    walk.walk(path);
  }
  yield;
  return totalsOf(outcomes, measure);
}

function totalsOf(outcomes: Outcomes, measure: GoalMeasure): Float64Array {
  const { paths, months } = outcomes;
  if (measure === 'recurring') {
    return outcomes.recurring?.slice(paths * (months - 1)) ?? new Float64Array(paths);
  }
  const byMonth = outcomes[measure];
  const totals = new Float64Array(paths);
  for (let month = 0; month < months; month++) {
    for (let path = 0; path < paths; path++) totals[path]! += byMonth[month * paths + path]!;
  }
  return totals;
}

/**
 * Totals of models that differ in little. Kinds draw from streams of their own, so a kind that is as before need not be
 * drawn again; but where customers refer customers or revenue goes on, every kind bears on all months, and all are drawn.
 */
export class TotalsByKind {
  readonly #kept = new Map<string, Float64Array>();

  constructor(
    readonly measure: GoalMeasure,
    readonly seed: number,
  ) {}

  /** @param keeps true: what is drawn is kept for models that share a kind with this one */
  *draw(model: FunnelModel, paths: number, keeps = false): Generator<void, Float64Array> {
    if (model.customers !== null || this.measure === 'recurring') {
      return yield* drawTotals(model, this.measure, paths, this.seed);
    }
    const sum = new Float64Array(paths);
    const changed: Kind[] = [];
    for (const kind of kindsOf(model)) {
      const kept = this.#kept.get(keyOf(model, kind));
      if (kept !== undefined && kept.length >= paths) addTo(sum, kept);
      else if (keeps) {
        const drawn = yield* drawTotals(only(model, [kind]), this.measure, paths, this.seed);
        this.#kept.set(keyOf(model, kind), drawn);
        addTo(sum, drawn);
      } else changed.push(kind);
    }
    if (changed.length > 0) {
      addTo(sum, yield* drawTotals(only(model, changed), this.measure, paths, this.seed));
    }
    return sum;
  }
}

function kindsOf(model: FunnelModel): Kind[] {
  const named = new Set([...model.kinds, ...model.open].map(({ kind }) => kind));
  return [...PLANNED_KINDS, 'unsorted' as const].filter((kind) => named.has(kind));
}

/** Open deals are the same in all models of one search; kinds are plain data. */
function keyOf(model: FunnelModel, kind: Kind): string {
  const own: KindModel | undefined = model.kinds.find((each) => each.kind === kind);
  return `${kind}${JSON.stringify(own ?? null)}`;
}

function only(model: FunnelModel, kinds: readonly Kind[]): FunnelModel {
  return {
    ...model,
    kinds: model.kinds.filter(({ kind }) => kinds.includes(kind)),
    open: model.open.filter(({ kind }) => kinds.includes(kind)),
  };
}

function addTo(sum: Float64Array, totals: Float64Array): void {
  for (let path = 0; path < sum.length; path++) sum[path]! += totals[path]!;
}
