import { readNumber } from '../../state/plan/parseFigure';

/** Larger than any company's sales, small enough that doubles still count it exactly. */
const LARGEST = 1e12;

/** Behind the number, perhaps with the currency after it: "k", "tkr", "mn", "MSEK". "sek" alone is no thousand. */
const MULTIPLES: readonly (readonly [RegExp, number])[] = [
  [/^(k|t|tn)(kr|[a-z]{3}|[€$£])?$/, 1e3],
  [/^(m|mn|milj|mil)(kr|[a-z]{3}|[€$£])?$/, 1e6],
  [/^(md|mdr|bn|b)(kr|[a-z]{3}|[€$£])?$/, 1e9],
];

/**
 * A target as people type it: "450 000", "450,000", "SEK 450'000", "450k", "1,2 mkr". Null where it is not one
 * positive amount.
 *
 * @example parseAmount('1.2m', '.') // 1200000
 */
export function parseAmount(text: string, decimalMark: '.' | ','): number | null {
  const parts = /^[^\d.,]*([\d.,'’]+)([^\d.,]*)$/u.exec(text.toLowerCase().replace(/[\s_]/gu, ''));
  if (!parts || /[-−–]/u.test(text)) return null;
  const [, digits = '', letters = ''] = parts;
  const multiple = MULTIPLES.find(([pattern]) => pattern.test(letters))?.[1] ?? 1;
  // Nobody types a target to the thousandth: three digits behind a mark are a group in either language, but for "1.250m".
  const isGrouped = multiple === 1 && /^[1-9]\d{0,2}([.,])\d{3}$/.test(digits);
  const value = isGrouped ? Number(digits.replace(/[.,]/, '')) : readNumber(digits, decimalMark);
  return value !== null && value > 0 && value * multiple <= LARGEST ? value * multiple : null;
}
