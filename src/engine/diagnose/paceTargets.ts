import type { Month } from '../calendar/calendar';
import type { MonthSpan } from '../calendar/fiscal';
import { monthRange, monthsBetween } from '../calendar/month';
import type { PaceGrounds, PacePeriod, PeriodTarget, TargetBasis } from './pace';
import type { PaceRhythm } from './paceRhythm';

const QUARTERS = 4;

/**
 * The target of a period: its own where one is typed, else its share (by the company's rhythm) of the shortest longer one, else, for the
 * year, four quarters. Where nobody has said any, the quarter has the sum of its sellers' quotas. Null where none is typed that says anything.
 *
 * @param spans the current month, quarter and year
 */
export function targetOf(
  period: PacePeriod,
  spans: Readonly<Record<PacePeriod, MonthSpan>>,
  targets: PaceGrounds['targets'],
  { shareOfMonth }: Pick<PaceRhythm, 'shareOfMonth'>,
): PeriodTarget | null {
  const shareOf = ({ from, to }: MonthSpan): number => sumOf(from, to, shareOfMonth);
  const partOf = (whole: number, share: number, basis: TargetBasis): PeriodTarget => ({
    amount: whole * share,
    basis,
  });
  const { quarter, year, nextTwelve, quotas = null } = targets;
  if (period === 'quarter' && quarter !== null) return { amount: quarter, basis: 'typed' };
  if (period === 'year' && year !== null) return { amount: year, basis: 'typed' };
  if (period === 'month' && quarter !== null) {
    return partOf(quarter, shareOf(spans.month) / shareOf(spans.quarter), 'partOfQuarter');
  }
  if (year !== null) return partOf(year, shareOf(spans[period]) / shareOf(spans.year), 'partOfYear');
  if (period === 'year' && quarter !== null) return partOf(quarter, QUARTERS, 'fourQuarters');
  // Twelve months hold every calendar month once, whichever they begin with.
  if (nextTwelve !== null)
    return partOf(nextTwelve, shareOf(spans[period]) / shareOf(spans.year), 'partOfTwelve');
  return period === 'quarter' && quotas !== null ? { amount: quotas, basis: 'quotas' } : null;
}

function sumOf(from: Month, to: Month, shareOfMonth: PaceRhythm['shareOfMonth']): number {
  return monthRange(from, monthsBetween(from, to) + 1).reduce((sum, month) => sum + shareOfMonth(month), 0);
}
