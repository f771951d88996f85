import type { Deal, Kind } from '../deals/deal';
import { KINDS } from '../deals/deal';
import { dealTimes, WON } from '../fit/dealTimes';
import { stageVisits, visitEnd } from '../fit/stageVisits';
import type { Day } from '../calendar/calendar';

/** Four in five of the deals that were later won had gone on by then. */
const USUAL_SHARE = 0.8;
/** With fewer, how long is long is not known. */
export const FEWEST_WON = 8;

/** Days within which four in five were done, and of how many deals. */
export interface UsualTime {
  days: number;
  n: number;
}

/**
 * The smallest number of days that four in five do not exceed; null with fewer than eight.
 *
 * @example usualTime([3, 1, 4, 2, 5, 8, 6, 7, 9, 10])?.days // 8
 */
export function usualTime(days: readonly number[]): UsualTime | null {
  if (days.length < FEWEST_WON) return null;
  const sorted = Float64Array.from(days).sort();
  return { days: sorted[Math.ceil(USUAL_SHARE * sorted.length) - 1]!, n: sorted.length };
}

/** How long deals that were later won stayed in each stage, as far as its days were noted. */
export function usualStageTimes(deals: readonly Deal[], dataDay: Day): ReadonlyMap<string, UsualTime> {
  const won = deals.filter(({ outcome }) => outcome === 'won').map(withNotedEntries);
  const times = dealTimes(won, dataDay);
  const visits = stageVisits(won, times);
  const days: number[][] = visits.stages.map(() => []);
  for (let deal = 0; deal < times.count; deal++) {
    if (times.end[deal] !== WON) continue;
    for (let visit = visits.first[deal]!; visit < visits.first[deal + 1]!; visit++) {
      const isLast = visit + 1 === visits.first[deal + 1];
      // A visit ends on the day of the next one; the last on the day of winning.
      const end = visitEnd(visits, times, deal, visit) - (isLast ? 1 : 0);
      days[visits.stage[visit]!]!.push(end - visits.day[visit]!);
    }
  }
  return new Map(
    visits.stages.flatMap((stage, position): [string, UsualTime][] => {
      const usual = usualTime(days[position]!);
      return usual === null ? [] : [[stage, usual]];
    }),
  );
}

/** How old won deals of each kind were when they were won. */
export function usualAges(deals: readonly Deal[]): ReadonlyMap<Kind, UsualTime> {
  return new Map(
    KINDS.flatMap((kind): [Kind, UsualTime][] => {
      const ages = deals.flatMap((deal) =>
        deal.kind === kind && deal.outcome === 'won' && deal.closed !== null
          ? [Math.max(0, deal.closed - deal.created)]
          : [],
      );
      const usual = usualTime(ages);
      return usual === null ? [] : [[kind, usual]];
    }),
  );
}

/** A day that was only seen by an import is up to an interval late. */
function withNotedEntries(deal: Deal): Deal {
  return { ...deal, stageEntries: deal.stageEntries.filter(({ isSeen }) => !isSeen) };
}
