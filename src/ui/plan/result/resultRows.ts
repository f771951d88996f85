import type { ForecastGist, Kind, Month, Spread } from '../../../engine';

/** What the strip can show; all but the won value only where the forecast has it. */
export type ResultView = 'value' | 'recurring' | 'customers' | 'cost';

export interface ResultPart {
  /** Null: not of one kind (sellers, customers, recurring revenue). */
  kind: Kind | null;
  amount: number;
}

export interface ResultRow {
  month: Month;
  /** Seeds first, as they stack from below. */
  parts: readonly ResultPart[];
  mean: number;
  /** Ends of the 80 % range. */
  low: number;
  high: number;
}

export interface Result {
  /** Twelve months together; of what is counted at a month's end, the last month's. */
  figure: Spread;
  rows: readonly ResultRow[];
}

/** What is left of a cost once the kinds have theirs is the company's; below this it is arithmetic. */
const ROUNDING = 1e-6;

export function viewsOf(forecast: ForecastGist): ResultView[] {
  const has: Record<ResultView, boolean> = {
    value: true,
    recurring: forecast.recurring !== null,
    customers: forecast.customers !== null,
    cost: forecast.nextTwelve.cost !== null,
  };
  return (['value', 'recurring', 'customers', 'cost'] as const).filter((view) => has[view]);
}

/** The next twelve months of a forecast in one view; of the won value where it has none of what was asked for. */
export function resultOf(forecast: ForecastGist, view: ResultView): Result {
  const { nextTwelve } = forecast;
  const months = forecast.months.filter(({ from }) => from <= nextTwelve.to);
  const atMonthEnds =
    view === 'recurring' ? forecast.recurring : view === 'customers' ? forecast.customers : null;
  if (atMonthEnds !== null) {
    const rows = months.flatMap(({ from }, index) => {
      const spread = atMonthEnds[index];
      return spread === undefined ? [] : [rowOf(from, spread, [{ kind: null, amount: spread.mean }])];
    });
    return { figure: atMonthEnds[rows.length - 1] ?? nextTwelve.value, rows };
  }
  if (view === 'cost' && nextTwelve.cost !== null) {
    const rows = months.flatMap(({ from, cost, kinds }) => {
      if (cost === null) return [];
      const parts: ResultPart[] = kinds.map((part) => ({ kind: part.kind, amount: part.cost }));
      const company = cost.mean - kinds.reduce((sum, part) => sum + part.cost, 0);
      return [
        rowOf(from, cost, [...parts, { kind: null, amount: company > ROUNDING * cost.mean ? company : 0 }]),
      ];
    });
    return { figure: nextTwelve.cost, rows: withoutEmptyParts(rows) };
  }
  const rows = months.map(({ from, value, kinds }) =>
    rowOf(
      from,
      value,
      kinds.map((part) => ({ kind: part.kind, amount: part.value })),
    ),
  );
  return { figure: nextTwelve.value, rows: withoutEmptyParts(rows) };
}

function rowOf(month: Month, { mean, q10, q90 }: Spread, parts: readonly ResultPart[]): ResultRow {
  return { month, parts, mean, low: q10, high: q90 };
}

/** Without the kinds that bring nothing in any month: their name would point at nothing. */
function withoutEmptyParts(rows: readonly ResultRow[]): ResultRow[] {
  const isShown = (kind: Kind | null): boolean =>
    rows.some(({ parts }) => parts.some((part) => part.kind === kind && part.amount > 0));
  return rows.map((row) => ({ ...row, parts: row.parts.filter(({ kind }) => isShown(kind)) }));
}

/** Sums of the parts over all rows, by kind, in the order they stack. */
export function partSums(rows: readonly ResultRow[]): ResultPart[] {
  return (rows[0]?.parts ?? []).map(({ kind }, index) => ({
    kind,
    amount: rows.reduce((sum, { parts }) => sum + (parts[index]?.amount ?? 0), 0),
  }));
}
