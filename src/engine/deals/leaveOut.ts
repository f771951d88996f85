import type { Day } from '../calendar/calendar';
import type { DealRecord } from './deal';
import { isNoDeal } from './noDeal';

/** Sorts of deals that the user may choose not to count, however the import reads them. */
export type LeaveOut =
  'notRealLosses' | 'sameDayWins' | 'closedBeforeCreated' | 'wonWithoutDate' | 'staleOpens';

/** Why a deal does not count: the sort it is of, or its source or pipeline is left out. */
export type LeftOutAs = LeaveOut | 'source' | 'pipeline';

export const LEAVE_OUTS = [
  'notRealLosses',
  'sameDayWins',
  'closedBeforeCreated',
  'wonWithoutDate',
  'staleOpens',
] as const satisfies readonly LeaveOut[];

/** Half a year past its date nobody expects it any more. */
const DAYS_OVERDUE = 180;

/**
 * Dated wins from which their oldest age is worth something: were all alike, the next of 30 would be older than all before
 * it in one case of 31.
 */
const ENOUGH_WINS = 30;

/**
 * Tells whether a deal is of such a sort; the one definition behind notes, switches and forecasts.
 *
 * - notRealLosses: lost for a reason that says it was never a deal (a duplicate, a test);
 * - sameDayWins: won on the day it was created, and not because its dates were the wrong way round;
 * - closedBeforeCreated: the file has it closed before it was created (`DealRecord.closedBeforeCreated`);
 * - wonWithoutDate: won, nobody knows when;
 * - staleOpens: open, and its expected close is more than 180 days past on the data day, or it is older than any deal
 *   was when it was won (from 30 dated wins on).
 *
 * @param deals all deals, for the oldest age at a win
 */
export function leaveOutFinder(
  deals: readonly DealRecord[],
  dataDay: Day,
): (deal: DealRecord, sort: LeaveOut) => boolean {
  const oldest = oldestAgeWon(deals);
  const lostForNothing = new Map<string, boolean>();
  const isNotReal = (reason: string): boolean => {
    let isNone = lostForNothing.get(reason);
    if (isNone === undefined) lostForNothing.set(reason, (isNone = isNoDeal(reason)));
    return isNone;
  };
  const tests: { readonly [Sort in LeaveOut]: (deal: DealRecord) => boolean } = {
    notRealLosses: ({ outcome, lostReason }) =>
      outcome === 'lost' && lostReason !== null && isNotReal(lostReason),
    sameDayWins: ({ outcome, closed, created, closedBeforeCreated }) =>
      outcome === 'won' && closed === created && closedBeforeCreated !== true,
    closedBeforeCreated: ({ outcome, closedBeforeCreated }) =>
      outcome !== 'open' && closedBeforeCreated === true,
    wonWithoutDate: ({ outcome, closed }) => outcome === 'won' && closed === null,
    staleOpens: ({ outcome, expectedClose, created }) =>
      outcome === 'open' &&
      ((expectedClose !== null && dataDay - expectedClose > DAYS_OVERDUE) || dataDay - created > oldest),
  };
  return (deal, sort) => tests[sort](deal);
}

/** Infinite where too few wins say. */
function oldestAgeWon(deals: readonly DealRecord[]): number {
  let oldest = 0;
  let wins = 0;
  for (const { outcome, closed, created } of deals) {
    if (outcome !== 'won' || closed === null) continue;
    wins++;
    oldest = Math.max(oldest, closed - created);
  }
  return wins < ENOUGH_WINS ? Infinity : oldest;
}
