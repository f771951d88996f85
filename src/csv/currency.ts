import type { ColumnReader } from './dataset';

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/₹/, 'INR'],
  [/zł/, 'PLN'],
];
/** Rows in which a currency sign is looked for. */
const SAMPLE_ROWS = 200;

/** The three-letter code in a cell such as `SEK` or `Swedish krona (SEK)`; null where there is none. */
export function currencyCode(cell: string): string | null {
  return /(?:^|[\s(])([A-Z]{3})(?:$|[\s)])/.exec(cell)?.[1] ?? null;
}

/**
 * Currency of an amount column by its header (`Amount (SEK)`) or the signs in it; `''` = not said. `$` and `kr` stand
 * for several currencies and say nothing.
 */
export function detectCurrency(amount: ColumnReader | null, rows: readonly number[]): string {
  if (amount === null) return '';
  const inHeader = /[([]([A-Z]{3})[)\]]|\b(SEK|EUR|USD|GBP|NOK|DKK|CHF)\b/.exec(amount.column.header);
  if (inHeader) return inHeader[1] ?? inHeader[2] ?? '';
  for (const row of rows.slice(0, SAMPLE_ROWS)) {
    const cell = amount.read(row);
    const code = /^[A-Z]{3}(?=[\s\d])|(?<=[\d\s])[A-Z]{3}$/.exec(cell)?.[0];
    if (code !== undefined) return code;
    const sign = SIGNS.find(([pattern]) => pattern.test(cell));
    if (sign) return sign[1];
  }
  return '';
}
