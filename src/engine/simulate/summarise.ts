import type { Kind } from '../deals/deal';
import type {
  Forecast,
  KindPart,
  ForecastGist,
  PeriodForecast,
  PeriodGist,
  SimulationRequest,
  Spread,
} from './forecast';
import type { Outcomes } from './outcomes';
import { monthsOf, nextTwelveOf, quartersOf, yearsOf, type Period } from './periods';
import type { PreparedModel } from './preparedModel';
import { distributionOf, spreadOf, spreadOfCounts } from './spread';

/** Turns what the paths came to, and what has already happened, into a forecast. */
export function summarise(prepared: PreparedModel, outcomes: Outcomes, request: SimulationRequest): Forecast {
  const { model } = prepared;
  const months = monthsOf(model);
  const simulated = { prepared, outcomes, totals: new Float64Array(outcomes.paths) };
  const describe = (period: Period): PeriodForecast => describePeriod(simulated, period);
  return {
    ...describeWhole(simulated, request),
    past: model.history.map((actual) => ({ ...actual })),
    months: months.map((period) => ({
      ...describeGist(simulated, period),
      wins: winsOf(simulated, period),
      distribution: [],
    })),
    running: runningTotals(simulated, months),
    quarters: quartersOf(model).map(describe),
    years: yearsOf(model).map(describe),
    nextTwelve: describe(nextTwelveOf(model)),
  };
}

/** Only the gist of it, with the same numbers: of a preview, a third of the work. */
export function summariseGist(
  prepared: PreparedModel,
  outcomes: Outcomes,
  request: SimulationRequest,
): ForecastGist {
  const { model } = prepared;
  const simulated = { prepared, outcomes, totals: new Float64Array(outcomes.paths) };
  const describe = (period: Period): PeriodForecast => describePeriod(simulated, period);
  return {
    ...describeWhole(simulated, request),
    months: monthsOf(model).map((period) => describeGist(simulated, period)),
    quarters: quartersOf(model).slice(0, 1).map(describe),
    years: yearsOf(model).slice(0, 1).map(describe),
    nextTwelve: describe(nextTwelveOf(model)),
  };
}

interface Simulated {
  prepared: PreparedModel;
  outcomes: Outcomes;
  /** Working space for one quantity of all paths at a time. */
  totals: Float64Array;
}

/** What is told of no single period. */
function describeWhole(
  { prepared: { model }, outcomes, totals }: Simulated,
  { paths, seed }: SimulationRequest,
): Pick<ForecastGist, 'currency' | 'start' | 'paths' | 'seed' | 'customers' | 'recurring'> {
  return {
    currency: model.currency,
    start: model.start,
    paths,
    seed,
    customers: atMonthEnds(outcomes.customers, outcomes, totals),
    recurring: atMonthEnds(outcomes.recurring, outcomes, totals),
  };
}

function describePeriod(simulated: Simulated, period: Period): PeriodForecast {
  const { outcomes, totals } = simulated;
  const parts = describeParts(simulated, period);
  const wins = winsOf(simulated, period);
  const { spread, distribution } = distributionOf(addUp(outcomes.value, period, parts.alreadyWon, totals));
  return { ...parts, value: spread, wins, distribution };
}

function describeGist(simulated: Simulated, period: Period): PeriodGist {
  const { outcomes, totals } = simulated;
  const parts = describeParts(simulated, period);
  return { ...parts, value: spreadOf(addUp(outcomes.value, period, parts.alreadyWon, totals)) };
}

function describeParts({ prepared, outcomes, totals }: Simulated, period: Period): Omit<PeriodGist, 'value'> {
  const { from, to, isWhole } = period;
  const kinds = prepared.kindNames.map((kind, slot) => describeKind(prepared, outcomes, period, kind, slot));
  const alreadyWon = kinds.reduce((sum, kind) => sum + kind.alreadyWon, 0);
  const cost = outcomes.cost === null ? null : spreadOf(addUp(outcomes.cost, period, 0, totals));
  return { from, to, isWhole, alreadyWon, cost, kinds };
}

function winsOf({ prepared, outcomes, totals }: Simulated, period: Period): Spread {
  const before = prepared.kindNames.reduce((sum, kind) => sum + happened(prepared, period, kind).wins, 0);
  return spreadOfCounts(addUp(outcomes.wins, period, before, totals));
}

function describeKind(
  prepared: PreparedModel,
  outcomes: Outcomes,
  period: Period,
  kind: Kind,
  slot: number,
): KindPart {
  const sums = outcomes.kinds[slot]!;
  const mean = (byMonth: Float64Array): number => {
    let sum = 0;
    for (let month = period.firstIndex; month < period.endIndex; month++) sum += byMonth[month]!;
    return outcomes.paths > 0 ? sum / outcomes.paths : 0;
  };
  const before = happened(prepared, period, kind);
  const fromOpen = mean(sums.valueFromOpen);
  const fromNew = mean(sums.valueFromNew);
  return {
    kind,
    leads: before.leads + mean(sums.leads),
    wins: before.wins + mean(sums.winsFromOpen) + mean(sums.winsFromNew),
    value: before.value + fromOpen + fromNew,
    alreadyWon: before.value,
    fromOpen,
    fromNew,
    cost: mean(sums.cost),
  };
}

/** What one kind has brought in a period before the forecast starts. */
function happened(
  prepared: PreparedModel,
  period: Period,
  kind: Kind,
): { leads: number; wins: number; value: number } {
  const sums = { leads: 0, wins: 0, value: 0 };
  for (const actual of prepared.model.history) {
    if (actual.kind !== kind || actual.month < period.from || actual.month > period.to) continue;
    sums.leads += actual.leads;
    sums.wins += actual.wins;
    sums.value += actual.value;
  }
  return sums;
}

/** Each path's total over a period, plus what came before, into `totals`. */
function addUp(byMonth: Float64Array, period: Period, before: number, totals: Float64Array): Float64Array {
  totals.fill(before);
  for (let month = period.firstIndex; month < period.endIndex; month++) addMonth(totals, byMonth, month);
  return totals;
}

function addMonth(totals: Float64Array, byMonth: Float64Array, month: number): void {
  const first = month * totals.length;
  for (let path = 0; path < totals.length; path++) totals[path]! += byMonth[first + path]!;
}

function runningTotals({ prepared, outcomes, totals }: Simulated, months: readonly Period[]): Spread[] {
  const [first] = months;
  if (first === undefined) return [];
  const before = prepared.kindNames.reduce((sum, kind) => sum + happened(prepared, first, kind).value, 0);
  const running = new Float64Array(outcomes.paths).fill(before);
  return months.map((_, month) => {
    addMonth(running, outcomes.value, month);
    totals.set(running);
    return spreadOf(totals);
  });
}

/** Spreads of what stands at each month's end. */
function atMonthEnds(
  byMonth: Float64Array | null,
  { paths, months }: Outcomes,
  totals: Float64Array,
): Spread[] | null {
  if (byMonth === null) return null;
  return Array.from({ length: months }, (_, month) => {
    totals.set(byMonth.subarray(month * paths, (month + 1) * paths));
    return spreadOf(totals);
  });
}
