import type { ValueCount } from '../csv/types';
import { rateOf } from '../workspace/rates';
import type { Settings } from '../workspace/types';
import type { KnownDeals } from './knownDeals';
import type { DealFacets } from './protocol';

/** Owners, stages and currencies of the deals in use; stages in funnel order, then any others; the rest commonest first. */
export function facetsOf({ deals, written, stages }: KnownDeals, settings: Settings): DealFacets {
  const place = new Map(stages.map((stage, index) => [stage, index]));
  const placeOf = ({ value }: ValueCount): number => place.get(value) ?? stages.length;
  return {
    owners: countValues(deals, ({ owner }) => owner),
    stages: [...countValues(deals, ({ stage }) => stage)].sort((one, other) => placeOf(one) - placeOf(other)),
    currencies: countValues(written, ({ amount, currency }) => (amount === null ? null : currency)).map(
      (counted) => ({ ...counted, rate: rateOf(counted.value, settings) }),
    ),
  };
}

function countValues<T>(deals: readonly T[], valueOf: (deal: T) => string | null): ValueCount[] {
  const counts = new Map<string, number>();
  for (const deal of deals) {
    const value = valueOf(deal);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count);
}
