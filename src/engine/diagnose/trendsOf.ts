import { daysInMonth, firstDayOfMonth } from '../calendar/month';
import { asOf } from '../deals/asOf';
import { KINDS, type Kind } from '../deals/deal';
import { controlLimits, type MonthCase } from './controlLimits';
import type { Trend, TrendGrounds, TrendMeasure, TrendPoint } from './trend';
import { trendFlags } from './trendFlags';
import { trendMonths, type KindMonths, type Moments, type TrendMonths } from './trendMonths';

const MEASURES = ['leads', 'conversion', 'value', 'cycle'] as const satisfies readonly TrendMeasure[];
/** Shown, and what the limits come from: two years, so that each month of the year counts alike. */
const MONTHS_SHOWN = 24;
const MONTHS_IN_YEAR = 12;

/**
 * Leads, conversion, value and cycle by month, of all kinds together and of each, with control limits and what stands out. In the order of
 * the measures, all kinds first. Empty where there are no deals.
 */
export function trendsOf(grounds: TrendGrounds): Trend[] {
  const known = asOf(grounds.deals, grounds.dataDay);
  if (known.length === 0) return [];
  const months = trendMonths(known, grounds);
  const firstCreated = known.reduce((first, { created }) => Math.min(first, created), grounds.dataDay);
  const present = KINDS.flatMap((kind, index): [Kind, KindMonths][] => {
    const own = months.byKind[index] ?? null;
    return own === null ? [] : [[kind, own]];
  });
  const rows: [Kind | null, KindMonths][] = present.length === 1 ? present : [[null, months.all], ...present];
  return MEASURES.flatMap((measure) =>
    rows.map(([kind, own]) => trendOf(measure, kind, own, months, firstCreated)),
  );
}

function trendOf(
  measure: TrendMeasure,
  kind: Kind | null,
  own: KindMonths,
  { grid, firstClosing }: TrendMonths,
  firstCreated: number,
): Trend {
  const count = grid.months.length;
  const first = Math.max(0, count - MONTHS_SHOWN);
  const cases = grid.months.map((_, month) => caseOf(measure, own, month, grid.months[month]!, grid.lastDay));
  const isWhole = grid.months.map(
    (month, at) =>
      firstDayOfMonth(month) + daysInMonth(month) - 1 <= grid.lastDay &&
      (measure === 'leads' ? firstDayOfMonth(month) >= firstCreated || at > 0 : at > firstClosing),
  );
  const isBasis = grid.months.map((_, at) => at >= first && isWhole[at]!);
  const variation = measure === 'value' ? squaredVariation(own.value) : squaredVariation(own.days);
  const chart = controlLimits(cases, isBasis, variation);
  const scale = measure === 'conversion' ? own.conversion : 1;
  const all = grid.months.map((month, at): TrendPoint => {
    const limits = chart?.limits[at] ?? null;
    // Leads are told as a count, however long the month.
    const share = measure === 'leads' ? exposureOf(cases[at]!) : scale;
    return {
      month,
      value: valueOf(cases[at]!, measure === 'leads' ? exposureOf(cases[at]!) : scale),
      n: casesOf(cases[at]!, measure),
      low: limits === null ? null : limits.low * share,
      high: limits === null ? null : limits.high * share,
      lastYear:
        at < MONTHS_IN_YEAR
          ? null
          : lastYearOf(measure, cases[at - MONTHS_IN_YEAR]!, scale, isWhole[at - MONTHS_IN_YEAR]!),
      isWhole: isWhole[at]!,
    };
  });
  const center = chart === null ? null : chart.center * scale;
  return {
    ...{ measure, kind, center },
    points: all.slice(first),
    months: isBasis.filter(Boolean).length,
    flags: chart === null || center === null ? [] : trendFlags(all, chart.offBy, center),
  };
}

/** Null where the month says nothing. */
function caseOf(
  measure: TrendMeasure,
  own: KindMonths,
  at: number,
  month: TrendPoint['month'],
  lastDay: number,
): MonthCase | null {
  switch (measure) {
    case 'leads': {
      const days = Math.min(daysInMonth(month), lastDay + 1 - firstDayOfMonth(month));
      return { sort: 'count', seen: own.leads[at]!, exposure: days / (365.25 / MONTHS_IN_YEAR) };
    }
    case 'conversion':
      return own.expected[at]! > 0
        ? { sort: 'count', seen: own.wins[at]!, exposure: own.expected[at]! }
        : null;
    case 'value':
      return meanCase(own.value, at);
    case 'cycle':
      return meanCase(own.days, at);
  }
}

function meanCase({ cases, sum }: Moments, at: number): MonthCase | null {
  return cases[at]! > 0 ? { sort: 'mean', mean: sum[at]! / cases[at]!, cases: cases[at]! } : null;
}

function exposureOf(month: MonthCase | null): number {
  return month?.sort === 'count' ? month.exposure : 1;
}

function valueOf(month: MonthCase | null, scale: number): number | null {
  if (month === null) return null;
  return month.sort === 'mean' ? month.mean : (month.seen / month.exposure) * scale;
}

function lastYearOf(
  measure: TrendMeasure,
  month: MonthCase | null,
  scale: number,
  isWhole: boolean,
): number | null {
  return isWhole ? valueOf(month, measure === 'leads' ? exposureOf(month) : scale) : null;
}

function casesOf(month: MonthCase | null, measure: TrendMeasure): number {
  if (month === null) return 0;
  if (month.sort === 'mean') return month.cases;
  return measure === 'leads' ? month.seen : month.exposure;
}

/** Variance of single wins within their months ÷ mean²; 1 where no month has two. */
function squaredVariation({ cases, sum, squares }: Moments): number {
  let within = 0;
  let free = 0;
  let total = 0;
  let count = 0;
  for (let month = 0; month < cases.length; month++) {
    const own = cases[month]!;
    if (own === 0) continue;
    total += sum[month]!;
    count += own;
    within += Math.max(0, squares[month]! - (sum[month]! * sum[month]!) / own);
    free += own - 1;
  }
  const mean = count > 0 ? total / count : 0;
  return free > 0 && mean > 0 ? within / free / (mean * mean) : 1;
}
