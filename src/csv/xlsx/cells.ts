import { isoDay } from '../../engine';
import type { Day } from '../../engine';
import { plainNumber } from '../plainNumber';

/** Excel counts days from 1899-12-30 (its 1900 has a 29 February), workbooks from old Macs from 1904-01-01. */
const EPOCH_1900 = -25_569;
const EPOCH_1904 = -24_107;
const SECONDS = 86_400;
/** 31 December 9999. */
export const LAST_SERIAL = 2_958_465;
/** Dates among the formats that every workbook has; the others of 14 to 22 and 45 to 47 are times of day. */
const BUILT_IN_DATES: readonly (readonly [from: number, to: number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 58],
];

/** Whether a number under this format is a day: it shows a year or a day of the month. */
export function isDateFormat(id: number, code: string): boolean {
  if (code === '') return BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to);
  const letters = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').split(';')[0] ?? '';
  return /[dy]/i.test(letters) && !/general/i.test(letters);
}

/** A day as Excel counts it, in the calendar that begins with 1900. */
export function serialOfDay(day: Day): number {
  return day - EPOCH_1900;
}

/** The day, with the time of day where there is one, that a serial number stands for; null where it is none. */
export function dateOfSerial(serial: number, is1904: boolean): string | null {
  if (!(serial >= 0 && serial <= LAST_SERIAL)) return null;
  const seconds = Math.round(serial * SECONDS);
  const day = isoDay(Math.floor(seconds / SECONDS) + (is1904 ? EPOCH_1904 : EPOCH_1900));
  const rest = seconds % SECONDS;
  if (rest === 0) return day;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${day} ${two(rest / 3600)}:${two((rest / 60) % 60)}:${two(rest % 60)}`;
}

/** A number as text with all its digits and a decimal point, never one that could group thousands. */
export function textOfNumber(value: string): string {
  const number = Number(value);
  return value.trim() === '' || !Number.isFinite(number) ? value : plainNumber(number);
}
