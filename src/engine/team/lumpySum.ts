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

const CELLS = 160;
/** Cells reach this many standard deviations above the mean; what lies beyond counts as lying there. */
const REACH_SDS = 7;
/** Deals less likely than this are taken together as one flow: of a rare event, one chance and Poisson are the same to a fortieth. */
const RARE_CHANCE = 0.05;
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
  const uncertain = deals.filter((deal) => isUncertain(deal, deal.chance));
  const ownDeals = uncertain.filter(({ chance }) => chance >= RARE_CHANCE);
  const rare = asFlow(uncertain.filter(({ chance }) => chance < RARE_CHANCE));
  const ownFlows = [...flows, rare].filter((flow) => isUncertain(flow, flow.expected));
  if (ownDeals.length + ownFlows.length === 0) return new Array<number>(QUANTILES).fill(base);
  const levels = speedGrid(levelLogSd);
  const width = cellWidth(ownDeals, ownFlows);
  const chances = chancesOfFlows(ownFlows, width);
  for (const deal of ownDeals) addDeal(chances, deal, width);
  return quantilesOf(spreadByLevel(chances, levels), width * (levels.at(-1) ?? 1)).map(
    (quantile) => base + quantile,
  );
}

/** As many wins on average, and their value with the same mean and variance. */
function asFlow(deals: readonly LumpyDeal[]): LumpyFlow {
  let expected = 0;
  let worth = 0;
  let square = 0;
  for (const { chance, value, variation } of deals) {
    expected += chance;
    worth += chance * value;
    square += chance * value * value * (1 + variation * variation);
  }
  const value = expected > 0 ? worth / expected : 0;
  const squaredVariation = value > 0 ? square / expected / (value * value) - 1 : 0;
  return { expected, value, variation: Math.sqrt(Math.max(0, squaredVariation)) };
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
  const points = pointsOf(variation);
  const chances = new Float64Array(CELLS);
  for (const point of points) addAt(chances, (value * point) / width, 1 / points.length);
  let last = CELLS;
  while (last > 1 && chances[last - 1] === 0) last--;
  return chances.subarray(0, last);
}

/** Equally likely values of mean 1. Kinds are few and deals many, so those of the last variations are kept. */
const keptPoints = new Map<number, readonly number[]>();
const MOST_KEPT = 64;

function pointsOf(variation: number): readonly number[] {
  const kept = keptPoints.get(variation);
  if (kept !== undefined) return kept;
  const points = speedGrid(Math.sqrt(Math.log1p(variation * variation)));
  if (keptPoints.size >= MOST_KEPT) keptPoints.clear();
  keptPoints.set(variation, points);
  return points;
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
    const within = CELLS - step;
    for (let cell = 0; cell < within; cell++) chances[cell + step]! += share * before[cell]!;
    for (let cell = within; cell < CELLS; cell++) chances[CELLS - 1]! += share * before[cell]!;
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
