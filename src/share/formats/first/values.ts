import type { Day, Kind, Month, PlannedKind } from '../../../engine';
import { Damaged } from '../../damaged';
import { list, mapped, number, oneOf, text, three } from '../../fields';
import type { Field } from '../../fields';

/** Limits of this format: wider than any forecast, narrow enough that nothing it reads can grow large. */
const TEXT_LENGTH = 1_000;
export const MOST = { entries: 1_000, deals: 100 } as const;

const MONTHS_A_YEAR = 12;
const LAST_MONTH = 10_000 * MONTHS_A_YEAR - 1;

export const name = text(TEXT_LENGTH);
export const day: Field<Day> = number;
export const figures = list(number, MOST.entries);
export const flag = oneOf<boolean>(false, true);
export const kind = oneOf<Kind>('seed', 'net', 'spear', 'unsorted');
export const plannedKind = oneOf<PlannedKind>('seed', 'net', 'spear');
export const rhythm = three(number);

/** Months since the beginning of the year 0. */
export function monthNumber(month: Month): number {
  return Number(month.slice(0, 4)) * MONTHS_A_YEAR + Number(month.slice(5)) - 1;
}

export function monthAt(index: number): Month {
  if (!Number.isInteger(index) || index < 0 || index > LAST_MONTH) throw new Damaged('month');
  const year = String(Math.floor(index / MONTHS_A_YEAR)).padStart(4, '0');
  return `${year}-${String((index % MONTHS_A_YEAR) + 1).padStart(2, '0')}` as Month;
}

export const month = mapped(number, monthNumber, monthAt);
