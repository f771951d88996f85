import { dayFromDate, type Day } from '../../../engine';
import type { DateOrder, DecimalMark } from '../../../workspace/importTypes';

const PLACES: Record<DateOrder, readonly ('year' | 'month' | 'dayOfMonth')[]> = {
  ymd: ['year', 'month', 'dayOfMonth'],
  dmy: ['dayOfMonth', 'month', 'year'],
  mdy: ['month', 'dayOfMonth', 'year'],
};

/**
 * The day that a date from the file would be under an order, to show what a choice means; null where it would be none.
 * Two-digit years are of this century.
 *
 * @example readDate('3/4/2026', 'dmy') // the day 3 April 2026
 */
export function readDate(example: string, order: DateOrder): Day | null {
  const numbers = /^\D*(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})/.exec(example)?.slice(1).map(Number);
  if (!numbers) return null;
  const part = (name: 'year' | 'month' | 'dayOfMonth'): number => numbers[PLACES[order].indexOf(name)] ?? NaN;
  const year = part('year');
  return dayFromDate(year < 100 ? 2000 + year : year, part('month'), part('dayOfMonth'));
}

/**
 * The number that an amount from the file would be under a decimal mark; null where it would be none.
 *
 * @example readNumber('1.234', ',') // 1234
 */
export function readNumber(example: string, mark: DecimalMark): number | null {
  const thousands = mark === '.' ? /,/g : /\./g;
  const digits = example
    .replace(/[^\d.,-]/g, '')
    .replace(thousands, '')
    .replace(mark, '.');
  const value = Number(digits);
  return digits === '' || Number.isNaN(value) ? null : value;
}
