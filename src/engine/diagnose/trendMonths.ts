import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import { LOST, WON } from '../fit/dealTimes';
import { amountIn } from '../fit/fitValues';
import { monthGrid, type MonthGrid } from '../fit/monthGrid';
import { funnelStays } from './funnelStays';
import { monthlyStays } from './monthlyStays';
import { runState } from './shiftedState';
import { stateRates } from './stateRates';
import type { TrendGrounds } from './trend';

/** Values of the wins of one month: how many, their sum and their sum of squares. */
export interface Moments {
  cases: Float64Array;
  sum: Float64Array;
  squares: Float64Array;
}

/** Monthly figures of one kind, or of all. */
export interface KindMonths {
  leads: Float64Array;
  wins: Float64Array;
  /** Wins to be expected in the month of the deals then open, at the usual rates of their kind and age. */
  expected: Float64Array;
  /** Usual conversion from lead to won. */
  conversion: number;
  value: Moments;
  /** Days from lead to won. */
  days: Moments;
}

export interface TrendMonths {
  grid: MonthGrid;
  /** First month that closings are known of. */
  firstClosing: number;
  /** In the order of `KINDS`; null where there is none. */
  byKind: readonly (KindMonths | null)[];
  all: KindMonths;
}

const MONTHS_LOOKED_AT = 36;

/** @param known as known on the data day, at least one */
export function trendMonths(known: readonly Deal[], { dataDay, currency }: TrendGrounds): TrendMonths {
  const firstCreated = known.reduce((first, { created }) => Math.min(first, created), dataDay);
  const grid = monthGrid(firstCreated, dataDay);
  const stays = funnelStays(known, dataDay, null, true);
  const [table] = monthlyStays(stays, grid);
  const months = grid.months.length;
  const firstClosing = firstMonthClosed(stays.times, grid);
  const rates = stateRates(table!, KINDS.length, Math.max(firstClosing, months - MONTHS_LOOKED_AT));
  const byKind = KINDS.map((kind, index): KindMonths | null => {
    if (!known.some((deal) => deal.kind === kind)) return null;
    const own = emptyMonths(months, runState(rates[index]!).conversion);
    rates[index]!.passed.forEach((rate, bin) => {
      const row = (index * table!.ageFrom.length + bin) * months;
      for (let month = 0; month < months; month++)
        own.expected[month]! += Math.max(0, table!.days[row + month]!) * rate;
    });
    return own;
  });
  for (const deal of known) {
    const own = byKind[KINDS.indexOf(deal.kind)]!;
    if (deal.created >= grid.firstDay) own.leads[grid.monthOfOffset[deal.created - grid.firstDay]!]!++;
    if (deal.outcome !== 'won' || deal.closed === null || deal.closed < grid.firstDay) continue;
    const month = grid.monthOfOffset[deal.closed - grid.firstDay]!;
    own.wins[month]!++;
    const amount = amountIn(deal, currency);
    if (amount !== null && amount > 0) addValue(own.value, month, amount);
    // Won on the day it came: half a day.
    addValue(own.days, month, Math.max(0.5, deal.closed - deal.created));
  }
  return { grid, firstClosing, byKind, all: addKinds(byKind, months) };
}

function firstMonthClosed(times: ReturnType<typeof funnelStays>['times'], grid: MonthGrid): number {
  let first = grid.lastDay;
  for (let deal = 0; deal < times.count; deal++) {
    if (times.end[deal] === WON || times.end[deal] === LOST) first = Math.min(first, times.last[deal]!);
  }
  return grid.monthOfOffset[Math.max(0, first - grid.firstDay)]!;
}

function emptyMonths(months: number, conversion: number): KindMonths {
  const column = (): Float64Array => new Float64Array(months);
  const moments = (): Moments => ({ cases: column(), sum: column(), squares: column() });
  return {
    leads: column(),
    wins: column(),
    expected: column(),
    conversion,
    value: moments(),
    days: moments(),
  };
}

function addValue({ cases, sum, squares }: Moments, month: number, value: number): void {
  cases[month]!++;
  sum[month]! += value;
  squares[month]! += value * value;
}

/** Expected wins are each kind's own: a changing mix is no change of conversion. */
function addKinds(byKind: readonly (KindMonths | null)[], months: number): KindMonths {
  const present = byKind.filter((own) => own !== null);
  const leads = present.map((own) => own.leads.reduce((sum, count) => sum + count, 0));
  const allLeads = leads.reduce((sum, count) => sum + count, 0);
  const conversion = present.reduce(
    (sum, own, at) => sum + (own.conversion * leads[at]!) / Math.max(1, allLeads),
    0,
  );
  const all = emptyMonths(months, conversion);
  for (const own of present) {
    for (const of of ['leads', 'wins', 'expected'] as const) addTo(all[of], own[of]);
    for (const of of ['value', 'days'] as const) {
      for (const part of ['cases', 'sum', 'squares'] as const) addTo(all[of][part], own[of][part]);
    }
  }
  return all;
}

function addTo(into: Float64Array, from: Float64Array): void {
  for (let month = 0; month < into.length; month++) into[month]! += from[month]!;
}
