import { isUnlikelySilence } from '../engine';
import type { Day, DealRecord } from '../engine';

export interface LeftEdge {
  /** The first day on which a deal closed. */
  firstClose: Day;
  isEarlier: (deal: DealRecord) => boolean;
}

/**
 * The day from which on closings are in a file, where those before seem to be missing: a report filtered by close date
 * keeps deals created long before its first day, but none that closed then. null where the silence may be a young
 * company's.
 *
 * The chance to close at each age is measured on what the file shows, a deal created earlier being watched from the
 * first closing on (Nelson–Aalen with delayed entry). How unlikely none before would be decides as it does about the months of a
 * forecast (`isUnlikelySilence`).
 */
export function findLeftEdge(deals: readonly DealRecord[], dataDay: Day): LeftEdge | null {
  let firstClose = Infinity;
  for (const { closed } of deals) if (closed !== null && closed < firstClose) firstClose = closed;
  const isEarlier = ({ created }: DealRecord): boolean => created < firstClose;
  if (firstClose > dataDay || !deals.some(isEarlier)) return null;
  const { risk, closings, total } = countByAge(deals, firstClose, dataDay);
  // Closings expected of one deal up to each age.
  const expectedBy = [0];
  for (let age = 0; age < risk.length; age += 1) {
    const rate = (risk[age] ?? 0) > 0 ? (closings[age] ?? 0) / (risk[age] ?? 1) : 0;
    expectedBy.push((expectedBy[age] ?? 0) + rate);
  }
  let expected = 0;
  for (const { created } of deals) {
    if (created < firstClose) expected += expectedBy[Math.min(firstClose - created, risk.length)] ?? 0;
  }
  return isUnlikelySilence(total, expected) ? { firstClose, isEarlier } : null;
}

/** Deals watched at each age in days, and those that close at it. */
function countByAge(
  deals: readonly DealRecord[],
  firstClose: Day,
  dataDay: Day,
): { risk: number[]; closings: number[]; total: number } {
  let oldest = 0;
  let total = 0;
  const begins = new Map<number, number>();
  const closings: number[] = [];
  const add = (age: number, count: number): void => void begins.set(age, (begins.get(age) ?? 0) + count);
  for (const { created, closed, outcome } of deals) {
    // Closed on a day that nobody noted: watched for a time that nobody knows.
    if (closed === null && outcome !== 'open') continue;
    const entry = Math.max(0, firstClose - created);
    const exit = Math.min(closed ?? dataDay, dataDay) - created;
    if (exit < entry) continue;
    add(entry, 1);
    add(exit + 1, -1);
    oldest = Math.max(oldest, exit);
    if (closed === null || closed > dataDay) continue;
    closings[exit] = (closings[exit] ?? 0) + 1;
    total += 1;
  }
  const risk: number[] = [];
  let watched = 0;
  for (let age = 0; age <= oldest; age += 1) risk.push((watched += begins.get(age) ?? 0));
  return { risk, closings, total };
}
