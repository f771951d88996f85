import type { Day } from '../calendar/calendar';
import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { Hazards, OpenGroup } from '../funnel/model';
import type { RunStep } from '../funnel/hazards';
import { winChancesFromAge } from '../funnel/hazards';
import type { FittedValues } from './fitValues';
import { amountIn } from './fitValues';

export interface OpenDeals {
  groups: readonly OpenGroup[];
  /** Open deals with no realistic chance left, and what they were said to be worth. */
  stale: { count: number; value: number };
}

/** Groups are plain data that travels in messages and is drawn path by path: enough to be exact, few enough to be fast. */
const MOST_GROUPS = 400;

/** Below one in a hundred over the whole horizon an open deal is only open because nobody closed it. */
const STALE_CHANCE = 0.01;

/** Open deals of one kind and age: they share their chances. */
interface Cohort {
  kind: number;
  ageDays: number;
  count: number;
  chance: readonly number[];
  total: number;
  /** Sums over the deals of expected value and of its square. */
  value: number;
  squaredValue: number;
}

/**
 * Open deals with their chance to be won in each coming month, the hazards run forward from their age. Deals of like age
 * are put together until there are at most 400 groups; counts, expected wins of every month, and expected won value over
 * the horizon stay the same.
 *
 * @param start first day forecast
 * @param steps the forecast months, the first one from `start`
 */
export function openGroups(
  deals: readonly Deal[],
  hazards: readonly Hazards[],
  values: FittedValues,
  currency: string,
  start: Day,
  steps: readonly RunStep[],
): OpenDeals {
  const cohorts = new Map<number, Cohort>();
  const stale = { count: 0, value: 0 };
  for (const deal of deals) {
    if (deal.outcome !== 'open') continue;
    const kind = KINDS.indexOf(deal.kind);
    const ageDays = start - deal.created;
    const key = ageDays * KINDS.length + kind;
    let cohort = cohorts.get(key);
    if (cohort === undefined) {
      const chance = winChancesFromAge(hazards[kind]!, ageDays, steps);
      const total = chance.reduce((sum, share) => sum + share, 0);
      cohort = { kind, ageDays, count: 0, chance, total, value: 0, squaredValue: 0 };
      cohorts.set(key, cohort);
    }
    const amount = amountIn(deal, currency);
    const value = expectedValue(amount, values, kind);
    cohort.count++;
    cohort.value += value;
    cohort.squaredValue += value * value;
    if (cohort.total < STALE_CHANCE) {
      stale.count++;
      stale.value += amount ?? 0;
    }
  }
  const sorted = [...cohorts.values()].sort((a, b) => a.kind - b.kind || a.ageDays - b.ageDays);
  const groups = mergeToAtMost(sorted, MOST_GROUPS).map((group) => toGroup(group, values));
  return { groups, stale };
}

/** ¼ own amount, brought to the level of won deals, and ¾ the mean of its kind; without an own amount, the mean. */
function expectedValue(amount: number | null, values: FittedValues, kind: number): number {
  const mean = values.byKind[kind]!.mean;
  if (amount === null || amount <= 0) return mean;
  return values.ownWeight * amount * values.wonToClosed + (1 - values.ownWeight) * mean;
}

/** Runs of cohorts next to each other in age, of one kind, with about the same number of deals in each run. */
function mergeToAtMost(cohorts: readonly Cohort[], most: number): Cohort[][] {
  if (cohorts.length <= most) return cohorts.map((cohort) => [cohort]);
  // Where a kind begins within a slice, the slice makes two runs.
  const slices = most - KINDS.length;
  const perSlice = cohorts.reduce((sum, cohort) => sum + cohort.count, 0) / slices;
  const runs: Cohort[][] = [];
  let before = 0;
  let slice = -1;
  let kind = -1;
  for (const cohort of cohorts) {
    const ownSlice = Math.min(slices - 1, Math.floor(before / perSlice));
    if (ownSlice !== slice || cohort.kind !== kind) runs.push([]);
    runs[runs.length - 1]!.push(cohort);
    slice = ownSlice;
    kind = cohort.kind;
    before += cohort.count;
  }
  return runs;
}

function toGroup(cohorts: readonly Cohort[], values: FittedValues): OpenGroup {
  const first = cohorts[0]!;
  let count = 0;
  let weight = 0;
  let value = 0;
  let squaredValue = 0;
  const wins = first.chance.map(() => 0);
  for (const cohort of cohorts) {
    count += cohort.count;
    // Who is likelier to win weighs more in the value of the group's wins.
    const share = Math.max(cohort.total, Number.MIN_VALUE);
    weight += share * cohort.count;
    value += share * cohort.value;
    squaredValue += share * cohort.squaredValue;
    cohort.chance.forEach((chance, month) => (wins[month]! += chance * cohort.count));
  }
  const variation = values.byKind[first.kind]!.variation;
  const mean = weight > 0 ? value / weight : values.byKind[first.kind]!.mean;
  const spread = weight > 0 && mean * mean > 0 ? squaredValue / weight / (mean * mean) : 1;
  return {
    kind: KINDS[first.kind]!,
    count,
    winChance: wins.map((expected) => expected / count),
    value: { mean, variation: Math.sqrt(Math.max(0, spread * (1 + variation * variation) - 1)) },
  };
}
