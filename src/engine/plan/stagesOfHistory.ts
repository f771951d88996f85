import type { PlannedKind } from '../deals/deal';
import type { Estimate, KindHistory } from '../fit/summary';
import type { Plan } from './plan';

/** Shares of exactly nothing or all cannot be split over stages. */
const SMALLEST_SHARE = 0.001;
const SMALLEST_WHOLE = 1e-9;

/**
 * A stage's conversion as the history has it, so that those of all the plan's stages multiply to the whole funnel's: by its
 * own estimate where the history knows every stage of the plan by name, all raised to one power (the funnel counts open
 * deals in its own way, and stages may have been removed), else as its part of the whole. Null where no deal was ever lost:
 * then nothing is known.
 */
export function conversionOfStage(
  plan: Plan,
  history: KindHistory,
  kind: PlannedKind,
  index: number,
): Estimate | null {
  const { value, low, high, n } = history.conversion;
  const stages = plan.kinds[kind].stages.map(({ conversion }) => conversion);
  if (stages[index] === undefined || (low === 0 && high === 1)) return null;
  const smallest = Math.min(SMALLEST_SHARE, Math.max(SMALLEST_WHOLE, value));
  const depth = depthOf(value, smallest);
  const named = namedStage(plan, history, depth, index);
  if (named !== null) return named;

  const split = splitWhole(
    stages.map((conversion) => ({ size: depthOf(conversion.value), isTaken: conversion.from === 'history' })),
    depth,
  );
  const { size, weight } = partAt(split, index);
  // Relative doubts of a product add as squares: each stage's is in proportion to its part, together they are the funnel's.
  const shareAt = (end: number): number =>
    Math.exp(-Math.max(0, size + (depthOf(end, smallest) - depth) * weight));
  return { value: Math.exp(-size), low: shareAt(low), high: shareAt(high), n };
}

/** Null where a stage of the plan is unknown, or the known ones let everyone through: no power makes a funnel of that. */
function namedStage(plan: Plan, history: KindHistory, depth: number, index: number): Estimate | null {
  const named = plan.stageNames.flatMap((name) => stageNamed(history, name) ?? []);
  const own = named[index];
  const sum = named.reduce((total, { value }) => total + depthOf(value), 0);
  if (own === undefined || named.length < plan.stageNames.length || !(sum > 0)) return null;
  const scaled = (share: number): number => Math.exp((-depthOf(share) * depth) / sum);
  return { value: scaled(own.value), low: scaled(own.low), high: scaled(own.high), n: own.n };
}

/** A stage's days as its part of the days from lead to won. */
export function daysInStage(
  plan: Plan,
  history: KindHistory,
  kind: PlannedKind,
  index: number,
): Estimate | null {
  const { value, low, high, n } = history.daysToWin;
  const stages = plan.kinds[kind].stages.map(({ days }) => days);
  if (stages[index] === undefined || history.won === 0) return null;
  const split = splitWhole(
    stages.map((days) => ({ size: days.value, isTaken: days.from === 'history' })),
    value,
  );
  const { size, norm } = partAt(split, index);
  // Doubts of a sum add as squares too: with the same relative doubt r in each, the sum's is r × the root of Σ part².
  const daysAt = (end: number): number => (value > 0 ? size * Math.pow(end / value, 1 / norm) : size);
  return { value: size, low: daysAt(low), high: daysAt(high), n };
}

/** How deep a share cuts, 0 = not at all: depths of stages add up where their shares multiply. */
function depthOf(share: number, smallest = SMALLEST_SHARE): number {
  return -Math.log(Math.min(1, Math.max(smallest, share)));
}

interface Part {
  size: number;
  isTaken: boolean;
}

/**
 * Sizes of the parts that make up the whole: those that have been taken from history already stay, the others keep their
 * proportions. So the parts come out the same whether they are taken one after the other, in any order, or at once. Where
 * all are taken (an earlier history's), or those taken leave no room, all are scaled alike; where there is nothing to
 * scale, the rest is split evenly.
 */
function splitWhole(parts: readonly Part[], whole: number): number[] {
  const sumOf = (some: readonly Part[]): number => some.reduce((sum, { size }) => sum + size, 0);
  const taken = parts.filter(({ isTaken }) => isTaken);
  const rest = whole - sumOf(taken);
  const staysTaken = rest > 0 && taken.length < parts.length;
  const free = parts.filter(({ isTaken }) => !(staysTaken && isTaken));
  const [toSplit, sum] = [staysTaken ? rest : whole, sumOf(free)];
  return parts.map((part) => {
    if (!free.includes(part)) return part.size;
    return sum > 0 ? (part.size / sum) * toSplit : toSplit / free.length;
  });
}

/** A part's size, its share of the whole in units of the norm of all shares, and that norm. */
function partAt(sizes: readonly number[], index: number): { size: number; weight: number; norm: number } {
  const size = sizes[index] ?? 0;
  const sum = sizes.reduce((total, each) => total + each, 0);
  const root = Math.hypot(...sizes);
  return root > 0
    ? { size, weight: size / root, norm: root / sum }
    : { size, weight: 1 / Math.sqrt(sizes.length), norm: 1 / Math.sqrt(sizes.length) };
}

function stageNamed(history: KindHistory, name: string): Estimate | null {
  const wanted = name.trim().toLowerCase();
  return history.stages?.find(({ stage }) => stage.trim().toLowerCase() === wanted)?.conversion ?? null;
}
