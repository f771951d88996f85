import type { Kind } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { OpenGroup } from '../funnel/model';
import { atDigits } from '../simulate/rounding';
import { splitGroups, type Placed } from './splitGroups';

/** Enough for the forecast to stay what it was, few enough for a link. */
const MOST_GROUPS = 20;
/** A group of fewer would tell of single deals. */
const FEWEST_DEALS = 3;

/** Digits of a group's figures; the last group of a kind takes up what the others are rounded by. */
const DIGITS = 3;
const DIGITS_OF_LAST = 6;
/** Once in a billion is never. */
const LEAST_CHANCE = 1e-9;
/** In a month in which it has a smaller part than that of what its kind brings, it would be bent out of shape. */
const LEAST_SHARE_OF_LAST = 0.01;

/**
 * Open deals as a link carries them: at most 20 groups, none of fewer than three deals, with expected wins and won value of every month and kind as they were to six digits, and the variance of what the deals of a
 * kind bring kept (`docs/methods.md`). Idempotent.
 *
 * A kind with one or two open deals counts them as three, each with its share of their chances.
 */
export function portableOpen(open: readonly OpenGroup[]): readonly OpenGroup[] {
  const kinds = KINDS.filter((kind) => open.some((group) => group.kind === kind));
  const isSmall = open.length <= MOST_GROUPS && open.every(({ count }) => count >= FEWEST_DEALS);
  return kinds.flatMap((kind) => {
    const ofKind = open.filter((group) => group.kind === kind);
    const merged = isSmall ? ofKind : mergeKind(ofKind, kind, groupsOf(ofKind, open, kinds.length));
    return roundTogether(merged);
  });
}

/** Each kind has groups by its share of the money that is expected: one at least. */
function groupsOf(ofKind: readonly OpenGroup[], open: readonly OpenGroup[], kinds: number): number {
  const all = expectedOf(open);
  const share = all > 0 ? expectedOf(ofKind) / all : ofKind.length / open.length;
  return 1 + Math.floor((MOST_GROUPS - kinds) * share);
}

function mergeKind(groups: readonly OpenGroup[], kind: Kind, most: number): OpenGroup[] {
  const placed = groups.map(placeOf);
  const merged = splitGroups(placed, most, FEWEST_DEALS).map((members) => mergeGroups(members, kind));
  // The last one takes up what the others are rounded by: the one that is expected to win most.
  return merged.sort((a, b) => winsOf(a) - winsOf(b) || a.value.mean - b.value.mean);
}

function winsOf({ count, winChance }: OpenGroup): number {
  return count * winChance.reduce((sum, chance) => sum + chance, 0);
}

function expectedOf(groups: readonly OpenGroup[]): number {
  return groups.reduce((sum, group) => {
    const { total, value } = placeOf(group);
    return sum + group.count * total * value;
  }, 0);
}

function placeOf(group: OpenGroup): Placed {
  const total = group.winChance.reduce((sum, chance) => sum + chance, 0);
  const worth = group.winChance.reduce((sum, chance, month) => sum + chance * valueIn(group, month), 0);
  return { group, total, value: total > 0 ? worth / total : group.value.mean };
}

function valueIn({ value, valueByMonth }: OpenGroup, month: number): number {
  return value.mean * (valueByMonth?.[month] ?? 1);
}

/**
 * One group of several: wins and worth of each month are sums. Its variation is such that the variance of all that its deals bring is
 * the sum of theirs: a deal that brings v with chance p has p E(v²) − (p E v)².
 */
function mergeGroups(members: readonly Placed[], kind: Kind): OpenGroup {
  const months = Math.max(...members.map(({ group }) => group.winChance.length));
  const wins = new Array<number>(months).fill(0);
  const worth = new Array<number>(months).fill(0);
  let deals = 0;
  let variance = 0;
  for (const { group, total, value } of members) {
    deals += group.count;
    let squared = 0;
    group.winChance.forEach((chance, month) => {
      const inMonth = valueIn(group, month);
      wins[month]! += group.count * chance;
      worth[month]! += group.count * chance * inMonth;
      squared += chance * inMonth * inMonth;
    });
    const spread = 1 + group.value.variation * group.value.variation;
    variance += group.count * (squared * spread - (total * value) ** 2);
  }
  const count = Math.max(deals, FEWEST_DEALS);
  const won = wins.reduce((sum, expected) => sum + expected, 0);
  const expected = worth.reduce((sum, each) => sum + each, 0);
  const mean = won > 0 ? expected / won : meanOf(members);
  const squares = wins.reduce(
    (sum, each, month) => (each > 0 ? sum + (worth[month]! * worth[month]!) / each : sum),
    0,
  );
  const spread = squares > 0 ? (variance + (expected * expected) / count) / squares : 1;
  return {
    kind,
    count,
    winChance: wins.map((each) => each / count),
    value: { mean, variation: Math.sqrt(Math.max(0, spread - 1)) },
    valueByMonth: wins.map((each, month) => (mean * each > 0 ? worth[month]! / (mean * each) : 1)),
  };
}

/** Where nothing is expected to be won. */
function meanOf(members: readonly Placed[]): number {
  const deals = members.reduce((sum, { group }) => sum + group.count, 0);
  return members.reduce((sum, { group, value }) => sum + group.count * value, 0) / deals;
}

/** Rounds the groups of a kind; what rounding adds to or takes from a month goes to the last group, if it can bear it. */
function roundTogether(groups: readonly OpenGroup[]): OpenGroup[] {
  const months = Math.max(0, ...groups.map(({ winChance }) => winChance.length));
  const wins = Array.from({ length: months }, () => new Remainder());
  const worth = Array.from({ length: months }, () => new Remainder());
  return groups.map((group, index) => {
    const isLast = index === groups.length - 1;
    const { kind, count } = group;
    const mean = atDigits(group.value.mean, DIGITS + 1);
    const winChance = group.winChance.map((chance, month) =>
      wins[month]!.round(count * chance, count, isLast, LEAST_CHANCE),
    );
    const valueByMonth = winChance.map((rounded, month) => {
      const own = count * group.winChance[month]! * valueIn(group, month);
      return count * rounded * mean > 0 ? worth[month]!.round(own, count * rounded * mean, isLast) : 1;
    });
    const variation = atDigits(group.value.variation, DIGITS + 1);
    return { kind, count, winChance, value: { mean, variation }, valueByMonth };
  });
}

/** What rounding has left over of one quantity, in one month, from group to group. */
class Remainder {
  private left = 0;
  private told = 0;

  /** `own` in so many units of `unit`, rounded: few digits, but for the last group, which takes what the others left. Below `least` it is nothing. */
  round(own: number, unit: number, isLast: boolean, least = 0): number {
    const takesRest = isLast && own > LEAST_SHARE_OF_LAST * this.told;
    const wanted = (own + (takesRest ? this.left : 0)) / unit;
    const rounded = wanted < least ? 0 : atDigits(wanted, isLast ? DIGITS_OF_LAST : DIGITS);
    this.left += own - rounded * unit;
    this.told += own;
    return rounded;
  }
}
