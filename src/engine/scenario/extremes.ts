import type { Month } from '../calendar/calendar';
import { monthOfDay } from '../calendar/month';
import { PLANNED_KINDS, type Kind, type PlannedKind } from '../deals/deal';
import type { Closing, FunnelModel, KindModel } from '../funnel/model';
import { meanOfMonth, withMergedOpen } from '../goal/meanTotals';
import { exactMean } from '../simulate/exactMean';
import type { SimulationRequest } from '../simulate/forecast';
import { periodOf, type Period } from '../simulate/periods';
import { quantilesBySelection } from '../simulate/quantiles';
import { applyChanges } from './applyChanges';
import type { ScenarioStart } from './baseModel';
import { drawForecast } from './compareScenarios';
import type { ChangedKinds, DOUBTS, ScenarioChange } from './scenario';

/** What the period comes to in one of ten futures and in nine of ten. */
const SHARES = { worst: 0.1, best: 0.9 };
/** Standard deviations: what lies beyond is chance, which no figure explains. */
const FARTHEST = 4;
const ROUNDS = 40;
/** Decimals of a factor, as in all ready-made changes. */
const DIGITS = 3;
/** The limits of a change's factor. */
const MOST_TIMES = 10;

/** Changes that are the doubts of a forecast taken to one side. */
export interface Extremes {
  worst: readonly ScenarioChange[];
  best: readonly ScenarioChange[];
}

/** A figure that is doubted, with the sd of its log. */
interface Doubted {
  what: 'leads' | 'winRate' | 'value';
  kind: ChangedKinds;
  logSd: number;
  from: (typeof DOUBTS)[number];
}

/**
 * The worst and the best that the doubts of a forecast make likely: all doubted figures at once so many standard deviations below or above
 * (the same number for each) that the mean of the period, without chance, is what one path in ten stays below or above. Null
 * where nothing is doubted. Yields the share done.
 */
export function* findExtremes(
  { model, plan }: ScenarioStart,
  span: { from: Month; to: Month },
  request: SimulationRequest,
): Generator<number, Extremes | null> {
  const period = periodOf(model, span);
  const doubted = doubtsOf(model, period);
  if (doubted.length === 0 || period.firstIndex >= period.endIndex) return null;
  const { outcomes } = yield* drawForecast(model, request);
  const totals = new Float64Array(outcomes.paths);
  for (let month = period.firstIndex; month < period.endIndex; month++) {
    for (let path = 0; path < totals.length; path++) {
      totals[path]! += outcomes.value[month * totals.length + path]!;
    }
  }
  const [low = 0, high = 0] = quantilesBySelection(totals, [SHARES.worst, SHARES.best]);
  const meanAt = (deviations: number): number => {
    const changed = applyChanges(model, plan, changesAt(model, doubted, deviations)).model;
    return exactMean(withMergedOpen({ ...changed, costs: [], recurring: null, history: [] }))
      .slice(period.firstIndex, period.endIndex)
      .reduce((sum, month) => sum + meanOfMonth(month, 'value'), 0);
  };
  const worst = yield* findDeviations(meanAt, low, -FARTHEST);
  const best = yield* findDeviations(meanAt, high, FARTHEST);
  return { worst: changesAt(model, doubted, worst), best: changesAt(model, doubted, best) };
}

/** Where the mean, which rises with the deviations, is as wished: by halving from 0 to an end. */
function* findDeviations(
  meanAt: (deviations: number) => number,
  wished: number,
  end: number,
): Generator<number, number> {
  let near = 0;
  let far = end;
  const isBeyond = (deviations: number): boolean =>
    end > 0 ? meanAt(deviations) >= wished : meanAt(deviations) <= wished;
  if (isBeyond(near)) return near;
  if (!isBeyond(far)) return far;
  for (let round = 0; round < ROUNDS && Math.abs(far - near) > 1e-4; round++) {
    const middle = (near + far) / 2;
    if (isBeyond(middle)) far = middle;
    else near = middle;
    yield 1;
  }
  return far;
}

function doubtsOf(model: FunnelModel, period: Period): Doubted[] {
  // Unsorted deals have no name of their own in a change: where there are no others, "all" are they.
  const ofKinds = model.kinds.flatMap((own): Doubted[] => {
    const kind = isPlanned(own.kind) ? own.kind : model.kinds.length === 1 ? 'all' : null;
    if (kind === null) return [];
    return [
      { what: 'leads', kind, logSd: doubtOfLeads(own, period), from: 'ownDoubt' },
      { what: 'winRate', kind, logSd: doubtOfWinRate(own.closing), from: 'ownDoubt' },
      { what: 'value', kind, logSd: own.value.doubt, from: 'ownDoubt' },
    ];
  });
  const logSd = levelDoubt(model, period);
  const level: Doubted = { what: 'winRate', kind: 'all', logSd, from: 'levelDoubt' };
  return [...ofKinds, level].filter(({ logSd }) => logSd > 0);
}

/** Of the level and of what touches months unlike, as root mean square of the months up to the period's end. */
function doubtOfLeads({ arrivals }: KindModel, { endIndex }: Period): number {
  const variance = (arrivals.tilts ?? []).reduce(
    (sum, tilt) => sum + meanSquare(Array.from({ length: endIndex }, (_, month) => tilt[month] ?? 0)),
    0,
  );
  return Math.sqrt(arrivals.doubt ** 2 + variance);
}

/** Sd of the log of a product of betas: 1 ÷ (mean · cases) − 1 ÷ cases each, as far as the log is linear. */
function doubtOfWinRate(closing: Closing): number {
  const shares =
    closing.by === 'hazards' ? [closing.conversion] : closing.stages.map(({ conversion }) => conversion);
  const variance = shares.reduce(
    (sum, { mean, cases }) => (cases === null || !(mean > 0) ? sum : sum + (1 - mean) / (mean * (cases + 1))),
    0,
  );
  return Math.sqrt(variance);
}

function levelDoubt({ levelVariance }: FunnelModel, { firstIndex, endIndex }: Period): number {
  const ofPeriod = levelVariance.slice(firstIndex, endIndex);
  return Math.sqrt(
    ofPeriod.reduce((sum, variance) => sum + Math.max(0, variance), 0) / Math.max(1, ofPeriod.length),
  );
}

function meanSquare(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length);
}

function isPlanned(kind: Kind): kind is PlannedKind {
  return (PLANNED_KINDS as readonly Kind[]).includes(kind);
}

/** From the first day on, to the end of the forecast. */
function changesAt(model: FunnelModel, doubted: readonly Doubted[], deviations: number): ScenarioChange[] {
  const from = model.months[0] ?? monthOfDay(model.start);
  return doubted.flatMap(({ what, kind, logSd, from: shock }): ScenarioChange[] => {
    const factor = Number(Math.min(MOST_TIMES, Math.exp(deviations * logSd)).toFixed(DIGITS));
    if (factor === 1) return [];
    const id = shock === 'levelDoubt' ? 'level' : `${what}-${kind}`;
    return [{ what, kind, factor, id, isOn: true, from, months: null, shock }];
  });
}
