import type { ForecastGist, Month, PlannedKind } from '../../../engine';

export interface LeadsOfMonth {
  month: Month;
  leads: number;
}

/** The new leads of a kind in every forecast month, as simulated; none where the forecast leaves the kind out. */
export function leadsAhead(forecast: ForecastGist, kind: PlannedKind): readonly LeadsOfMonth[] {
  return forecast.months.flatMap(({ from, kinds }) => {
    const part = kinds.find((other) => other.kind === kind);
    return part ? [{ month: from, leads: part.leads }] : [];
  });
}

/** New leads a month over the first twelve of them; null where there are none to average. */
export function leadsOfComingYear(ahead: readonly LeadsOfMonth[]): number | null {
  const year = ahead.slice(0, 12);
  return year.length > 0 ? year.reduce((sum, { leads }) => sum + leads, 0) / year.length : null;
}
