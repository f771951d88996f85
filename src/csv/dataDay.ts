import type { Day, DealRecord } from '../engine';

/** Creation days looked at for how often a new deal comes in. */
const RECENT_DAYS = 60;
const LONGEST_GAP_DAYS = 31;
/** A file in which nothing certain happened for so long was exported long ago. */
const RECENT_FILE_DAYS = 366;

/**
 * The day an export shows: the latest thing that certainly happened (`latestFact`, not after `today`). A won or lost deal's day of
 * closing is one too, unless it is after `today`: some CRMs let a closed deal keep a date to come. In a file of long ago such
 * dates lie before `today` as well; there they count only as far beyond the last certain event as the longest recent pause
 * between new deals. null without any event.
 */
export function inferDataDay(
  deals: readonly Pick<DealRecord, 'created' | 'closed'>[],
  latestFact: Day | null,
  today: Day,
): Day | null {
  if (latestFact === null) return null;
  let last = latestFact;
  const isRecent = today - latestFact <= RECENT_FILE_DAYS;
  const limit = isRecent ? today : Math.min(today, last + longestRecentGap(deals));
  for (const { closed } of deals) if (closed !== null && closed <= limit && closed > last) last = closed;
  return last;
}

function longestRecentGap(deals: readonly Pick<DealRecord, 'created'>[]): number {
  const days = new Set<Day>();
  for (const { created } of deals) days.add(created);
  const recent = [...days].sort((a, b) => b - a).slice(0, RECENT_DAYS);
  let longest = 1;
  recent.forEach((day, index) => {
    const earlier = recent[index + 1];
    if (earlier !== undefined) longest = Math.max(longest, day - earlier);
  });
  return Math.min(longest, LONGEST_GAP_DAYS);
}
