import { ordinaryDealValue } from '../plan/ordinaryDealValue';

/** A step of money that is worth a thought in a currency: a tenth of an ordinary deal, a round figure. */
export function nextAmount(currency: string): number {
  return ordinaryDealValue(currency) / 10;
}
