import type { ValueCount } from '../../../csv/types';
import type { Settings } from '../../../workspace/types';

/** Currencies of deals that nothing converts: all but the one counted in and those that have a rate. */
export function withoutRate(
  used: readonly ValueCount[],
  { currency, rates }: Pick<Settings, 'currency' | 'rates'>,
): readonly string[] {
  return used.map(({ value }) => value).filter((value) => value !== currency && !Object.hasOwn(rates, value));
}
