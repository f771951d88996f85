import {
  addMonths,
  KINDS,
  monthRange,
  monthsBetween,
  type Forecast,
  type ForecastGist,
  type Kind,
  type Month,
  type PeriodForecast,
} from '../../engine';
import type { PeriodName } from './period';

/** One kind's part of a month; `won` is a fact, `toCome` an expectation. */
export interface KindCell {
  kind: Kind;
  leads: number;
  wins: number;
  won: number;
  toCome: number;
}

export interface MonthRow {
  month: Month;
  /** True where the month is over and all of it known. */
  isPast: boolean;
  /** True where the month belongs to the chosen period. */
  isInPeriod: boolean;
  leads: number;
  wins: number;
  value: number;
  won: number;
  /** Ends of the 80 % range; null for months that are over. */
  low: number | null;
  high: number | null;
  /** As many as there are kinds in the whole chart, in the order seeds, nets, spears, not sorted. */
  kinds: readonly KindCell[];
}

/** All that is needed of a forecast. */
type MonthlyForecast = Pick<ForecastGist, 'months'> & Pick<Forecast, 'past'>;

const EMPTY: Omit<KindCell, 'kind'> = { leads: 0, wins: 0, won: 0, toCome: 0 };

/** Months that a chart shows: the whole fiscal year, or what is over of the quarter and twelve months on. */
function chartMonths(forecast: MonthlyForecast, period: PeriodForecast, name: PeriodName): Month[] {
  const first = forecast.months[0]?.from ?? period.from;
  const last = forecast.months.at(-1)?.to ?? period.to;
  const from = period.from < first ? period.from : first;
  const twelveOn = addMonths(first, 11);
  const wanted = name === 'year' || twelveOn < period.to ? period.to : twelveOn;
  const to = wanted < last ? wanted : last;
  return monthRange(from, monthsBetween(from, to) + 1);
}

function pastCells(forecast: MonthlyForecast, month: Month): Map<Kind, KindCell> {
  const cells = new Map<Kind, KindCell>();
  for (const { kind, leads, wins, value } of forecast.past.filter((actual) => actual.month === month)) {
    const before = cells.get(kind) ?? { kind, ...EMPTY };
    cells.set(kind, {
      ...before,
      leads: before.leads + leads,
      wins: before.wins + wins,
      won: before.won + value,
    });
  }
  return cells;
}

/** Kinds that are drawn: those the forecast plans with, and the unsorted only where they bring in anything. */
function shownKinds(cells: readonly Map<Kind, KindCell>[]): Kind[] {
  return KINDS.filter((kind) =>
    cells.some((month) => {
      const cell = month.get(kind);
      return cell !== undefined && (kind !== 'unsorted' || cell.won + cell.toCome > 0);
    }),
  );
}

/** The months of the chart and its table, past ones first. Months that nothing is known about are left out. */
export function monthRows(
  forecast: MonthlyForecast,
  period: PeriodForecast,
  name: PeriodName,
): readonly MonthRow[] {
  const byMonth = new Map(forecast.months.map((each) => [each.from, each]));
  const firstForecast = forecast.months[0]?.from ?? period.from;
  const known = forecast.past.reduce(
    (earliest, { month }) => (month < earliest ? month : earliest),
    firstForecast,
  );
  const months = chartMonths(forecast, period, name).filter((month) => month >= known);
  const cells = months.map((month) => {
    const expected = byMonth.get(month);
    if (!expected) return pastCells(forecast, month);
    return new Map<Kind, KindCell>(
      expected.kinds.map(({ kind, leads, wins, alreadyWon, fromOpen, fromNew }) => [
        kind,
        { kind, leads, wins, won: alreadyWon, toCome: fromOpen + fromNew },
      ]),
    );
  });
  const shown = shownKinds(cells);
  return months.map((month, index) => {
    const expected = byMonth.get(month);
    const kinds = shown.map((kind) => cells[index]?.get(kind) ?? { kind, ...EMPTY });
    const sum = (pick: (cell: KindCell) => number) => kinds.reduce((total, cell) => total + pick(cell), 0);
    return {
      month,
      isPast: !expected,
      isInPeriod: period.from <= month && month <= period.to,
      leads: sum((cell) => cell.leads),
      wins: sum((cell) => cell.wins),
      value: sum((cell) => cell.won + cell.toCome),
      won: sum((cell) => cell.won),
      low: expected?.value.q10 ?? null,
      high: expected?.value.q90 ?? null,
      kinds,
    };
  });
}
