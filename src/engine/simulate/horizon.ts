import { monthOfQuarter } from '../calendar/fiscal';
import { addMonths, firstDayOfMonth } from '../calendar/month';
import type { FunnelModel } from '../funnel/model';

/** Months looked at past the last forecast month, so that a closing rhythm has a whole year to balance in. */
const MONTHS_BEYOND = 12;

/** The months of a forecast as days from its start. */
export interface Horizon {
  months: number;
  /** Months before the first forecast month that leads may date from. */
  monthsBefore: number;
  /** First day of month m (from −monthsBefore on) at m + monthsBefore, in days from the start. */
  edges: Float64Array;
  /** The closing rhythm's multiplier on each of those months. */
  rhythm: Float64Array;
  /** Share of the first forecast month that still lies ahead. */
  firstShare: number;
}

/** @param rhythm the closing rhythm, where it is not the model's own: nothing but `rhythm` and what lies past the last month differs */
export function horizonOf(model: FunnelModel, rhythmOfQuarter = model.quarterRhythm): Horizon {
  const months = model.months.length;
  const first = model.months[0];
  // Entry 0 of `before` lies in the first forecast month, entry 1 in the month before it.
  const monthsBefore = Math.max(0, ...model.kinds.map((kind) => kind.arrivals.before.length - 1));
  const isTilted = rhythmOfQuarter.some((multiplier) => multiplier !== 1);
  const count = monthsBefore + months + (isTilted ? MONTHS_BEYOND : 0);
  const edges = new Float64Array(count + 1);
  const rhythm = new Float64Array(count).fill(1);
  if (first === undefined) return { months, monthsBefore, edges, rhythm, firstShare: 1 };
  for (let offset = 0; offset <= count; offset++) {
    const month = addMonths(first, offset - monthsBefore);
    edges[offset] = firstDayOfMonth(month) - model.start;
    if (offset < count) rhythm[offset] = rhythmOfQuarter[monthOfQuarter(month, model.fiscalYearStart)];
  }
  const begin = edges[monthsBefore]!;
  const end = edges[monthsBefore + 1]!;
  return { months, monthsBefore, edges, rhythm, firstShare: Math.min(1, end / (end - begin)) };
}
