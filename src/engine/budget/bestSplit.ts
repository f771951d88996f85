import type { BudgetPart, PartLimits } from './budget';
import type { Allocation, SplitCurves } from './splitCurves';

export type SplitLimits = Readonly<Record<BudgetPart, PartLimits>>;

export interface Split extends Allocation {
  /** Money for prospectors, today's and those who join. */
  spear: number;
  left: number;
  gain: number;
}

/** Amounts of one part that are tried, before the neighbourhood of the best is. */
const GRID = 40;
const SECTIONS = 40;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Nobody hires more at once. */
const MOST_HEADS = 500;

/**
 * The split of a budget that earns most: whole people are tried one by one, for each of them money for keeping customers by a grid and golden
 * section, nets take the rest. What cannot be spent within the limits is left. Null where the least amounts come to more than
 * the budget.
 */
export function bestSplit(curves: SplitCurves, limits: SplitLimits, budget: number): Split | null {
  const range = rangesOf(curves, limits, budget);
  let best: Split | null = null;
  for (const heads of headsWithin(curves, limits, budget)) {
    const spear = costOfHeads(curves, heads);
    const rest = budget - spear;
    const most = Math.min(range.retention.max, rest - range.net.min);
    if (most < range.retention.min - tolerance(budget)) continue;
    const at = (retention: number): Split => {
      const net = Math.max(range.net.min, Math.min(range.net.max, rest - retention));
      const left = Math.max(0, rest - retention - net);
      return { net, heads, spear, retention, left, gain: curves.gainAt({ net, heads, retention }) };
    };
    const found = highest(at, range.retention.min, Math.max(range.retention.min, most));
    if (best === null || found.gain > best.gain) best = found;
  }
  return best;
}

/** Money for prospectors with so many more (less) than planned; 0 where nobody can join. */
export function costOfHeads({ spear }: SplitCurves, heads: number): number {
  if (spear === null) return 0;
  return spear.planned + (heads > 0 ? heads * spear.joins : heads * spear.leaves);
}

/** The least that the limits ask for. */
export function leastBudget(curves: SplitCurves, limits: SplitLimits): number {
  const { net, retention } = rangesOf(curves, limits, Infinity);
  return net.min + retention.min + costOfHeads(curves, leastHeads(curves, limits));
}

function rangesOf(
  curves: SplitCurves,
  limits: SplitLimits,
  budget: number,
): Record<'net' | 'retention', { min: number; max: number }> {
  const of = (part: 'net' | 'retention') => {
    if (curves[part] === null) return { min: 0, max: 0 };
    const min = Math.max(0, limits[part].min ?? 0);
    return { min, max: Math.max(min, Math.min(budget, limits[part].max ?? Infinity)) };
  };
  return { net: of('net'), retention: of('retention') };
}

/** Without a limit nobody is let go. */
function leastHeads({ spear }: SplitCurves, { spear: { min } }: SplitLimits): number {
  if (spear === null || min === null) return 0;
  if (min >= spear.planned)
    return spear.joins > 0 ? Math.ceil((min - spear.planned) / spear.joins - 1e-9) : 0;
  const leaving = spear.leaves > 0 ? Math.floor((spear.planned - min) / spear.leaves + 1e-9) : 0;
  return 0 - Math.min(spear.mostLeavers, leaving);
}

function headsWithin(curves: SplitCurves, limits: SplitLimits, budget: number): number[] {
  const { spear } = curves;
  if (spear === null) return [0];
  const least = leastHeads(curves, limits);
  const { net, retention } = rangesOf(curves, limits, budget);
  const most = Math.min(limits.spear.max ?? Infinity, budget - net.min - retention.min) + tolerance(budget);
  const heads: number[] = [];
  for (let each = least; each <= least + MOST_HEADS && costOfHeads(curves, each) <= most; each++) {
    heads.push(each);
    if (each >= 0 && !(spear.joins > 0)) break;
  }
  return heads;
}

function tolerance(budget: number): number {
  return 1e-9 * Math.max(1, Math.abs(budget));
}

/** The best between two amounts. */
function highest(at: (amount: number) => Split, from: number, to: number): Split {
  let best = at(from);
  if (!(to > from)) return best;
  const width = (to - from) / GRID;
  let place = 0;
  for (let step = 1; step <= GRID; step++) {
    const each = at(step === GRID ? to : from + step * width);
    if (each.gain > best.gain) {
      best = each;
      place = step;
    }
  }
  let low = from + Math.max(0, place - 1) * width;
  let high = Math.min(to, from + (place + 1) * width);
  let [left, right] = [at(high - GOLDEN * (high - low)), at(low + GOLDEN * (high - low))];
  for (let section = 0; section < SECTIONS; section++) {
    if (left.gain >= right.gain) {
      high = right.retention;
      right = left;
      left = at(high - GOLDEN * (high - low));
    } else {
      low = left.retention;
      left = right;
      right = at(low + GOLDEN * (high - low));
    }
    for (const each of [left, right]) if (each.gain > best.gain) best = each;
  }
  return best;
}
