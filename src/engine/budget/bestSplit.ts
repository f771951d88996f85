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
const SECTIONS = 24;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Nobody hires more at once. */
const MOST_HEADS = 500;
/** Numbers of heads tried at first, before those about the best are. */
const HEADS_TRIED = 21;

/**
 * The split of a budget that earns most: numbers of people are tried, all of them or ever nearer to the best, for each of them money for keeping
 * customers by a grid and golden section, nets take the rest. What cannot be spent within the limits is left. Null where the least amounts come to more than
 * the budget.
 */
export function bestSplit(curves: SplitCurves, limits: SplitLimits, budget: number): Split | null {
  const range = rangesOf(curves, limits, budget);
  let best: Split | null = null;
  const tried = new Set<number>();
  const consider = (heads: number): void => {
    if (tried.has(heads)) return;
    tried.add(heads);
    const spear = costOfHeads(curves, heads);
    const rest = budget - spear;
    const most = Math.min(range.retention.max, rest - range.net.min);
    if (most < range.retention.min - tolerance(budget)) return;
    const at = (retention: number): Split => {
      const net = Math.max(range.net.min, Math.min(range.net.max, rest - retention));
      const left = Math.max(0, rest - retention - net);
      return { net, heads, spear, retention, left, gain: curves.gainAt({ net, heads, retention }) };
    };
    const found = highest(at, range.retention.min, Math.max(range.retention.min, most));
    if (best === null || found.gain > best.gain) best = found;
  };
  const ends = headsWithin(curves, limits, budget);
  if (ends === null) return null;
  const { least, most } = ends;
  const bestHeads = (): number => best?.heads ?? least;
  let apart = Math.max(1, Math.ceil((most - least) / (HEADS_TRIED - 1)));
  for (let heads = least; heads < most; heads += apart) consider(heads);
  consider(most);
  while (apart > 1) {
    const here = bestHeads();
    const finer = Math.max(1, Math.ceil(apart / 4));
    for (let heads = here - apart; heads <= here + apart; heads += finer) {
      if (heads >= least && heads <= most) consider(heads);
    }
    apart = finer;
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

/** The fewest and the most people that the limits allow; null where not even the fewest can be paid. */
function headsWithin(
  curves: SplitCurves,
  limits: SplitLimits,
  budget: number,
): { least: number; most: number } | null {
  const { spear } = curves;
  if (spear === null) return { least: 0, most: 0 };
  const least = leastHeads(curves, limits);
  const { net, retention } = rangesOf(curves, limits, budget);
  const money = Math.min(limits.spear.max ?? Infinity, budget - net.min - retention.min) + tolerance(budget);
  if (costOfHeads(curves, least) > money) return null;
  let most = least;
  while (most < 0 && costOfHeads(curves, most + 1) <= money) most += 1;
  if (most < 0 || !(spear.joins > 0)) return { least, most };
  const joining = Math.floor((money - spear.planned) / spear.joins);
  return { least, most: Math.max(most, Math.min(least + MOST_HEADS, joining)) };
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
