import { monthsBetween, type Month } from '../../../engine';

/**
 * Where the months of a change lie on a line as long as the forecast, as shares of it; null where none of them is forecast.
 *
 * @param months how many it lasts; null = to the end
 */
export function timelinePlace(
  { from, months }: { from: Month; months: number | null },
  horizon: readonly { from: Month }[],
): { start: number; width: number } | null {
  const first = horizon[0]?.from;
  if (first === undefined) return null;
  const begins = monthsBetween(first, from);
  const start = Math.max(0, begins);
  const end = Math.min(horizon.length, months === null ? horizon.length : begins + months);
  return end > start ? { start: start / horizon.length, width: (end - start) / horizon.length } : null;
}
