import { monthOfDay, lastDayOfMonth, type Day, type Pace, type PacePoint } from '../../../engine';

/** Days told in the table: ends of months, the last known day, and for a month every seventh. */
export function paceRows({ line, period }: Pace): PacePoint[] {
  // What is known comes first.
  const lastKnown = line.filter(({ won }) => won !== null).length - 1;
  return line.filter(({ day }, index) => {
    if (index === 0) return false;
    const isEnd = day === lastDayOfMonth(monthOfDay(day));
    return isEnd || index === lastKnown || (period === 'month' && index % 7 === 0);
  });
}

/** Names under the axis: of the days on which months begin; of a single month, of every seventh day. */
export function axisNames(
  line: readonly PacePoint[],
  isMonth: boolean,
  nameOf: (day: Day) => string,
): string[] {
  return line.map(({ day }, index) => {
    // The first point is the evening before the period.
    const isNamed = isMonth ? index % 7 === 1 : index > 0 && monthOfDay(day) !== monthOfDay(day - 1);
    return isNamed ? nameOf(day) : '';
  });
}
