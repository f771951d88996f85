import type { Month } from '../calendar/calendar';
import { fiscalQuarterOf, fiscalYearOf, type MonthSpan } from '../calendar/fiscal';
import { addMonths, firstDayOfMonth, monthOfDay, monthsBetween } from '../calendar/month';
import type { FunnelModel } from '../funnel/model';

/** A run of calendar months with its place in the forecast. */
export interface Period extends MonthSpan {
  /** Forecast months within it, `firstIndex` up to but not including `endIndex`. */
  firstIndex: number;
  endIndex: number;
  isWhole: boolean;
}

/** First month of the forecast; where it has none, the one its first day lies in. */
export function firstMonthOf(model: FunnelModel): Month {
  return model.months[0] ?? monthOfDay(model.start);
}

export function periodOf(model: FunnelModel, span: MonthSpan): Period {
  const months = model.months.length;
  const first = firstMonthOf(model);
  const lastIndex = monthsBetween(first, span.to);
  return {
    ...span,
    firstIndex: Math.min(months, Math.max(0, monthsBetween(first, span.from))),
    endIndex: Math.min(months, lastIndex + 1),
    isWhole: firstDayOfMonth(span.from) >= firstKnownDay(model) && lastIndex < months,
  };
}

/** Where the data begin: the first month of history, or without one the first day that is forecast. */
function firstKnownDay(model: FunnelModel): number {
  return model.history.reduce((first, { month }) => Math.min(first, firstDayOfMonth(month)), model.start);
}

/** Spans one after another from the one with the first forecast month to the one with the last. */
function spansOver(model: FunnelModel, spanOf: (month: Month) => MonthSpan): Period[] {
  const last = model.months.at(-1);
  if (last === undefined) return [];
  const periods: Period[] = [];
  for (let span = spanOf(firstMonthOf(model)); span.from <= last; span = spanOf(addMonths(span.to, 1))) {
    periods.push(periodOf(model, { from: span.from, to: span.to }));
  }
  return periods;
}

export function monthsOf(model: FunnelModel): Period[] {
  return model.months.map((month) => periodOf(model, { from: month, to: month }));
}

export function quartersOf(model: FunnelModel): Period[] {
  return spansOver(model, (month) => fiscalQuarterOf(month, model.fiscalYearStart));
}

export function yearsOf(model: FunnelModel): Period[] {
  return spansOver(model, (month) => fiscalYearOf(month, model.fiscalYearStart));
}

export function nextTwelveOf(model: FunnelModel): Period {
  const from = firstMonthOf(model);
  return periodOf(model, { from, to: addMonths(from, 11) });
}
