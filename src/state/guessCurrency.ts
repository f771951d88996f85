const CURRENCY_BY_REGION: Readonly<Record<string, string>> = {
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  GB: 'GBP',
  US: 'USD',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  CH: 'CHF',
  PL: 'PLN',
  CZ: 'CZK',
  IN: 'INR',
  JP: 'JPY',
  BR: 'BRL',
  MX: 'MXN',
  ZA: 'ZAR',
  SG: 'SGD',
};

/** A first currency from the browser's languages ("sv-SE" is SEK); euro where they name no region known here. */
export function guessCurrency(languages: readonly string[]): string {
  for (const language of languages) {
    const region = language.split('-')[1]?.toUpperCase();
    const currency = region === undefined ? undefined : CURRENCY_BY_REGION[region];
    if (currency !== undefined) return currency;
  }
  return languages.some((language) => language.startsWith('sv')) ? 'SEK' : 'EUR';
}
