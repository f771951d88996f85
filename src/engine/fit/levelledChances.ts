import type { KindLevel } from '../funnel/model';

/**
 * Monthly chances under the combination's factors on wins, and the factor on the value of a win, weighted by when it is
 * won. No deal is won more than once: where the chances' sum would pass 1, later months give way, as in the simulator.
 */
export function levelledChances(
  plain: readonly number[],
  level: KindLevel | undefined,
): { winChance: readonly number[]; valueFactor: number } {
  if (level === undefined) return { winChance: plain, valueFactor: 1 };
  let left = 1;
  let won = 0;
  let value = 0;
  const winChance = plain.map((chance, month) => {
    const levelled = Math.min(left, chance * (level.wins[month] ?? 1));
    left -= levelled;
    won += levelled;
    value += levelled * (level.value[month] ?? 1);
    return levelled;
  });
  return { winChance, valueFactor: won > 0 ? value / won : 1 };
}
