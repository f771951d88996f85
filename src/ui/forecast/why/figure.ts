import type {
  ExplainedFigure,
  Forecast,
  Kind,
  KindPart,
  Month,
  PeriodForecast,
  Spread,
} from '../../../engine';

/** Which figure someone asks about; `at` is the part of the answer they want to see first. */
export interface AskedFigure {
  from: Month;
  to: Month;
  kind: Kind | null;
  at?: 'pipeline';
}

/** A figure of the forecast with all that adds up to it. */
export interface Figure extends ExplainedFigure {
  /** True where all its months are over. */
  isPast: boolean;
  /** Null for a single kind, and for months that are over: those have no range of their own. */
  range: Spread | null;
  /** Those that plan or bring in anything; just the one where one is asked about. */
  kinds: readonly KindPart[];
  leadsToCome: number;
  winsToCome: number;
}

/** A month, quarter, year or twelve months of the forecast, or a month that is over; null where it is none of these. */
export function figureOf(forecast: Forecast, { from, to, kind }: AskedFigure): Figure | null {
  const period = [...forecast.months, ...forecast.quarters, ...forecast.years, forecast.nextTwelve].find(
    (each) => each.from === from && each.to === to,
  );
  const parts = period?.kinds ?? (from === to ? pastParts(forecast, from) : []);
  const kinds = parts.filter((part) =>
    kind === null ? part.kind !== 'unsorted' || part.value > 0 : part.kind === kind,
  );
  if (kinds.length === 0) return null;
  const before = forecast.past.filter(
    (actual) => actual.month >= from && actual.month <= to && kinds.some((part) => part.kind === actual.kind),
  );
  const sum = (pick: (part: KindPart) => number): number =>
    kinds.reduce((total, part) => total + pick(part), 0);
  return {
    from,
    to,
    kind,
    value: kind === null && period ? period.value.mean : sum((part) => part.value),
    alreadyWon: sum((part) => part.alreadyWon),
    fromOpen: sum((part) => part.fromOpen),
    fromNew: sum((part) => part.fromNew),
    isPast: period === undefined,
    range: kind === null ? rangeOf(period) : null,
    kinds,
    leadsToCome: Math.max(
      0,
      sum((part) => part.leads) - before.reduce((total, { leads }) => total + leads, 0),
    ),
    winsToCome: Math.max(0, sum((part) => part.wins) - before.reduce((total, { wins }) => total + wins, 0)),
  };
}

function rangeOf(period: PeriodForecast | undefined): Spread | null {
  return period?.value ?? null;
}

function pastParts(forecast: Forecast, month: Month): KindPart[] {
  return forecast.past
    .filter((actual) => actual.month === month)
    .map(({ kind, leads, wins, value }) => ({
      kind,
      leads,
      wins,
      value,
      alreadyWon: value,
      fromOpen: 0,
      fromNew: 0,
      cost: 0,
    }));
}
