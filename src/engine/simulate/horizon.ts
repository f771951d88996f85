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
  /**
   * First day of month m (from −monthsBefore on) at m + monthsBefore, in days from the start; for a kind with a pace of its own, in
   * days as they pass for its leads.
   */
  edges: Float64Array;
  /** The closing rhythm's multiplier on each of those months. */
  rhythm: Float64Array;
  /** Share of the first forecast month that still lies ahead. */
  firstShare: number;
}

/** Slower, and there would be no time between two months' edges; faster, and a stage's days would be lost between two nodes. */
const PACE = { min: 0.001, max: 100 };

/**
 * @param rhythmOfQuarter the closing rhythm, where it is not the model's own: nothing but `rhythm` and what lies past the last month differs
 * @param pace how fast time passes in each forecast month (`KindModel.pace`): only `edges` differ
 */
export function horizonOf(
  model: FunnelModel,
  rhythmOfQuarter = model.quarterRhythm,
  pace?: readonly number[],
): Horizon {
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
  const firstShare = Math.min(1, end / (end - begin));
  if (pace !== undefined) passAtPace(edges, monthsBefore, months, pace);
  return { months, monthsBefore, edges, rhythm, firstShare };
}

/** Puts the edges where time has got to, at the speed of each month from the start on; past the last one at that of the last. */
function passAtPace(
  edges: Float64Array,
  monthsBefore: number,
  months: number,
  pace: readonly number[],
): void {
  let before = Math.min(0, edges[monthsBefore]!);
  let reached = before;
  for (let edge = monthsBefore + 1; edge < edges.length; edge++) {
    const speed = pace[Math.min(edge - 1 - monthsBefore, months - 1)] ?? 1;
    const within = Math.min(PACE.max, Math.max(PACE.min, speed));
    const day = edges[edge]!;
    // Until the start time has passed as it does.
    reached += Math.max(0, Math.min(day, 0) - before) + within * (day - Math.max(before, 0));
    edges[edge] = reached;
    before = day;
  }
}
