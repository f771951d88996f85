import type { Slips } from '../engine';
import { number } from './format';
import { m } from './paraglide/messages';

/** How often a deal has been put off: "Put off 3 times, by 74 days in all". */
export function slipWords({ times, days }: Slips): string {
  const span = m.changes_days({ count: days, number: number(days) });
  return m.changes_slips({ count: times, number: number(times), span });
}
