import type { Kind } from '../deals/deal';
import type { Forecast, KindPart, PeriodForecast, SimulationRequest, Spread } from './forecast';
import type { Outcomes } from './outcomes';
import { nextTwelveOf, periodOf, quartersOf, yearsOf, type Period } from './periods';
import type { PreparedModel } from './preparedModel';
import { distributionOf, spreadOf, spreadOfCounts } from './spread';

/** Turns what the paths came to, and what has already happened, into a forecast. */
export function summarise(prepared: PreparedModel, outcomes: Outcomes, request: SimulationRequest): Forecast {
  const { model } = prepared;
  const months = model.months.map((month) => periodOf(model, { from: month, to: month }));
  // Working space for one quantity of all paths at a time.
  const totals = new Float64Array(outcomes.paths);
  const describe = (period: Period, hasDistribution = true): PeriodForecast =>
    describePeriod(prepared, outcomes, totals, period, hasDistribution);
  return {
    currency: model.currency,
    start: model.start,
    paths: request.paths,
    seed: request.seed,
    past: model.history.map((actual) => ({ ...actual })),
    months: months.map((period) => describe(period, false)),
    running: runningTotals(prepared, outcomes, totals, months),
    customers: atMonthEnds(outcomes.customers, outcomes, totals),
    recurring: atMonthEnds(outcomes.recurring, outcomes, totals),
    quarters: quartersOf(model).map((period) => describe(period)),
    years: yearsOf(model).map((period) => describe(period)),
    nextTwelve: describe(nextTwelveOf(model)),
  };
}

function describePeriod(
  prepared: PreparedModel,
  outcomes: Outcomes,
  totals: Float64Array,
  period: Period,
  hasDistribution: boolean,
): PeriodForecast {
  const kinds = prepared.kindNames.map((kind, slot) => describeKind(prepared, outcomes, period, kind, slot));
  const alreadyWon = kinds.reduce((sum, kind) => sum + kind.alreadyWon, 0);
  const winsBefore = prepared.kindNames.reduce((sum, kind) => sum + happened(prepared, period, kind).wins, 0);
  const { from, to, isWhole } = period;
  const wins = spreadOfCounts(addUp(outcomes.wins, period, winsBefore, totals));
  const cost = outcomes.cost === null ? null : spreadOf(addUp(outcomes.cost, period, 0, totals));
  addUp(outcomes.value, period, alreadyWon, totals);
  if (!hasDistribution) {
    return { from, to, isWhole, alreadyWon, value: spreadOf(totals), wins, cost, kinds, distribution: [] };
  }
  const { spread, distribution } = distributionOf(totals);
  return { from, to, isWhole, alreadyWon, value: spread, wins, cost, kinds, distribution };
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

function runningTotals(
  prepared: PreparedModel,
  outcomes: Outcomes,
  totals: Float64Array,
  months: readonly Period[],
): Spread[] {
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
