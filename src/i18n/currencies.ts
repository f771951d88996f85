export interface CurrencyChoice {
  /** ISO 4217. */
  code: string;
  name: string;
}

/** The world's most traded and the Nordic ones; the rest follows below them. */
const COMMON = ['EUR', 'USD', 'GBP', 'SEK', 'NOK', 'DKK', 'CHF', 'JPY', 'CAD', 'AUD', 'CNY', 'INR', 'PLN'];

// Browsers list money that is no longer paid with, too; its name says its years: "Finnish Markka (1861–2002)".
const IS_HISTORIC = /\d{4}/;

/** All currencies that are in use, named in a language and sorted by name; the current one is always among them. */
export function currencyChoices(
  locale: string,
  current: string,
): { common: readonly CurrencyChoice[]; all: readonly CurrencyChoice[] } {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const choice = (code: string): CurrencyChoice => ({ code, name: names.of(code) ?? code });
  const common = (COMMON.includes(current) ? COMMON : [current, ...COMMON]).map(choice);
  const known = new Set(common.map(({ code }) => code));
  const all = Intl.supportedValuesOf('currency')
    .filter((code) => !known.has(code))
    .map(choice)
    .filter(({ name }) => !IS_HISTORIC.test(name))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  return { common, all };
}
