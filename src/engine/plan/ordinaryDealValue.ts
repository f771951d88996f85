/** Units of a currency that buy roughly what one US dollar does, as a round figure: for first guesses only. */
const UNITS_PER_DOLLAR: Readonly<Record<string, number>> = {
  SEK: 10,
  NOK: 10,
  DKK: 5,
  CZK: 20,
  PLN: 5,
  HUF: 500,
  ISK: 100,
  INR: 50,
  JPY: 100,
  KRW: 1000,
  CNY: 5,
  MXN: 20,
  BRL: 5,
  ZAR: 20,
  TRY: 20,
};

const ORDINARY_DEAL_IN_DOLLARS = 10_000;

/** A sensible deal value where nobody has said any: about 10,000 US dollars, in a round figure of the currency. */
export function ordinaryDealValue(currency: string): number {
  return ORDINARY_DEAL_IN_DOLLARS * (UNITS_PER_DOLLAR[currency] ?? 1);
}
