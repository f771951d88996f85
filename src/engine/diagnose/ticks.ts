import type { Day } from '../calendar/calendar';
import { KINDS } from '../deals/deal';
import type { DealTimes } from '../fit/dealTimes';
import type { MonthGrid } from '../fit/monthGrid';
import type { DaySpan } from './leak';

const WEEK_DAYS = 7;
/** More steps in a period than this and they get longer. */
const MOST_TICKS_OF_PERIOD = 27;
/** Leads of this long before a period are followed, or of as long as nearly all wins take. */
const LONGEST_LOOK_BACK_DAYS = 730;
const SHORTEST_LOOK_BACK_DAYS = 60;
const SHARE_OF_WINS = 0.98;

/** Two spans of days cut into the same number of even steps, with the time before each that leads in it may date from. */
export interface Ticks {
  /** Steps in all; the last `inPeriod` of them are the period's. */
  count: number;
  inPeriod: number;
  /** Days of a step of the period at hand. */
  days: number;
}

export function ticksOf(period: DaySpan, times: DealTimes, winAges: Int32Array): Ticks {
  const length = period.to - period.from + 1;
  const inPeriod = Math.max(1, Math.min(MOST_TICKS_OF_PERIOD, Math.round(length / WEEK_DAYS)));
  const days = length / inPeriod;
  const usual = winAges[Math.floor(SHARE_OF_WINS * (winAges.length - 1))] ?? LONGEST_LOOK_BACK_DAYS;
  let first = period.to;
  for (let deal = 0; deal < times.count; deal++) first = Math.min(first, times.created[deal]!);
  const known = Math.max(0, period.from - first);
  const wished = Math.min(LONGEST_LOOK_BACK_DAYS, Math.max(SHORTEST_LOOK_BACK_DAYS, usual), known + days);
  return { count: inPeriod + Math.ceil(wished / days), inPeriod, days };
}

/** First day of each step of a span, in fractions of days, and one more: the end of the span. */
export function tickStarts({ count, inPeriod }: Ticks, span: DaySpan): Float64Array {
  const end = span.to + 1;
  const days = (end - span.from) / inPeriod;
  return Float64Array.from({ length: count + 1 }, (_, tick) => end - (count - tick) * days);
}

/** New leads of each kind, in the order of `KINDS`, in each step. */
export function leadsOfTicks(times: DealTimes, starts: Float64Array): Float64Array[] {
  const count = starts.length - 1;
  const leads = KINDS.map(() => new Float64Array(count));
  const begin = starts[0]!;
  const days = (starts[count]! - begin) / count;
  for (let deal = 0; deal < times.count; deal++) {
    // A deal comes in the middle of its day.
    const tick = Math.floor((times.created[deal]! + 0.5 - begin) / days);
    if (tick >= 0 && tick < count) leads[times.kind[deal]!]![tick]!++;
  }
  return leads;
}

/** Position of the month that the middle of each step lies in; the first one for what lies before the grid. */
export function monthsOfTicks(starts: Float64Array, grid: MonthGrid): Int32Array {
  return Int32Array.from({ length: starts.length - 1 }, (_, tick) => {
    const middle: Day = Math.floor((starts[tick]! + starts[tick + 1]!) / 2);
    const offset = Math.max(0, Math.min(grid.lastDay, middle) - grid.firstDay);
    return grid.monthOfOffset[offset] ?? 0;
  });
}
