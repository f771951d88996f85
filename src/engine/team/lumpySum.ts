import { speedGrid } from '../simulate/speedGrid';

/** A deal that may be won: it brings a log-normal value of this mean and variation, or nothing. */
export interface LumpyDeal {
  chance: number;
  value: number;
  variation: number;
}

/** Wins that come as they come (Poisson), `expected` of them on average. */
export interface LumpyFlow extends Omit<LumpyDeal, 'chance'> {
  expected: number;
}

export interface LumpyParts {
  /** Certain already. */
  base: number;
  deals: readonly LumpyDeal[];
  flows: readonly LumpyFlow[];
  /** Sd of the log of one factor, of mean 1, on all that is not certain. */
  levelLogSd: number;
}

const CELLS = 192;
/** Cells reach this many standard deviations above the mean; what lies beyond counts as lying there. */
const REACH_SDS = 7;
/** Quantiles 0 %, 0.5 %, … 100 %. */
const QUANTILES = 201;

/**
 * Distribution of what a few uncertain deals bring in all, as 201 equally spaced quantiles. No bell: five deals of 100,000 that are
 * each won one time in five bring nothing one time in three.
 *
 * Worked out on a grid: the flows by Panjer's recursion (1981, ASTIN Bulletin 12:22), then deal by deal, then spread by the
 * level. Values are 16 equally likely points, each shared between its two neighbouring cells, so that means are kept exactly.
 */
export function distributionOfSum({ base, deals, flows, levelLogSd }: LumpyParts): number[] {
  const isUncertain = ({ value }: { value: number }, size: number): boolean => size > 0 && value > 0;
  const ownDeals = deals.filter((deal) => isUncertain(deal, deal.chance));
  const ownFlows = flows.filter((flow) => isUncertain(flow, flow.expected));
  if (ownDeals.length + ownFlows.length === 0) return new Array<number>(QUANTILES).fill(base);
  const levels = speedGrid(levelLogSd);
  const width = cellWidth(ownDeals, ownFlows);
  const chances = chancesOfFlows(ownFlows, width);
  for (const deal of ownDeals) addDeal(chances, deal, width);
  return quantilesOf(spreadByLevel(chances, levels), width * (levels.at(-1) ?? 1)).map(
    (quantile) => base + quantile,
  );
}

function cellWidth(deals: readonly LumpyDeal[], flows: readonly LumpyFlow[]): number {
  let mean = 0;
  let variance = 0;
  for (const { chance, value, variation } of deals) {
    mean += chance * value;
    variance += chance * value * value * (1 + variation * variation) - (chance * value) ** 2;
  }
  for (const { expected, value, variation } of flows) {
    mean += expected * value;
    variance += expected * value * value * (1 + variation * variation);
  }
  return (mean + REACH_SDS * Math.sqrt(Math.max(0, variance))) / (CELLS - 1);
}

/** Chances of a value by cell, from cell 0. */
function valueChances({ value, variation }: Omit<LumpyDeal, 'chance'>, width: number): Float64Array {
  const points = speedGrid(Math.sqrt(Math.log1p(variation * variation)));
  const chances = new Float64Array(CELLS);
  for (const point of points) addAt(chances, (value * point) / width, 1 / points.length);
  let last = CELLS;
  while (last > 1 && chances[last - 1] === 0) last--;
  return chances.subarray(0, last);
}

/** Shares a chance between the two cells around a place, so that its mean stays; beyond the last one it counts as there. */
function addAt(chances: Float64Array, place: number, chance: number): void {
  const cell = Math.floor(place);
  const last = chances.length - 1;
  if (cell >= last) {
    chances[last]! += chance;
    return;
  }
  const above = place - cell;
  chances[cell]! += chance * (1 - above);
  chances[cell + 1]! += chance * above;
}

function chancesOfFlows(flows: readonly LumpyFlow[], width: number): Float64Array {
  const chances = new Float64Array(CELLS);
  const total = flows.reduce((sum, { expected }) => sum + expected, 0);
  const value = new Float64Array(CELLS);
  for (const flow of flows) {
    valueChances(flow, width).forEach((chance, cell) => {
      value[cell]! += (chance * flow.expected) / total;
    });
  }
  chances[0] = total > 0 ? Math.exp(-total * (1 - value[0]!)) : 1;
  let sum = chances[0];
  for (let cell = 1; cell < CELLS; cell++) {
    let chance = 0;
    for (let step = 1; step <= cell; step++) chance += step * value[step]! * chances[cell - step]!;
    chances[cell] = (total / cell) * chance;
    sum += chances[cell]!;
  }
  chances[CELLS - 1]! += Math.max(0, 1 - sum);
  return chances;
}

/** Adds what one more deal may bring, in place. */
function addDeal(chances: Float64Array, deal: LumpyDeal, width: number): void {
  const value = valueChances(deal, width);
  const chance = Math.min(1, deal.chance);
  const before = chances.slice();
  for (let cell = 0; cell < CELLS; cell++) chances[cell]! *= 1 - chance;
  for (let step = 0; step < value.length; step++) {
    const share = chance * value[step]!;
    if (share === 0) continue;
    for (let cell = 0; cell < CELLS; cell++) {
      chances[Math.min(CELLS - 1, cell + step)]! += share * before[cell]!;
    }
  }
}

/** Mixes the levels; cells become as much wider as the highest level asks for. */
function spreadByLevel(chances: Float64Array, levels: readonly number[]): Float64Array {
  const highest = levels.at(-1) ?? 1;
  const spread = new Float64Array(CELLS);
  for (const level of levels) {
    chances.forEach((chance, cell) => {
      if (chance > 0) addAt(spread, (cell * level) / highest, chance / levels.length);
    });
  }
  return spread;
}

/** A cell's chance lies evenly around its value; that of cell 0 at 0. */
function quantilesOf(chances: Float64Array, width: number): number[] {
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  const quantiles: number[] = [];
  let cell = 0;
  let below = 0;
  for (let index = 0; index < QUANTILES; index++) {
    const wanted = (index / (QUANTILES - 1)) * total;
    while (cell < chances.length - 1 && below + chances[cell]! < wanted) below += chances[cell++]!;
    const within = chances[cell]! > 0 ? Math.min(1, Math.max(0, (wanted - below) / chances[cell]!)) : 0;
    quantiles.push(cell === 0 ? 0 : (cell - 0.5 + within) * width);
  }
  return quantiles;
}
