import { dayFromDate, type Day } from '../../engine';

/**
 * The day that a date field of the browser holds; null where that is empty or no date.
 *
 * @example dayOfField('1970-01-02') // 1
 */
export function dayOfField(value: string): Day | null {
  const [year = NaN, month = NaN, dayOfMonth = NaN] = value.split('-').map(Number);
  return dayFromDate(year, month, dayOfMonth);
}
