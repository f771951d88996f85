import type { Day, Month } from '../calendar/calendar';
import { firstDayOfMonth, lastDayOfMonth } from '../calendar/month';
import type { FunnelModel } from '../funnel/model';
import { firstShareOf } from '../scenario/plannedParts';
import type { Outcomes } from '../simulate/outcomes';
import { firstMonthOf } from '../simulate/periods';
import { spreadOf } from '../simulate/spread';
import type { CashMonth, CashNeed } from './budget';
import { earnedOnPaths, outstanding, paymentTable } from './payments';

/** Where nobody has said how long customers take to pay. */
export const ASSUMED_DELAY_DAYS = 30;

/** How much is below 0 and not the last digits of a sum. */
const NOTHING = 1e-6;

/**
 * Money out and in by month, on the paths of the forecast: costs leave in the month they are made, what is won (or a month's recurring
 * revenue) comes in `delayDays` later. Counted from nothing on the forecast's first day, or where that is past from the first of
 * this month: what is in the bank is not known here.
 */
export function cashNeed(
  model: FunnelModel,
  outcomes: Pick<Outcomes, 'paths' | 'value' | 'recurring' | 'cost'>,
  paymentDelayDays: number | null,
  today: Day = model.start,
): CashNeed {
  const delayDays = paymentDelayDays ?? ASSUMED_DELAY_DAYS;
  const { paths, cost } = outcomes;
  const table = paymentTable(model, delayDays);
  const due = outstanding(model, delayDays);
  const earned = earnedOnPaths(outcomes);
  const ofMonth = (month: number): number => (earned.isInvoiced && month === 0 ? firstShareOf(model) : 1);
  const running = new Float64Array(paths);
  const lowest = new Float64Array(paths);
  const lowestAt = new Int32Array(paths);
  const came = new Float64Array(paths);
  const first = Math.max(
    0,
    model.months.findIndex((month) => lastDayOfMonth(month) >= today),
  );
  const months = model.months.slice(first).map((month, after): CashMonth => {
    const at = first + after;
    came.fill(due[at] ?? 0);
    for (let from = 0; from <= at; from++) {
      const share = (table[from]?.[at] ?? 0) * ofMonth(from);
      if (share === 0) continue;
      for (let path = 0; path < paths; path++) came[path]! += share * earned.amounts[from * paths + path]!;
    }
    let out = 0;
    for (let path = 0; path < paths; path++) {
      const spent = cost === null ? 0 : cost[at * paths + path]!;
      out += spent;
      running[path]! += came[path]! - spent;
      if (running[path]! >= lowest[path]! - NOTHING) continue;
      lowest[path] = running[path]!;
      lowestAt[path] = after;
    }
    return {
      month,
      out: cost === null ? null : out / Math.max(1, paths),
      in: sumOf(came) / Math.max(1, paths),
      running: spreadOf(running.slice()),
    };
  });
  const total = model.months.reduce((sum, _, from) => {
    const unpaid = 1 - (table[from] ?? []).reduce((paid, share) => paid + share, 0);
    if (unpaid <= 0) return sum;
    const won = ofMonth(from) * sumOf(earned.amounts.subarray(from * paths, (from + 1) * paths));
    return sum + (unpaid * won) / Math.max(1, paths);
  }, 0);
  const [counted] = months;
  return {
    start: Math.max(model.start, counted === undefined ? model.start : firstDayOfMonth(counted.month)),
    delayDays,
    isDelayAssumed: paymentDelayDays === null,
    isRecurring: model.recurring !== null,
    months,
    low: cost === null ? null : lowOf(model, months, lowest, lowestAt),
    unpaidAtEnd: total,
  };
}

function lowOf(
  model: FunnelModel,
  months: readonly CashMonth[],
  lowest: Float64Array,
  lowestAt: Int32Array,
): CashNeed['low'] {
  const below = [...lowestAt.keys()].filter((path) => lowest[path]! < -NOTHING);
  const when = below.map((path) => lowestAt[path]!).sort((one, other) => one - other);
  const monthAt = (share: number): Month =>
    months[when[Math.floor(share * Math.max(0, when.length - 1))] ?? 0]?.month ?? firstMonthOf(model);
  const means = months.map(({ running }) => running.mean);
  const least = Math.min(0, ...means);
  const at = Math.max(0, means.indexOf(Math.min(...means)));
  const lastBelow = means.reduce((last, mean, month) => (mean < -NOTHING ? month : last), -1);
  return {
    need: spreadOf(lowest.map((low) => Math.max(0, 0 - low))),
    mean: Math.max(0, 0 - least),
    month: (least < 0 ? months[at] : months[0])?.month ?? firstMonthOf(model),
    earliest: monthAt(0.1),
    latest: monthAt(0.9),
    chanceBelow: lowest.length > 0 ? below.length / lowest.length : 0,
    backBy: months[lastBelow + 1]?.month ?? null,
  };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return sum;
}
