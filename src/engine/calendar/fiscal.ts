import type { Month } from './calendar';
import { addMonths, monthOfYear } from './month';

export interface MonthSpan {
  from: Month;
  to: Month;
}

export interface FiscalQuarter extends MonthSpan {
  /** 1 to 4. */
  quarter: number;
}

function monthsIntoYear(month: Month, fiscalYearStart: number): number {
  return (monthOfYear(month) - fiscalYearStart + 12) % 12;
}

/** The fiscal year a month lies in. `fiscalYearStart` is its first month, 1 to 12. */
export function fiscalYearOf(month: Month, fiscalYearStart: number): MonthSpan {
  const from = addMonths(month, -monthsIntoYear(month, fiscalYearStart));
  return { from, to: addMonths(from, 11) };
}

/** The fiscal quarter a month lies in. */
export function fiscalQuarterOf(month: Month, fiscalYearStart: number): FiscalQuarter {
  const into = monthsIntoYear(month, fiscalYearStart);
  const from = addMonths(month, -(into % 3));
  return { quarter: Math.floor(into / 3) + 1, from, to: addMonths(from, 2) };
}

/** 0, 1 or 2: first, second or third month of its fiscal quarter. */
export function monthOfQuarter(month: Month, fiscalYearStart: number): 0 | 1 | 2 {
  return (monthsIntoYear(month, fiscalYearStart) % 3) as 0 | 1 | 2;
}
