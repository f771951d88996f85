import { dayFromDate } from '../engine';
import type { Day } from '../engine';
import type { DateOrder } from '../workspace/importTypes';
import type { Counted } from './column';
import { monthFromName } from './monthNames';

export interface DateFormat {
  order: DateOrder;
  /** The whole column holds Excel's day numbers. */
  isSerial: boolean;
}

export interface DateFinding extends DateFormat {
  /** Set where the order can't be told from the values: one that reads both ways. */
  ambiguous: string | null;
  /** Share of filled cells that read as dates. */
  readable: number;
}

/** Two-digit years from 70 on are of the last century. */
const CENTURY_PIVOT = 70;
/** Excel counts days from 1899-12-30 (its 1900 has a 29 February). */
const EXCEL_EPOCH = -25_569;
/** 1954 to 2064: a column of such numbers under a date header is a column of Excel days. */
const SERIAL = /^[2-5]\d{4}([.,]\d+)?$/;
const NUMERIC = /^(\d{1,4})([./\- ])\s?(\d{1,2})\2\s?(\d{1,4})\.?(?:$|[\sT,])/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:$|T)/;
const DAY_NAME_YEAR =
  /^(\d{1,2})(?:st|nd|rd|th|\.|er)?[\s\-/]*(?:de |of )?(\p{L}{3,})\.?,?[\s\-/]*(?:de )?'?(\d{4}|\d{2})\b/u;
const NAME_DAY_YEAR = /^(\p{L}{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})\b/u;
const HYPHEN = 45;
const ZERO = 48;
const WEEKDAY = /^\p{L}{2,}\.?,\s*(?=\d|\p{L})/u;

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year < CENTURY_PIVOT ? 2000 : 1900);
}

/** NaN where one of the two is no digit. */
function readTwoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** `2026-11-23`, what most exports write, without a regular expression; undefined = written otherwise. */
function readIso(text: string): Day | null | undefined {
  if (!isIso(text)) return undefined;
  const after = text.charAt(10);
  if (after !== '' && after !== ' ' && after !== 'T') return undefined;
  const year = readTwoDigits(text, 0) * 100 + readTwoDigits(text, 2);
  return dayFromDate(year, readTwoDigits(text, 5), readTwoDigits(text, 8));
}

/** Calendar day of a cell under the column's format; the time and its zone are dropped; null = not a date. */
export function readDay(cell: string, format: DateFormat): Day | null {
  const text = cell.trim();
  const iso = readIso(text);
  if (iso !== undefined) return iso;
  const numeric = NUMERIC.exec(text);
  if (numeric) return readNumeric(numeric, format.order);
  if (format.isSerial && SERIAL.test(text)) return Math.floor(Number(text.replace(',', '.'))) + EXCEL_EPOCH;
  const compact = COMPACT.exec(text);
  if (compact) return dayFromDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return readNamed(text.replace(WEEKDAY, ''));
}

function readNumeric(match: RegExpExecArray, order: DateOrder): Day | null {
  const [, first = '', , second = '', third = ''] = match;
  if (first.length === 4) return dayFromDate(Number(first), Number(second), Number(third));
  if (first.length === 3 || third.length === 3) return null;
  if (third.length === 1) return null;
  if (order === 'ymd' && third.length === 2)
    return dayFromDate(fullYear(first), Number(second), Number(third));
  return order === 'mdy'
    ? dayFromDate(fullYear(third), Number(first), Number(second))
    : dayFromDate(fullYear(third), Number(second), Number(first));
}

function readNamed(text: string): Day | null {
  const dayFirst = DAY_NAME_YEAR.exec(text);
  const nameFirst = dayFirst ? null : NAME_DAY_YEAR.exec(text);
  const name = dayFirst?.[2] ?? nameFirst?.[1];
  const month = name === undefined ? null : monthFromName(name);
  const dayOfMonth = dayFirst?.[1] ?? nameFirst?.[2];
  const year = dayFirst?.[3] ?? nameFirst?.[3];
  if (month === null || dayOfMonth === undefined || year === undefined) return null;
  return dayFromDate(fullYear(year), month, Number(dayOfMonth));
}

/** Whether a cell begins as `2026-11-23` does. */
export function isIso(text: string): boolean {
  return text.length >= 10 && text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN;
}

/** Whether a cell may be one of Excel's day numbers. */
export function isSerialNumber(text: string): boolean {
  return SERIAL.test(text);
}

/**
 * The order of day and month in a column, from all its values: a first part above 12 can only be a day. Dots mean
 * day first everywhere. Where nothing tells, `ambiguous` holds an example and `order` the fallback.
 */
export function detectDateFormat(cells: Iterable<Counted>, fallback: DateOrder = 'dmy'): DateFinding {
  const votes = { dmy: 0, mdy: 0, ymd: 0 };
  let example: string | null = null;
  let filled = 0;
  let serials = 0;
  let readable = 0;
  for (const [cell, count] of cells) {
    const text = cell.trim();
    if (text === '') continue;
    filled += count;
    if (typeof readIso(text) === 'number') {
      readable += count;
      votes.ymd += count;
      continue;
    }
    const numeric = NUMERIC.exec(text);
    if (!numeric) {
      if (SERIAL.test(text)) serials += count;
      else if (readDay(text, { order: 'dmy', isSerial: false }) !== null) readable += count;
      continue;
    }
    const [, first = '', separator, second = '', third = ''] = numeric;
    readable += count;
    if (first.length === 4) votes.ymd += count;
    else if (third.length === 2 && Number(first) > 31) votes.ymd += count;
    else if (Number(first) > 12 && Number(second) <= 12) votes.dmy += count;
    else if (Number(second) > 12 && Number(first) <= 12) votes.mdy += count;
    else if (separator === '.' && third.length !== 1) votes.dmy += count;
    // 5/5/2026 is the same day either way.
    else if (Number(first) !== Number(second)) example ??= text;
  }
  const isSerial = serials > 0 && serials >= filled * 0.9;
  const share = filled === 0 ? 0 : (readable + (isSerial ? serials : 0)) / filled;
  const decided = votes.dmy + votes.mdy > 0;
  const order = decided
    ? votes.dmy >= votes.mdy
      ? 'dmy'
      : 'mdy'
    : votes.ymd > 0 && example === null
      ? 'ymd'
      : fallback;
  return { order, isSerial, ambiguous: decided ? null : example, readable: share };
}
