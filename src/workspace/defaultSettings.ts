import type { Locale, Settings } from './types';

/**
 * Settings of someone who has just arrived. No other package is imported here: the page needs this before anything is
 * read, and the validation library stays in the worker.
 */
export function defaultSettings(locale: Locale, currency: string): Settings {
  return {
    locale,
    theme: 'system',
    currency,
    fiscalYearStart: 1,
    companyName: '',
    targets: { quarter: null, year: null, nextTwelve: null },
    sourceKinds: {},
    rates: {},
    sellers: {},
    paymentDelayDays: null,
    mappings: {},
    activeImport: null,
    backedUpAt: null,
    hasStarted: false,
  };
}
