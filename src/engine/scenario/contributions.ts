import type { FunnelModel } from '../funnel/model';
import { withMergedOpen } from '../goal/meanTotals';
import type { Plan } from '../plan/plan';
import { keyOfSeed, RandomStream } from '../random/stream';
import { exactMean } from '../simulate/exactMean';
import { applyChanges } from './applyChanges';
import type { Contribution, ScenarioChange } from './scenario';
import { saysNothing, timeChange } from './timedChanges';

/** So many changes have at most 256 subsets: all of them are worked out. */
const MOST_EXACT = 8;
/** Above, pairs of orders: about so many subsets in all. */
const SUBSETS = 320;
const FEWEST_PAIRS = 4;
/** Any number: the same changes are always split the same way. */
const SEED = 20_261_123;

/** Won value, then cost, by month. */
type Means = Float64Array;

/**
 * Shapley's split of what the changes that are on make together of the mean without chance (see `exactMean`): each change's part is
 * what it adds, on average over all orders in which they could have come in (Shapley 1953). Parts add up to the whole. Of more than
 * eight changes an even share of orders is taken, each with its reverse. Yields after every few subsets.
 */
export function* splitByChange(
  model: FunnelModel,
  plan: Plan,
  changes: readonly ScenarioChange[],
): Generator<void, Contribution[]> {
  const shown = changes.filter(({ isOn }) => isOn);
  const players = shown.filter((change) => !saysNothing(change) && timeChange(change, model.months) !== null);
  const meansOf = meansOfSubsets(model, plan, players);
  const split =
    players.length <= MOST_EXACT
      ? exactSplit(players.length, meansOf)
      : sampledSplit(players.length, meansOf);
  let parts: Means[] = [];
  for (let step = split.next(); ; step = split.next()) {
    if (step.done) {
      parts = step.value;
      break;
    }
    yield;
  }
  const months = model.months.length;
  return shown.map(({ id }) => {
    const part = parts[players.findIndex((player) => player.id === id)] ?? new Float64Array(2 * months);
    return { changeId: id, value: [...part.subarray(0, months)], cost: [...part.subarray(months)] };
  });
}

type MeansOf = (subset: bigint) => Means;

/** Bit i of a subset: player i is in it. Each is worked out once. */
function meansOfSubsets(model: FunnelModel, plan: Plan, players: readonly ScenarioChange[]): MeansOf {
  const known = new Map<bigint, Means>();
  const ofModel = new Map<FunnelModel, Means>();
  return (subset) => {
    const before = known.get(subset);
    if (before !== undefined) return before;
    const chosen = players.filter((_, index) => (subset >> BigInt(index)) & 1n);
    const changed = applyChanges(model, plan, chosen).model;
    const means = ofModel.get(changed) ?? meansByMonth(changed);
    ofModel.set(changed, means);
    known.set(subset, means);
    return means;
  };
}

function meansByMonth(model: FunnelModel): Means {
  // The past is in no mean to come.
  const months = exactMean(withMergedOpen({ ...model, recurring: null, history: [] }));
  const means = new Float64Array(2 * months.length);
  months.forEach(({ kinds, cost }, month) => {
    means[month] = kinds.reduce((sum, kind) => sum + kind.valueFromOpen + kind.valueFromNew, 0);
    means[months.length + month] = cost ?? 0;
  });
  return means;
}

/** Each subset S without i weighs |S|! (n − |S| − 1)! ÷ n!. */
function* exactSplit(players: number, meansOf: MeansOf): Generator<void, Means[]> {
  const length = meansOf(0n).length;
  const parts = Array.from({ length: players }, () => new Float64Array(length));
  const weights = Array.from({ length: players }, (_, size) => weightOfSize(size, players));
  for (let subset = 0; subset < 1 << players; subset++) {
    const without = meansOf(BigInt(subset));
    const weight = weights[bitsOf(subset)] ?? 0;
    for (let player = 0; player < players; player++) {
      if ((subset >> player) & 1) continue;
      addDifference(parts[player]!, meansOf(BigInt(subset | (1 << player))), without, weight);
    }
    yield;
  }
  return parts;
}

function weightOfSize(size: number, players: number): number {
  let weight = 1 / players;
  // 1 ÷ (n × (n − 1 choose size))
  for (let chosen = 0; chosen < size; chosen++) weight *= (chosen + 1) / (players - 1 - chosen);
  return weight;
}

function bitsOf(subset: number): number {
  let bits = 0;
  for (let left = subset; left > 0; left >>= 1) bits += left & 1;
  return bits;
}

function* sampledSplit(players: number, meansOf: MeansOf): Generator<void, Means[]> {
  const length = meansOf(0n).length;
  const parts = Array.from({ length: players }, () => new Float64Array(length));
  const pairs = Math.max(FEWEST_PAIRS, Math.floor(SUBSETS / (2 * players)));
  const weight = 1 / (2 * pairs);
  const stream = new RandomStream();
  for (let pair = 0; pair < pairs; pair++) {
    stream.select(keyOfSeed(SEED), pair);
    const order = shuffled(players, stream);
    for (const each of [order, [...order].reverse()]) {
      let subset = 0n;
      for (const player of each) {
        const before = meansOf(subset);
        subset |= 1n << BigInt(player);
        addDifference(parts[player]!, meansOf(subset), before, weight);
        yield;
      }
    }
  }
  return parts;
}

/** Fisher and Yates. */
function shuffled(count: number, stream: RandomStream): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(stream.nextUniform() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

function addDifference(into: Means, more: Means, less: Means, weight: number): void {
  for (let at = 0; at < into.length; at++) into[at]! += weight * (more[at]! - less[at]!);
}
