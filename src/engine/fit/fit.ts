import type { Day } from '../calendar/calendar';
import {
  daysInMonth,
  firstDayOfMonth,
  lastDayOfMonth,
  monthOfDay,
  monthRange,
  monthsBetween,
} from '../calendar/month';
import { monthOfQuarter } from '../calendar/fiscal';
import { asOf } from '../deals/asOf';
import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { RunStep } from '../funnel/hazards';
import type { FunnelModel, MonthlyActual } from '../funnel/model';
import { ageBins, closingAges } from './ageBins';
import { dealTimes } from './dealTimes';
import { exposureTable } from './exposure';
import { arrivalsFrom, fitArrivals } from './fitArrivals';
import { fitHazards } from './fitHazards';
import { fitSellers } from './fitSellers';
import { fitStages } from './fitStages';
import { fitValues } from './fitValues';
import { leftEdgeMonth } from './leftEdge';
import { levelVariance } from './levelVariance';
import { monthGrid, type MonthGrid } from './monthGrid';
import { monthlyActuals } from './monthlyActuals';
import { modelNotes } from './modelNotes';
import { openDealNotes } from './openDealNotes';
import { openGroups } from './openGroups';
import { closingCases } from './closingCases';
import { conversionShare } from './conversionDoubt';
import type { DealChances } from './dealChances';
import { summarizeKind, type KindFit } from './summarize';
import type { HistorySummary } from './summary';

export interface FitOptions {
  /** The last day that is known; the forecast starts on the next one. */
  dataDay: Day;
  /** Forecast months, the one that contains the first forecast day included. */
  horizonMonths: number;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart: number;
  /** ISO 4217. Amounts in other currencies are left out. */
  currency: string;
  /** Deals created earlier are left out. */
  from?: Day;
  /** Open stages in funnel order, as the import has them; without it, order comes from stage entries where there are any. */
  stages?: readonly string[];
}

export interface Fitted {
  model: FunnelModel;
  summary: HistorySummary;
  /** What the chance and the value of any single open deal follow from (see `dealOutlook`). */
  chances: DealChances;
}

/**
 * From deals to a model: who comes, how they close, what they bring, and what the open ones still may. Sees the deals only
 * `asOf` the data day. Any history gives a finite model, an empty one too: what is not known comes from priors and says so.
 *
 * The method, its constants and their reasons: docs/methods.md, "Fit".
 */
export function fit(deals: readonly Deal[], options: FitOptions): Fitted {
  const { dataDay, currency, fiscalYearStart, from } = options;
  const known = asOf(deals, dataDay).filter((deal) => from === undefined || deal.created >= from);
  const firstCreated = known.reduce((first, deal) => Math.min(first, deal.created), dataDay);
  const grid = monthGrid(firstCreated, dataDay);
  const times = dealTimes(known, dataDay);
  const table = exposureTable(times, ageBins(times), grid);
  const position = grid.months.map((month) => monthOfQuarter(month, fiscalYearStart));
  const oldestClosing = closingAges(times).at(-1) ?? 0;
  const edge = leftEdgeMonth(table, (firstMonth) => fitHazards(table, position, firstMonth, oldestClosing));
  const closing = edge.fitted;
  const values = fitValues(known, dataDay, currency);
  const cases = closingCases(table, closing.halfLifeMonths, edge.firstMonth);
  const history = monthlyActuals(known, grid, currency);

  const start = dataDay + 1;
  const months = monthRange(monthOfDay(start), options.horizonMonths);
  const steps: RunStep[] = months.map((month, index) => ({
    days: index === 0 ? lastDayOfMonth(month) - start + 1 : daysInMonth(month),
    rhythm: closing.rhythm[monthOfQuarter(month, fiscalYearStart)],
  }));
  const sellers = fitSellers(known, times, grid, closing.byKind, edge.firstMonth);
  const stages = fitStages({
    deals: known,
    times,
    grid,
    byKind: closing.byKind,
    sellers,
    firstMonth: edge.firstMonth,
    order: options.stages?.length ? options.stages : null,
    steps,
  });
  const chances: DealChances = {
    start,
    currency,
    steps,
    kinds: values.byKind.map(({ mean, variation }, index) => ({
      hazards: closing.byKind[index]!,
      value: { mean, variation },
      cases: cases.won.byKind[index]! + cases.lost.byKind[index]!,
    })),
    ownAmount: { weight: values.ownWeight, wonToClosed: values.wonToClosed },
    stages: stages.factors,
    sellers,
  };
  const open = openGroups(known, chances);

  const present = KINDS.flatMap((kind, index) => (known.some((deal) => deal.kind === kind) ? [index] : []));
  const observedShare = monthShares(grid, firstCreated);
  const fits = present.map((index): KindFit => {
    const hazards = closing.byKind[index]!;
    return {
      arrivals: fitArrivals(leadCounts(history, index, grid), observedShare),
      hazards,
      conversion: conversionShare(hazards, cases, index),
      value: values.byKind[index]!,
      effectiveWins: cases.won.byKind[index]!,
      effectiveClosings: cases.won.byKind[index]! + cases.lost.byKind[index]!,
    };
  });
  const firstMonth = months[0];
  const firstMonthShare = firstMonth === undefined ? 1 : steps[0]!.days / daysInMonth(firstMonth);
  const notes = [
    ...modelNotes(known, currency, edge.hasEdge ? grid.months[edge.firstMonth]! : null, open.stale),
    ...openDealNotes(known, chances),
  ];
  return {
    model: {
      currency,
      start,
      months,
      fiscalYearStart,
      kinds: present.map((index, order) => {
        const { arrivals, hazards, conversion, value } = fits[order]!;
        return {
          kind: KINDS[index]!,
          arrivals: arrivalsFrom(arrivals, firstMonthShare, months.length),
          closing: { by: 'hazards', hazards, conversion },
          value: { mean: value.mean, variation: value.variation, doubt: value.doubt },
        };
      }),
      open: open.groups,
      customers: null,
      quarterRhythm: closing.rhythm,
      levelVariance: levelVariance(monthsSinceFirstWin(history, grid), months.length),
      history,
      notes,
    },
    summary: {
      dataDay,
      firstCreated,
      kinds: present.map((index, order) =>
        summarizeKind(known, index, fits[order]!, stages.conversions?.[index] ?? null),
      ),
      notes,
    },
    chances,
  };
}

/** Share of each month that lies between the first deal and the data day. */
function monthShares(grid: MonthGrid, firstCreated: Day): Float64Array {
  return Float64Array.from(grid.months, (month, index) => {
    const first = Math.max(firstDayOfMonth(month), firstCreated);
    return (grid.starts[index + 1]! - first) / daysInMonth(month);
  });
}

function leadCounts(history: readonly MonthlyActual[], kindIndex: number, grid: MonthGrid): Float64Array {
  const counts = history.filter((row) => row.kind === KINDS[kindIndex]).map((row) => row.leads);
  return counts.length > 0 ? Float64Array.from(counts) : new Float64Array(grid.months.length);
}

/** Whole and begun months from the first win to the data day, at least one. */
function monthsSinceFirstWin(history: readonly MonthlyActual[], grid: MonthGrid): number {
  const firstWin = history.find((row) => row.wins > 0);
  return firstWin === undefined ? 1 : monthsBetween(firstWin.month, monthOfDay(grid.lastDay)) + 1;
}
