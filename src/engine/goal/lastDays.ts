import type { Day, Month } from '../calendar/calendar';
import { lastDayOfMonth } from '../calendar/month';
import type { Closing } from '../funnel/model';
import { reduceClosing } from '../simulate/closing';

/** How far back is looked, in days, first in days and then more coarsely: whoever takes longer is won too late for any plan. */
const REACHES = [2_000, 20_000];

/**
 * The last day on which a share of the leads that will be won at all are won by the end of a month; null where none is, or
 * not even of those of decades ago. By the time from lead to won alone: the closing rhythm moves wins within quarters.
 *
 * @param share 0 to 1: half and four in five are asked for
 */
export function lastDayToStart(closing: Closing, by: Month, share: number): Day | null {
  const { chance, timeWithin } = reduceClosing(closing);
  if (!(chance > 0)) return null;
  const end = lastDayOfMonth(by) + 1;
  for (const reach of REACHES) {
    const time = timeWithin(reach);
    // Leads of one day, coming evenly over it, so many days before the end.
    const wonOf = (days: number): number => time.integrated(days) - time.integrated(days - 1);
    if (wonOf(reach) < share) continue;
    let none = 0;
    let enough = reach;
    while (enough - none > 1) {
      const middle = Math.floor((none + enough) / 2);
      if (wonOf(middle) < share) none = middle;
      else enough = middle;
    }
    return end - enough;
  }
  return null;
}
