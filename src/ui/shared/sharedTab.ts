import type { Route } from '../../state/route.svelte';

/** The parts of somebody else's forecast, in the order of their tabs. */
export const SHARED_TABS = ['forecast', 'plan', 'scenarios', 'compare'] as const;
export type SharedTab = (typeof SHARED_TABS)[number];

/** The tab that the address names: `#/shared/plan`; without one, the forecast. */
export function tabOf({ part }: Route): SharedTab {
  const name = part?.split('/')[0];
  return SHARED_TABS.find((tab) => tab === name) ?? 'forecast';
}
