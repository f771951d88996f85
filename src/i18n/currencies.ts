import { locale } from './locale.svelte';

export interface CurrencyChoice {
  /** ISO 4217. */
  code: string;
  name: string;
}

/** Where the browser can't list them: those most exports are in. */
const COMMON = [
  'EUR',
  'USD',
  'GBP',
  'SEK',
  'NOK',
  'DKK',
  'CHF',
  'PLN',
  'CZK',
  'CAD',
  'AUD',
  'INR',
  'JPY',
  'BRL',
];

/** Currencies by name in the user's language; `needed` ones are there even if the browser does not know them. */
export function currencyChoices(needed: readonly string[] = []): readonly CurrencyChoice[] {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('currency') : COMMON;
  const names = new Intl.DisplayNames(locale(), { type: 'currency' });
  return [...new Set([...known, ...needed])]
    .map((code) => ({ code, name: nameOf(names, code) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale()));
}

/** An export may name a currency that is none ("kr"), on which DisplayNames throws. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
