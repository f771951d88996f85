import { firstDayOfMonth, lastDayOfMonth } from '../calendar/month';
import { monthOfQuarter } from '../calendar/fiscal';
import { KINDS } from '../deals/deal';
import type { FunnelModel, OpenGroup } from '../funnel/model';
import { factorsByMonth, isAbout, multiplied, type FactorOfKind, type Timed } from './timedChanges';

/** Faster than this changes nothing that shows in months. */
const FASTEST = 100;
const SLOWEST = 0.001;
/** Months that tell how quickly wins of open deals run out. */
const MONTHS_OF_DECLINE = 6;
const DAYS_OF_A_MONTH = 365.25 / 12;

/**
 * How long things take while the changes last: time passes at 1 ÷ factor for leads (`KindModel.pace`) and open deals of a kind.
 * The calendar is untouched: leads come when they came, and the rhythm of the quarter stays in its months.
 */
export function changePace(model: FunnelModel, changes: readonly Timed<FactorOfKind>[]): FunnelModel {
  if (changes.length === 0) return model;
  const paceOf = new Map(
    KINDS.map((kind) => [
      kind,
      factorsByMonth(
        changes.filter((change) => isAbout(change, kind)),
        model.months.length,
      )?.map((factor) => Math.min(FASTEST, Math.max(SLOWEST, 1 / factor))),
    ]),
  );
  const days = daysOfMonths(model);
  const rhythm = model.months.map(
    (month) => model.quarterRhythm[monthOfQuarter(month, model.fiscalYearStart)],
  );
  return {
    ...model,
    kinds: model.kinds.map((kind) => {
      const pace = paceOf.get(kind.kind);
      return pace === undefined ? kind : { ...kind, pace: multiplied(kind.pace, pace) };
    }),
    open: model.open.map((group) => {
      const pace = paceOf.get(group.kind);
      return pace === undefined ? group : atPace(group, pace, days, rhythm);
    }),
  };
}

/** Days of each forecast month that lie ahead. */
function daysOfMonths({ months, start }: FunnelModel): number[] {
  return months.map((month) => lastDayOfMonth(month) + 1 - Math.max(start, firstDayOfMonth(month)));
}

/**
 * A group whose chance to be won by day t is what it was by day τ(t), τ being the time that has passed for it: linear within months.
 * What the model says of months is taken without the rhythm of the quarter, and given that of the new ones.
 */
function atPace(
  group: OpenGroup,
  pace: readonly number[],
  days: readonly number[],
  rhythm: readonly number[],
): OpenGroup {
  const plain = days.map((_, month) => (group.winChance[month] ?? 0) / (rhythm[month] ?? 1));
  const passed = pace.map((speed, month) => speed * (days[month] ?? 0));
  const moved = moveMonths(
    prolong(
      plain.map((chance, month) => ({
        days: days[month] ?? 0,
        chance,
        worth: chance * (group.valueByMonth?.[month] ?? 1),
      })),
      passed.reduce((sum, each) => sum + each, 0),
      group.winChance.reduce((sum, chance) => sum + chance, 0),
    ),
    passed,
  );
  const sumOf = (of: (month: number) => number): number =>
    moved.reduce((sum, _, month) => sum + of(month), 0);
  const plainTotal = sumOf((month) => moved[month]!.chance);
  const tiltedTotal = sumOf((month) => moved[month]!.chance * (rhythm[month] ?? 1));
  // The rhythm moves wins and makes none.
  const scale = tiltedTotal > 0 ? Math.min(plainTotal, 1) / tiltedTotal : 1;
  return {
    ...group,
    winChance: moved.map(({ chance }, month) => chance * (rhythm[month] ?? 1) * scale),
    valueByMonth: moved.map(({ chance, worth }, month) =>
      chance > 0 ? worth / chance : (group.valueByMonth?.[month] ?? 1),
    ),
  };
}

interface Stretch {
  days: number;
  chance: number;
  /** Chance times value, in units of the mean. */
  worth: number;
}

/**
 * Months past the last one, which faster time gets to: chances go on falling as they did over the last half year against the
 * one before it (they never rise), at the value of the last month, until all deals are won.
 */
function prolong(months: readonly Stretch[], reachDays: number, alreadyWon: number): Stretch[] {
  const all = [...months];
  let reached = months.reduce((sum, { days }) => sum + days, 0);
  const last = months.at(-1);
  if (last === undefined || !(reachDays > reached)) return all;
  const count = Math.min(MONTHS_OF_DECLINE, Math.floor(months.length / 2));
  const sumOf = (part: readonly Stretch[]): number => part.reduce((sum, { chance }) => sum + chance, 0);
  const late = count > 0 ? sumOf(months.slice(-count)) : last.chance;
  const early = count > 0 ? sumOf(months.slice(-2 * count, -count)) : late;
  const decline = early > 0 ? Math.min(1, Math.pow(late / early, 1 / Math.max(1, count))) : 0;
  let chance = count > 0 ? late / count : last.chance;
  let left = Math.max(0, 1 - alreadyWon);
  const value = last.chance > 0 ? last.worth / last.chance : 1;
  while (reached < reachDays) {
    chance *= decline;
    const won = Math.min(left, chance);
    left -= won;
    all.push({ days: DAYS_OF_A_MONTH, chance: won, worth: won * value });
    reached += DAYS_OF_A_MONTH;
  }
  return all;
}

/** What falls into months of other lengths, evenly within each old one. */
function moveMonths(from: readonly Stretch[], lengths: readonly number[]): Stretch[] {
  let at = 0;
  let used = 0;
  return lengths.map((days) => {
    const moved = { days, chance: 0, worth: 0 };
    let wanted = days;
    while (wanted > 0 && at < from.length) {
      const old = from[at]!;
      const part = Math.min(wanted, old.days - used);
      const share = old.days > 0 ? part / old.days : 1;
      moved.chance += old.chance * share;
      moved.worth += old.worth * share;
      wanted -= part;
      used += part;
      if (used >= old.days) {
        at += 1;
        used = 0;
      }
    }
    return moved;
  });
}
