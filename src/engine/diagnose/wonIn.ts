import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import { amountIn } from '../fit/fitValues';
import type { DaySpan } from './leak';

/** What was won in a span of days, by kind in the order of `KINDS`. Wins without an amount bring nothing. */
export interface Won {
  wins: Float64Array;
  value: Float64Array;
}

export function wonIn(deals: readonly Deal[], { from, to }: DaySpan, currency: string): Won {
  const won = { wins: new Float64Array(KINDS.length), value: new Float64Array(KINDS.length) };
  for (const deal of deals) {
    if (deal.outcome !== 'won' || deal.closed === null || deal.closed < from || deal.closed > to) continue;
    const kind = KINDS.indexOf(deal.kind);
    won.wins[kind]!++;
    won.value[kind]! += amountIn(deal, currency) ?? 0;
  }
  return won;
}

export function totalOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
