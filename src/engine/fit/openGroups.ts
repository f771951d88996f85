import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import { winsAheadFromAge } from '../funnel/hazards';
import type { RunStep } from '../funnel/hazards';
import type { OpenGroup } from '../funnel/model';
import type { DealChances, SellerFactor, StageFactor } from './dealChances';
import { expectedValue, isStaleChance, ownPart } from './dealOutlook';
import { sellerFinder, stageFinder, stepsWith } from './factorsOfDeal';
import { amountIn } from './fitValues';

export interface OpenDeals {
  groups: readonly OpenGroup[];
  /** Open deals with no realistic chance left, and what they were said to be worth. */
  stale: { count: number; value: number };
}

/** Groups are plain data that travels in messages and is drawn path by path: enough to be exact, few enough to be fast. */
const MOST_GROUPS = 400;

/** Open deals of one kind, age, stage and seller: they share their chances. */
interface Cohort {
  kind: number;
  ageDays: number;
  count: number;
  chance: readonly number[];
  /** The chances times the value at the age of winning, in units of the kind's mean. */
  worth: readonly number[];
  /** Value of a win at the ages at which these are won, in those units. */
  valueAtAge: number;
  total: number;
  /** Sums over the deals of expected value, of its square, and of the part of it that is their own amounts. */
  value: number;
  squaredValue: number;
  ownValue: number;
}

/**
 * Open deals with their chance to be won in each coming month: sums of `dealOutlook`. Deals of like chance are put
 * together until there are at most 400 groups; counts, expected wins and expected won value of every month stay the same.
 */
export function openGroups(deals: readonly Deal[], chances: DealChances): OpenDeals {
  const cohortOf = cohortFinder(chances);
  const cohorts = new Set<Cohort>();
  const stale = { count: 0, value: 0 };
  for (const deal of deals) {
    if (deal.outcome !== 'open') continue;
    const cohort = cohortOf(deal);
    cohorts.add(cohort);
    const value = expectedValue(chances, deal, cohort.valueAtAge);
    cohort.count++;
    cohort.value += value;
    cohort.squaredValue += value * value;
    cohort.ownValue += ownPart(chances, deal);
    if (isStaleChance(cohort.total)) {
      stale.count++;
      stale.value += amountIn(deal, chances.currency) ?? 0;
    }
  }
  const isMerged = cohorts.size > MOST_GROUPS;
  const sorted = [...cohorts].sort(
    (a, b) =>
      a.kind - b.kind || (isMerged ? 0 : a.ageDays - b.ageDays) || a.total - b.total || a.ageDays - b.ageDays,
  );
  const groups = mergeToAtMost(sorted, MOST_GROUPS).map((group) => toGroup(group, chances));
  return { groups, stale };
}

/** Deals of one stage and seller meet the same steps; those of one kind and age among them are a cohort. */
interface Family {
  steps: readonly RunStep[];
  cohorts: Map<number, Cohort>;
}

/** Finds the cohort a deal belongs to, a new and empty one at first sight. */
export function cohortFinder(chances: DealChances): (deal: Deal) => Cohort {
  const stageOf = stageFinder(chances);
  const sellerOf = sellerFinder(chances);
  const families = new Map<StageFactor | null, Map<SellerFactor | null, Family>>();
  return (deal) => {
    const stage = stageOf(deal)?.factor ?? null;
    const seller = sellerOf(deal);
    let ofStage = families.get(stage);
    if (ofStage === undefined) {
      ofStage = new Map<SellerFactor | null, Family>();
      families.set(stage, ofStage);
    }
    let family = ofStage.get(seller);
    if (family === undefined) {
      family = { steps: stepsWith(chances, stage, seller), cohorts: new Map() };
      ofStage.set(seller, family);
    }
    const kind = KINDS.indexOf(deal.kind);
    const ageDays = chances.start - deal.created;
    const key = ageDays * KINDS.length + kind;
    let cohort = family.cohorts.get(key);
    if (cohort === undefined) {
      const { hazards, valueFactors } = chances.kinds[kind]!;
      const { chance, worth } = winsAheadFromAge(hazards, valueFactors, ageDays, family.steps);
      const total = chance.reduce((sum, share) => sum + share, 0);
      const valueAtAge = total > 0 ? worth.reduce((sum, share) => sum + share, 0) / total : 1;
      cohort = {
        ...{ kind, ageDays, chance, worth, valueAtAge, total },
        ...{ count: 0, value: 0, squaredValue: 0, ownValue: 0 },
      };
      family.cohorts.set(key, cohort);
    }
    return cohort;
  };
}

/** Runs of cohorts next to each other, of one kind, with about the same number of deals in each run. */
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

function toGroup(cohorts: readonly Cohort[], chances: DealChances): OpenGroup {
  const first = cohorts[0]!;
  const ofKind = chances.kinds[first.kind]!.value;
  let count = 0;
  let weight = 0;
  let squaredValue = 0;
  const wins = first.chance.map(() => 0);
  const worth = first.chance.map(() => 0);
  for (const cohort of cohorts) {
    count += cohort.count;
    // Who is likelier to win weighs more in the value of the group's wins.
    const share = Math.max(cohort.total, Number.MIN_VALUE);
    weight += share * cohort.count;
    squaredValue += share * cohort.squaredValue;
    // What is not the deals' own amounts follows the age at winning.
    const atAge = cohort.valueAtAge > 0 ? (cohort.value - cohort.ownValue) / cohort.valueAtAge : 0;
    cohort.chance.forEach((chance, month) => {
      wins[month]! += chance * cohort.count;
      worth[month]! += chance * cohort.ownValue + cohort.worth[month]! * atAge;
    });
  }
  const won = wins.reduce((sum, expected) => sum + expected, 0);
  const mean = won > 0 ? worth.reduce((sum, value) => sum + value, 0) / won : ofKind.mean;
  const spread = weight > 0 && mean * mean > 0 ? squaredValue / weight / (mean * mean) : 1;
  return {
    kind: KINDS[first.kind]!,
    count,
    winChance: wins.map((expected) => expected / count),
    value: {
      mean,
      variation: Math.sqrt(Math.max(0, spread * (1 + ofKind.variation * ofKind.variation) - 1)),
    },
    valueByMonth: worth.map((value, month) => (mean * wins[month]! > 0 ? value / (mean * wins[month]!) : 1)),
  };
}
