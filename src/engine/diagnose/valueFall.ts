import type { Deal, Kind } from '../deals/deal';
import { amountIn } from '../fit/fitValues';
import type { DaySpan } from './leak';

/** A fall in value is told where it is this much, and chance would bring it in 1 case of 20. */
const LEAST_FALL = 0.05;
const CLEAR = 1.645;
const FEWEST_WINS = 10;

/** Mean value of wins, lately ÷ before, where it clearly fell (by the logs); else null. */
export function valueFall(
  deals: readonly Deal[],
  kinds: readonly Kind[],
  before: DaySpan,
  recent: DaySpan,
  currency: string,
): number | null {
  const past: number[] = [];
  const late: number[] = [];
  for (const deal of deals) {
    if (deal.outcome !== 'won' || deal.closed === null || deal.closed < before.from) continue;
    if (!kinds.includes(deal.kind)) continue;
    const amount = amountIn(deal, currency);
    if (amount === null || !(amount > 0)) continue;
    (deal.closed >= recent.from ? late : past).push(amount);
  }
  if (past.length < FEWEST_WINS || late.length < FEWEST_WINS) return null;
  const then = momentsOf(past.map(Math.log));
  const now = momentsOf(late.map(Math.log));
  const z = (then.mean - now.mean) / Math.sqrt(then.variance / past.length + now.variance / late.length);
  const ratio = momentsOf(late).mean / momentsOf(past).mean;
  return z > CLEAR && ratio < 1 - LEAST_FALL ? ratio : null;
}

function momentsOf(numbers: readonly number[]): { mean: number; variance: number } {
  const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const squares = numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, variance: squares / Math.max(1, numbers.length - 1) };
}
