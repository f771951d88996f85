import { monthOfQuarter } from '../calendar/fiscal';
import { monthOfYear } from '../calendar/month';
import { KINDS } from '../deals/deal';
import type { BridgeGrounds } from './bridge';
import type { BridgeFit } from './bridgeFit';
import { levelIn } from './changePoints';
import type { KindSide } from './kindGame';
import type { DaySpan } from './leak';
import type { StateChanges } from './stateChanges';
import { leadsOfTicks, monthsOfTicks, tickStarts, type Ticks } from './ticks';

/** One side of a bridge: each kind's (in the order of `KINDS`; null where there is none). */
export interface BridgeSide {
  kinds: readonly (KindSide | null)[];
  /** Position in the grid of the month of each step of time. */
  months: Int32Array;
  starts: Float64Array;
}

/**
 * What the history says of a span of days.
 *
 * @param changes by kind in the order of `KINDS`, then state
 */
export function historySide(
  fit: BridgeFit,
  { summary, fiscalYearStart }: BridgeGrounds,
  span: DaySpan,
  ticks: Ticks,
  changes: readonly (readonly StateChanges[])[],
): BridgeSide {
  const starts = tickStarts(ticks, span);
  const months = monthsOfTicks(starts, fit.grid);
  const leads = leadsOfTicks(fit.stays.times, starts);
  const inPeriod = months.subarray(ticks.count - ticks.inPeriod);
  const { quarter, year } = summary.calendar.wins;
  const season = meanOf(inPeriod, (position) => {
    const month = fit.grid.months[position]!;
    return quarter[monthOfQuarter(month, fiscalYearStart)] * (year?.[monthOfYear(month) - 1] ?? 1);
  });
  const kinds = KINDS.map((_, kind): KindSide | null => {
    if (!fit.kinds.includes(kind)) return null;
    const { level, mean } = fit.values[kind]!;
    return {
      leads: leads[kind]!,
      odds: changes[kind]!.map(({ odds }) => overTime(months, (month) => levelIn(odds, month))),
      speed: changes[kind]!.map(({ speed }) => overTime(months, (month) => levelIn(speed, month))),
      value: mean * meanOf(inPeriod, (month) => Math.exp(levelIn(level, month))),
      season,
    };
  });
  return { kinds, months, starts };
}

function overTime(months: Int32Array, valueIn: (month: number) => number): Float64Array {
  const values = new Float64Array(months.length);
  for (let tick = 0; tick < months.length; tick++) {
    values[tick] = tick > 0 && months[tick] === months[tick - 1] ? values[tick - 1]! : valueIn(months[tick]!);
  }
  return values;
}

function meanOf(months: Int32Array, valueIn: (month: number) => number): number {
  return overTime(months, valueIn).reduce((sum, value) => sum + value, 0) / months.length;
}
