import type { Day } from '../calendar/calendar';
import { addMonths, lastDayOfMonth, monthOfDay } from '../calendar/month';
import type { Deal } from '../deals/deal';
import { MONTHS_SCORED } from './backtestTypes';
import { firstDayOfHistory, sortedWonDays, WINS_BEHIND } from './origins';

/** What a forecast needs behind and ahead of it to be measured, and how far these deals are. */
export interface Readiness {
  /** Null without deals. */
  firstCreated: Day | null;
  /** From this day on six months lie behind; null without deals. */
  sixMonthsOn: Day | null;
  datedWins: number;
  winsNeeded: number;
  /** The month end from which the first forecast can be measured; null while wins are missing. */
  firstOrigin: Day | null;
  /** The first day of an export that can measure it: the end of the third month after; null while wins are missing. */
  readyOn: Day | null;
}

/** How far the history is from its first origin; with `readyOn` up to the data day there is at least one. */
export function readinessOf(deals: readonly Deal[], dataDay: Day): Readiness {
  const known = deals.filter(({ created }) => created <= dataDay);
  const wonDays = sortedWonDays(known).filter((day) => day <= dataDay);
  const base = { datedWins: wonDays.length, winsNeeded: WINS_BEHIND };
  if (known.length === 0) {
    return { ...base, firstCreated: null, sixMonthsOn: null, firstOrigin: null, readyOn: null };
  }
  const firstCreated = known.reduce((first, { created }) => Math.min(first, created), dataDay);
  const sixMonthsOn = firstDayOfHistory(firstCreated);
  const thirtieth = wonDays[WINS_BEHIND - 1];
  if (thirtieth === undefined)
    return { ...base, firstCreated, sixMonthsOn, firstOrigin: null, readyOn: null };
  const firstOrigin = lastDayOfMonth(monthOfDay(Math.max(sixMonthsOn, thirtieth)));
  const readyOn = lastDayOfMonth(addMonths(monthOfDay(firstOrigin), MONTHS_SCORED));
  return { ...base, firstCreated, sixMonthsOn, firstOrigin, readyOn };
}
