import type { Day, Month } from '../calendar/calendar';
import { daysInMonth, lastDayOfMonth, monthOfDay, monthRange, monthsBetween } from '../calendar/month';
import { asOf } from '../deals/asOf';
import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import { binOfAge, refineAges, type RunStep } from '../funnel/hazards';
import type { FunnelModel, MonthlyActual } from '../funnel/model';
import { logVarianceAhead, rhythmOfQuarter } from '../series/calendarSeries';
import { summarizeSeries } from '../series/summarizeSeries';
import { ageBins, closingAges } from './ageBins';
import { calendarArrivals } from './calendarArrivals';
import { fitCalendarHazards, hazardFactorsAhead, type CalendarHazards } from './calendarHazards';
import { plainHazards } from './causeRates';
import { closingCases } from './closingCases';
import { conversionShare } from './conversionDoubt';
import type { DealChances } from './dealChances';
import { dealTimes } from './dealTimes';
import { driedUpNotes } from './driedUpNotes';
import { exposureTable } from './exposure';
import { arrivalsFrom, fitArrivals } from './fitArrivals';
import { fitSellers } from './fitSellers';
import { fitStages } from './fitStages';
import { fitValues } from './fitValues';
import { leadsByKind, observedShares } from './leadCounts';
import { leftEdgeMonth } from './leftEdge';
import { levelVariance } from './levelVariance';
import { modelNotes } from './modelNotes';
import { monthGrid, type MonthGrid } from './monthGrid';
import { monthlyActuals } from './monthlyActuals';
import { withNewLeadLevels } from './newLeadLevels';
import { openDealNotes } from './openDealNotes';
import { openGroups } from './openGroups';
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
  const oldestClosing = closingAges(times).at(-1) ?? 0;
  const edge = leftEdgeMonth(table, (firstMonth) => plainHazards(table, firstMonth, oldestClosing));
  const { firstMonth } = edge;
  const closing = fitCalendarHazards(
    table,
    { months: grid.months, fiscalYearStart, firstMonth },
    oldestClosing,
  );
  const values = fitValues(known, dataDay, currency, closing.byKind);
  const cases = closingCases(table, firstMonth);
  const history = monthlyActuals(known, grid, currency);

  const start = dataDay + 1;
  const months = monthRange(monthOfDay(start), options.horizonMonths);
  const steps = stepsAhead(closing, months, start);
  const sellers = fitSellers(known, times, grid, closing.byKind, firstMonth);
  const stages = fitStages({
    deals: known,
    times,
    grid,
    byKind: closing.byKind,
    sellers,
    firstMonth,
    order: options.stages?.length ? options.stages : null,
    steps,
  });
  const chances: DealChances = {
    start,
    currency,
    steps,
    kinds: KINDS.map((_, index) => {
      const { ageFrom, factors } = values.byAge[index]!;
      const hazards = refineAges(closing.byKind[index]!, ageFrom);
      const { mean, variation } = values.byKind[index]!;
      return {
        hazards,
        value: { mean, variation },
        valueFactors: hazards.ageFrom.map((age) => factors[binOfAge(ageFrom, age)]!),
        cases: cases.won.byKind[index]! + cases.lost.byKind[index]!,
      };
    }),
    ownAmount: { weight: values.ownWeight, wonToClosed: values.wonToClosed },
    stages: stages.factors,
    sellers,
  };
  const open = openGroups(known, chances);

  const counts = leadsByKind(history, grid);
  const shares = observedShares(grid, firstCreated);
  const arrivals = calendarArrivals(counts, shares, grid.months, months, fiscalYearStart);
  const present = KINDS.flatMap((kind, index) => (known.some((deal) => deal.kind === kind) ? [index] : []));
  const fits = present.map((index): KindFit => {
    const hazards = closing.byKind[index]!;
    return {
      arrivals: fitArrivals(counts[index]!, shares, arrivals.byKind[index]!),
      hazards,
      conversion: conversionShare(hazards, cases, index),
      value: values.byKind[index]!,
      wins: cases.won.byKind[index]!,
      closings: cases.won.byKind[index]! + cases.lost.byKind[index]!,
    };
  });
  const notes = [
    ...modelNotes(known, currency, edge.hasEdge ? grid.months[firstMonth]! : null, open.stale),
    ...openDealNotes(known, chances),
    ...driedUpNotes(
      known,
      dataDay,
      new Map(present.map((index, order) => [KINDS[index]!, fits[order]!.arrivals.perMonth])),
    ),
  ];
  const unlevelled: FunnelModel = {
    currency,
    start,
    months,
    fiscalYearStart,
    kinds: fits.map(({ arrivals, hazards, conversion, value }, order) => ({
      kind: KINDS[present[order]!]!,
      arrivals: arrivalsFrom(arrivals, shareOfFirstMonth(months, steps)),
      closing: { by: 'hazards', hazards, conversion },
      value: { mean: value.mean, variation: value.variation, doubt: value.doubt },
    })),
    open: open.groups,
    customers: null,
    recurring: null,
    costs: [],
    quarterRhythm: rhythmOfQuarter(closing.won),
    levelVariance: levelVariance(monthsSinceFirstWin(history, grid), logVarianceAhead(closing.won, months)),
    history,
    notes,
  };
  return {
    model: withNewLeadLevels(unlevelled, chances),
    summary: {
      dataDay,
      firstCreated,
      calendar: {
        leads: summarizeSeries(arrivals.series),
        wins: summarizeSeries(closing.won),
        losses: summarizeSeries(closing.lost),
      },
      kinds: present.map((index, order) =>
        summarizeKind(known, index, fits[order]!, stages.conversions?.[index] ?? null),
      ),
      notes,
    },
    chances,
  };
}

/** The forecast months, the first one from the start, with the calendar's factors on the hazards. */
function stepsAhead(closing: CalendarHazards, months: readonly Month[], start: Day): RunStep[] {
  const won = hazardFactorsAhead(closing.won, months);
  const lost = hazardFactorsAhead(closing.lost, months);
  return months.map((month, index) => ({
    days: index === 0 ? lastDayOfMonth(month) - start + 1 : daysInMonth(month),
    rhythm: won[index]!,
    lostRhythm: lost[index]!,
  }));
}

function shareOfFirstMonth(months: readonly Month[], steps: readonly RunStep[]): number {
  const [first] = months;
  return first === undefined ? 1 : steps[0]!.days / daysInMonth(first);
}

/** Whole and begun months from the first win to the data day, at least one. */
function monthsSinceFirstWin(history: readonly MonthlyActual[], grid: MonthGrid): number {
  const firstWin = history.find((row) => row.wins > 0);
  return firstWin === undefined ? 1 : monthsBetween(firstWin.month, monthOfDay(grid.lastDay)) + 1;
}
