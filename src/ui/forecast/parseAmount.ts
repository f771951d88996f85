/** Larger than any company's sales, smaller than what doubles stop counting exactly. */
const LARGEST = 1e12;

/** After the number, perhaps with the currency behind: "k", "tkr", "mn", "MSEK". "sek" alone is no thousand. */
const SUFFIXES: readonly (readonly [RegExp, number])[] = [
  [/^(k|t|tn)(kr|[a-z]{3}|[€$£])?$/, 1e3],
  [/^(m|mn|milj|mil)(kr|[a-z]{3}|[€$£])?$/, 1e6],
  [/^(md|mdr|bn|b)(kr|[a-z]{3}|[€$£])?$/, 1e9],
];

/**
 * An amount as people type it, in any of the ways they write thousands and decimals: "450 000", "450,000", "450.000",
 * "450k", "1,2 mkr", "SEK 450'000". Null where it is not one positive number.
 *
 * @example parseAmount('1.2m') // 1200000
 */
export function parseAmount(text: string): number | null {
  let rest = text
    .toLowerCase()
    .replace(/[\s'’_]/gu, '')
    .replace(/^[^\d.,-]+/u, '');
  let factor = 1;
  const letters = /[^\d.,]+$/u.exec(rest)?.[0] ?? '';
  rest = rest.slice(0, rest.length - letters.length);
  for (const [suffix, value] of SUFFIXES) if (suffix.test(letters)) factor = value;

  if (!/^\d[\d.,]*$/.test(rest)) return null;
  const marks = rest.match(/[.,]/g) ?? [];
  const lastMark = Math.max(rest.lastIndexOf('.'), rest.lastIndexOf(','));
  const isMixed = rest.includes('.') && rest.includes(',');
  // One mark with exactly three digits behind it separates thousands, but not in "1.250m".
  const isGrouped = marks.length > 1 || (factor === 1 && rest.length - lastMark - 1 === 3);
  const isDecimal = lastMark >= 0 && (isMixed ? rest.split(rest[lastMark] ?? '').length === 2 : !isGrouped);
  const whole = (isDecimal ? rest.slice(0, lastMark) : rest).replace(/[.,]/g, '');
  const value = Number(isDecimal ? `${whole}.${rest.slice(lastMark + 1)}` : whole) * factor;
  return Number.isFinite(value) && value > 0 && value <= LARGEST ? value : null;
}
