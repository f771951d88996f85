import type { ColumnReader } from './dataset';

/** What stands before a dollar sign: as Unicode CLDR writes the currencies, and as people do. */
const DOLLARS: Readonly<Record<string, string>> = {
  US: 'USD',
  // "U$S" and "U$D" along the Río de la Plata.
  U: 'USD',
  A: 'AUD',
  AU: 'AUD',
  C: 'CAD',
  CA: 'CAD',
  CDN: 'CAD',
  CAN: 'CAD',
  NZ: 'NZD',
  HK: 'HKD',
  S: 'SGD',
  SG: 'SGD',
  MX: 'MXN',
  MEX: 'MXN',
  NT: 'TWD',
  R: 'BRL',
  AR: 'ARS',
  CL: 'CLP',
  COL: 'COP',
};
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/₹/, 'INR'],
  [/zł/, 'PLN'],
  [/CN[¥￥]/, 'CNY'],
];
/** Signs that several currencies share: that of the first language whose region or language is named, else the last. */
const SHARED: readonly (readonly [RegExp, readonly (readonly [RegExp, string])[], string])[] = [
  [
    /\$/,
    [
      [/-AU/i, 'AUD'],
      [/-CA/i, 'CAD'],
      [/-NZ/i, 'NZD'],
      [/-SG/i, 'SGD'],
      [/-HK/i, 'HKD'],
      [/-MX/i, 'MXN'],
      [/-US/i, 'USD'],
    ],
    'USD',
  ],
  [
    /(?:^|[\s\d])kr(?:\.|\b)/i,
    [
      [/-SE|^sv/i, 'SEK'],
      [/-NO|^(?:nb|nn|no)\b/i, 'NOK'],
      [/-DK|^da\b/i, 'DKK'],
    ],
    '',
  ],
  [/[¥￥]/, [[/-CN|^zh/i, 'CNY']], 'JPY'],
];
/** Rows in which a currency sign is looked for. */
const SAMPLE_ROWS = 200;

/** The three-letter code in a cell such as `SEK` or `Swedish krona (SEK)`; null where there is none. */
export function currencyCode(cell: string): string | null {
  return /(?:^|[\s(])([A-Z]{3})(?:$|[\s)])/.exec(cell)?.[1] ?? null;
}

/** What `kr` may be: settled by a code beside it. */
const KRONOR = new Set(['SEK', 'NOK', 'DKK']);

/**
 * Currency of an amount column by its header (`Amount (SEK)`), else by codes and signs in it, where all that have one agree; `''` =
 * not said. `$` and `kr` stand for several currencies: `languages`, as browsers name them (`sv-SE`), tell which.
 */
export function detectCurrency(
  amount: ColumnReader | null,
  rows: readonly number[],
  languages: readonly string[] = [],
): string {
  if (amount === null) return '';
  const inHeader = /[([]([A-Z]{3})[)\]]|\b(SEK|EUR|USD|GBP|NOK|DKK|CHF)\b/.exec(amount.column.header);
  if (inHeader) return inHeader[1] ?? inHeader[2] ?? '';
  const found = new Set<string>();
  for (const row of rows.slice(0, SAMPLE_ROWS)) {
    const cell = amount.read(row);
    const code = /^[A-Z]{3}(?=[\s\d])|(?<=[\d\s])[A-Z]{3}$/.exec(cell)?.[0];
    const currency = code ?? currencyOfSign(cell, languages);
    if (currency !== null) found.add(currency);
  }
  const isUnsettled = found.delete('');
  const [only] = found;
  if (found.size !== 1 || only === undefined) return '';
  return isUnsettled && !KRONOR.has(only) ? '' : only;
}

/** `''` where the sign in a cell is one that nothing settles; null without any. */
function currencyOfSign(cell: string, languages: readonly string[]): string | null {
  const before = /([A-Za-z]+)\$/.exec(cell)?.[1]?.toUpperCase();
  if (before !== undefined) return DOLLARS[before] ?? (/^[A-Z]{3}$/.test(before) ? before : '');
  const sign = SIGNS.find(([pattern]) => pattern.test(cell));
  if (sign) return sign[1];
  const shared = SHARED.find(([pattern]) => pattern.test(cell));
  if (!shared) return null;
  const [, choices, otherwise] = shared;
  for (const language of languages) {
    const choice = choices.find(([pattern]) => pattern.test(language));
    if (choice) return choice[1];
  }
  return otherwise;
}
