import { RATE } from './limits';
import type { Settings } from './types';

type Rates = Settings['rates'];

/** What one unit of a currency is worth in the settings' currency; null where nobody has said. Own entries only: labels come from files. */
export function rateOf(
  code: string,
  { currency, rates }: Pick<Settings, 'currency' | 'rates'>,
): number | null {
  if (code === currency) return 1;
  return (Object.hasOwn(rates, code) ? rates[code] : undefined) ?? null;
}

/**
 * The same rates once amounts are shown in another currency: all divided by its rate, the old currency in its place. Nothing
 * is left where its rate is not known.
 *
 * @example ratesInCurrency({ EUR: 11, USD: 10 }, 'SEK', 'EUR') // { SEK: 1 / 11, USD: 10 / 11 }
 */
export function ratesInCurrency(rates: Rates, from: string, to: string): Rates {
  if (from === to) return rates;
  const rate = Object.hasOwn(rates, to) ? rates[to] : undefined;
  if (rate === undefined) return {};
  const others = Object.entries(rates).filter(([code]) => code !== to && code !== from);
  const turned = [...others, [from, 1] as const].map(([code, value]) => [code, value / rate] as const);
  return Object.fromEntries(turned.filter(([, value]) => value >= RATE.min && value <= RATE.max));
}
