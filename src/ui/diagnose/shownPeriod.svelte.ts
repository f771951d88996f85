import type { PacePeriod } from '../../engine';

/** The period whose pace is shown: as it was when one comes back to the screen. */
export const shownPeriod = $state<{ name: PacePeriod }>({ name: 'quarter' });
