import { fingerprintOf } from '../workspace/fingerprint';

/** Rows in which a header is looked for: reports begin with a title, a date, the filters. */
export const PREAMBLE_ROWS = 30;

function countFilled(row: readonly string[]): number {
  return row.reduce((count, cell) => count + (cell.trim() === '' ? 0 : 1), 0);
}

/** Position of the header: the first row at least half as full as the fullest near the top; null for an empty file. */
export function findHeaderRow(rows: readonly (readonly string[])[]): number | null {
  const filled = rows.slice(0, PREAMBLE_ROWS).map(countFilled);
  const fullest = Math.max(0, ...filled);
  if (fullest === 0) {
    const later = rows.findIndex((row) => countFilled(row) > 0);
    return later === -1 ? null : later;
  }
  return filled.findIndex((count) => count >= Math.max(1, fullest / 2));
}

/**
 * A header reduced to what names have in common: words in lower case without accents, camel case and underscores
 * split, the entity prefix (`Deal - `), the number of a custom field (`Segment cf_123456`) and a required-mark `*`
 * taken off.
 *
 * @example normaliseHeader('Deal - Won_Time *') // 'won time'
 */
export function normaliseHeader(header: string): string {
  return header
    .replace(/^\uFEFF/, '')
    .replace(/([a-zåäöéü])([A-ZÅÄÖ])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(deal|opportunity|lead|affar|geschaft|affaire|trato|negocio|transaction) - /, '')
    .replace(/[_\s\u00a0]+/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/ cf \d+$/, '')
    .replace(/[*:]+$/, '')
    .trim();
}

/** `normaliseHeader` without a bracketed remark at the end: `amount (sek)` is `amount`. */
export function withoutRemark(normalised: string): string {
  return normalised.replace(/\s*[([][^()[\]]*[)\]]$/, '').trim();
}

/** Identifies a shape of file by its headers and their order: the key under which a mapping is saved. */
export function shapeOf(headers: readonly string[]): string {
  const text = headers.map((header) => header.replace(/^\uFEFF/, '').trim()).join('\u001f');
  return `${headers.length}-${fingerprintOf(text)}`;
}
