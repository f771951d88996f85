import type { Deal } from '../deals/deal';

/** Mean value of a win by the age at which it is won, relative to the mean of all wins. */
export interface ValueByAge {
  /** Days since creation at which each bin begins; the first is 0. */
  ageFrom: readonly number[];
  factors: readonly number[];
}

/** A won deal with how much it counts. */
export interface WeighedWin {
  deal: Deal;
  age: number;
  value: number;
  weight: number;
}

const WINS_PER_BIN = 20;
const MOST_BINS = 8;
/** A bin's mean counts as much as that of the bin before once it has this many wins. */
const PRIOR_WINS = 10;

/**
 * Big deals take longer, so a young company has mostly won small ones, and its open deals are worth more than those it has
 * closed. Bins at quantiles of the age at winning, each shrunk to the one before (the first to the mean of all).
 */
export function fitValueByAge(wins: readonly WeighedWin[]): ValueByAge {
  const weight = wins.reduce((sum, win) => sum + win.weight, 0);
  const mean = wins.reduce((sum, win) => sum + win.weight * win.value, 0) / weight;
  if (!(mean > 0)) return { ageFrom: [0], factors: [1] };
  const ageFrom = binStarts(Int32Array.from(wins, ({ age }) => age).sort());
  const weights = new Float64Array(ageFrom.length);
  const values = new Float64Array(ageFrom.length);
  for (const win of wins) {
    const bin = binOf(ageFrom, win.age);
    weights[bin]! += win.weight;
    values[bin]! += (win.weight * win.value) / mean;
  }
  let before = 1;
  const factors = ageFrom.map((_, bin) => {
    before = (values[bin]! + PRIOR_WINS * before) / (weights[bin]! + PRIOR_WINS);
    return before;
  });
  return { ageFrom, factors };
}

/** The factor that holds at an age. */
export function valueFactorAt({ ageFrom, factors }: ValueByAge, age: number): number {
  return factors[binOf(ageFrom, age)]!;
}

function binStarts(ages: Int32Array): number[] {
  const bins = Math.max(1, Math.min(MOST_BINS, Math.round(ages.length / WINS_PER_BIN)));
  const starts = [0];
  for (let bin = 1; bin < bins; bin++) {
    const start = ages[Math.ceil((bin / bins) * ages.length) - 1]! + 1;
    if (start > starts[starts.length - 1]!) starts.push(start);
  }
  return starts;
}

function binOf(ageFrom: readonly number[], age: number): number {
  let bin = 0;
  while (bin + 1 < ageFrom.length && ageFrom[bin + 1]! <= age) bin++;
  return bin;
}
