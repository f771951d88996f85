import type { ValueCount } from '../csv/types';
import type { DealRecord } from '../engine';

/** Source labels with how many deals each has, commonest first; a blank source is `''`. */
export function countSources(deals: readonly Pick<DealRecord, 'source'>[]): readonly ValueCount[] {
  const counts = new Map<string, number>();
  for (const { source } of deals) counts.set(source ?? '', (counts.get(source ?? '') ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count);
}
