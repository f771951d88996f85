import type { ColumnReader } from './dataset';

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/₹/, 'INR'],
  [/zł/, 'PLN'],
  [/US\$/, 'USD'],
  [/R\$/, 'BRL'],
  [/(?:^|[^A-Z])AU?\$/, 'AUD'],
  [/(?:^|[^A-Z])CA?\$/, 'CAD'],
  [/NZ\$/, 'NZD'],
  [/HK\$/, 'HKD'],
  [/(?:^|[^U])S\$/, 'SGD'],
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

/**
 * Currency of an amount column by its header (`Amount (SEK)`) or the signs in it, where all that have one agree; `''` = not said.
 * `$` and `kr` stand for several currencies: `languages`, as browsers name them (`sv-SE`), tell which.
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
    if (code !== undefined) return code;
    const bySign = currencyOfSign(cell, languages);
    if (bySign !== null) found.add(bySign);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : '';
}

/** `''` where the sign in a cell is one that nothing settles; null without any. */
function currencyOfSign(cell: string, languages: readonly string[]): string | null {
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
