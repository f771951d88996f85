import type { BridgeAgainst, BridgePeriod } from '../../engine';
import type { Diagnosis } from '../../worker/protocol';

export interface BridgeChoice {
  period: BridgePeriod['code'];
  against: BridgeAgainst;
}

export interface BridgeChoices {
  periods: readonly BridgePeriod['code'][];
  againsts: readonly BridgeAgainst[];
  /** What is looked at: as chosen as far as that can be; null where there are no deals. */
  choice: BridgeChoice | null;
}

/**
 * What a difference can be looked at in. Without a choice: the quarter so far against its target, else against a year ago, which has
 * the same season, as far as the data reach back. A target there is only for what has a pace; the year's time before is a year ago.
 */
export function bridgeChoices({ paces, deals }: Diagnosis, chosen: Partial<BridgeChoice>): BridgeChoices {
  const periods = deals?.periods.map(({ code }) => code) ?? [];
  const found = deals?.periods.find(({ code }) => code === chosen.period) ?? deals?.periods[0];
  if (!deals || !found) return { periods, againsts: [], choice: null };
  const period = found.code;
  const onPace = paces.find((pace) => pace.period === period)?.onPace ?? null;
  const againsts: BridgeAgainst[] = [
    ...(onPace !== null && onPace > 0 ? (['target'] as const) : []),
    ...(found.lastYear.from >= deals.firstDay ? (['lastYear'] as const) : []),
    ...(period === 'year' ? [] : (['before'] as const)),
    'plan',
  ];
  const against = againsts.find((each) => each === chosen.against) ?? againsts[0] ?? 'plan';
  return { periods, againsts, choice: { period, against } };
}
