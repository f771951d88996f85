import { LIMIT_SDS } from './controlLimits';
import type { TrendFlag, TrendPoint } from './trend';

/** Flags are of the last year. */
const MONTHS_BACK = 12;
const MONTHS_IN_YEAR = 12;
/**
 * At least so many months in a row on one side, and their mean so many of its own standard deviations off: Stouffer's sum of z ÷ √months,
 * in the place of the Western Electric rules, which one healthy company in two would break on some chart within a year.
 */
const RUN = { months: 3, sds: 4.2 };
/** Off by at least this share of it the same way a year ago: that is the season. */
const SHARE_OF_SEASON = 0.5;

/**
 * What stands out: one month beyond the limits, or a run of months on one side that together are further off than chance brings. Not
 * what was alike a year ago: that is a season.
 *
 * @param offBy of each point, in standard deviations; null where it says nothing
 */
export function trendFlags(
  points: readonly TrendPoint[],
  offBy: readonly (number | null)[],
  center: number,
): TrendFlag[] {
  const flags: TrendFlag[] = [];
  const told = points.flatMap((point, at) => (point.isWhole && offBy[at] !== null ? [at] : []));
  const first = points.length - MONTHS_BACK;
  for (let end = told.length - 1; end >= 0 && told[end]! >= first;) {
    const run = runUpTo(told, end, offBy);
    const isRun = run.length >= RUN.months && Math.abs(meanOf(run, offBy)) * Math.sqrt(run.length) > RUN.sds;
    const months = isRun ? run : [told[end]!];
    const isOut = isRun || Math.abs(offBy[told[end]!]!) > LIMIT_SDS;
    if (isOut && !isSeason(months, offBy))
      flags.push(flagOf(isRun ? 'run' : 'outside', months, points, offBy, center));
    end -= months.length;
  }
  return flags;
}

/** Months in a row on one side, the given one last; oldest first. */
function runUpTo(told: readonly number[], end: number, offBy: readonly (number | null)[]): number[] {
  const side = Math.sign(offBy[told[end]!]!);
  let begin = end;
  while (begin > 0 && told[begin - 1] === told[begin]! - 1 && Math.sign(offBy[told[begin - 1]!]!) === side)
    begin--;
  return told.slice(begin, end + 1);
}

function isSeason(months: readonly number[], offBy: readonly (number | null)[]): boolean {
  const before = months.map((month) => offBy[month - MONTHS_IN_YEAR] ?? null);
  if (before.some((off) => off === null)) return false;
  const now = meanOf(months, offBy);
  const then = before.reduce<number>((sum, off) => sum + (off ?? 0), 0) / months.length;
  return now * then > 0 && Math.abs(then) >= SHARE_OF_SEASON * Math.abs(now);
}

function flagOf(
  code: TrendFlag['code'],
  months: readonly number[],
  points: readonly TrendPoint[],
  offBy: readonly (number | null)[],
  center: number,
): TrendFlag {
  const [from, to] = [points[months[0]!]!, points[months[months.length - 1]!]!];
  const values = months.map((month) => points[month]!.value ?? center);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    code,
    direction: meanOf(months, offBy) > 0 ? 'up' : 'down',
    ...{ from: from.month, to: to.month },
    change: mean / center - 1,
  };
}

function meanOf(months: readonly number[], offBy: readonly (number | null)[]): number {
  return months.reduce((sum, month) => sum + (offBy[month] ?? 0), 0) / months.length;
}
