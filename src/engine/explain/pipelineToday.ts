import type { Day } from '../calendar/calendar';
import { monthOfDay, monthRange, monthsBetween } from '../calendar/month';
import { categoryOf, CATEGORIES } from './category';
import type { CategorySum, OpenSum, PipelineToday } from './explanation';
import type { MonthsAsked, OpenDealView } from './openDealView';

/**
 * The weighted pipeline as a CRM's report by close date shows it: amount × chance (`pipelineChance`) of every open deal, in
 * the month of its expected close. Deals whose date is past or missing are in no month and stand apart.
 */
export function pipelineToday(
  views: readonly OpenDealView[],
  { from, to }: MonthsAsked,
  start: Day,
): PipelineToday {
  const first = monthOfDay(start);
  const begins = from > first ? from : first;
  const months = monthRange(begins, Math.max(0, monthsBetween(begins, to) + 1)).map((month) => ({
    month,
    deals: 0,
    amount: 0,
    weighted: 0,
  }));
  const places = { due: emptySum(), otherMonth: emptySum(), overdue: emptySum(), undated: emptySum() };
  const chanceFrom = { crm: 0, stage: 0, all: 0 };
  let withoutAmount = 0;
  let withoutChance = 0;
  for (const view of views) {
    addTo(places[view.place], view);
    if (view.pipeline !== null) chanceFrom[view.pipeline.basis]++;
    if (view.place !== 'due' || view.deal.expectedClose === null) continue;
    if (view.amount === null) withoutAmount++;
    if (view.pipeline === null) withoutChance++;
    const month = months[monthsBetween(begins, monthOfDay(view.deal.expectedClose))];
    if (month === undefined) continue;
    month.deals++;
    month.amount += view.amount ?? 0;
    month.weighted += weightedAmount(view);
  }
  return { places, months, withoutAmount, withoutChance, chanceFrom };
}

/** Deals due in the months asked for, by category; only categories that have any. */
export function sumCategories(views: readonly OpenDealView[]): CategorySum[] {
  const sums = CATEGORIES.map((category) => ({ category, byChance: 0, ...emptySum() }));
  for (const view of views) {
    if (view.place !== 'due') continue;
    const { category, basis } = categoryOf(view.deal, view.pipeline?.chance ?? null);
    const sum = sums[CATEGORIES.indexOf(category)]!;
    addTo(sum, view);
    if (basis === 'chance') sum.byChance++;
  }
  return sums.filter(({ deals }) => deals > 0);
}

export function emptySum(): OpenSum {
  return { deals: 0, amount: 0, weighted: 0, wins: 0, expected: 0 };
}

export function addTo(sum: OpenSum, view: OpenDealView): void {
  sum.deals++;
  sum.amount += view.amount ?? 0;
  sum.weighted += weightedAmount(view);
  sum.wins += view.chance;
  sum.expected += view.chance * view.value;
}

function weightedAmount({ amount, pipeline }: OpenDealView): number {
  return (amount ?? 0) * (pipeline?.chance ?? 0);
}
