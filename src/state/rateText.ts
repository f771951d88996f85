import { plainNumber } from '../i18n/format';
import { RATE } from '../workspace/limits';

/** More than anybody knows of a rate, and fewer than a division brings along. */
const DIGITS = 12;

/**
 * A rate as people type it, with either decimal mark: nobody groups the thousands of a rate, and what was read stands beside
 * the field. null where it is none.
 *
 * @example readRate('11,245') // 11.245
 */
export function readRate(text: string): number | null {
  const plain = text.replace(/\s/g, '').replace(',', '.');
  const rate = /^(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
  return rate >= RATE.min && rate <= RATE.max ? rate : null;
}

/** A rate as `readRate` reads it: without groups, of which it would take the first for all. */
export function writeRate(rate: number): string {
  return plainNumber(rate, DIGITS);
}
