import type { Day } from '../calendar/calendar';
import { firstDayOfMonth, monthOfDay, monthRange, monthsBetween } from '../calendar/month';
import type { Deal } from '../deals/deal';
import { amountIn } from '../fit/fitValues';
import { MONTHS_OF_YEAR } from './backtestTypes';
import type { MonthlyWins } from './monthlyWins';
import { wonDay } from './monthlyWins';

/** Sellers clear away deals older than nearly all that were ever won. */
const OLDEST_WON_SHARE = 0.9;
const MONTHS_OF_OVERDUE = 3;

/**
 * What a CRM's weighted pipeline would have shown on the origin: open deals × share won of those closed × mean value of a
 * win, on the month the deal reaches the mean age of won deals. An export does not keep the dates and stages of then, so
 * this is a reconstruction and must be called one. Deals past that age are spread over the coming three months (sellers
 * move their dates on), those older than nine in ten wins are left out. No deals that are still to come: a pipeline has none.
 *
 * @param deals as known at the origin; null without both wins and losses: a win rate needs them
 */
export function weightedPipelineReconstructed(
  deals: readonly Deal[],
  origin: Day,
  currency: string,
): MonthlyWins | null {
  const ages: number[] = [];
  let lost = 0;
  let value = 0;
  let valued = 0;
  for (const deal of deals) {
    if (deal.outcome === 'lost') lost++;
    const day = wonDay(deal);
    if (day === null) continue;
    ages.push(day - deal.created);
    const amount = amountIn(deal, currency);
    if (amount === null) continue;
    value += amount;
    valued++;
  }
  if (ages.length === 0 || lost === 0) return null;
  ages.sort((a, b) => a - b);
  const winRate = ages.length / (ages.length + lost);
  const cycle = Math.round(ages.reduce((sum, age) => sum + age, 0) / ages.length);
  const oldest = Math.max(cycle, ages[Math.floor(OLDEST_WON_SHARE * (ages.length - 1))]!);
  const first = monthOfDay(origin + 1);
  const end = firstDayOfMonth(monthRange(first, MONTHS_OF_YEAR + 1)[MONTHS_OF_YEAR]!);
  const wins = new Array<number>(MONTHS_OF_YEAR).fill(0);
  for (const deal of deals) {
    if (deal.outcome !== 'open' || origin - deal.created > oldest) continue;
    const expected = deal.created + cycle;
    if (expected > origin) {
      if (expected < end) wins[monthsBetween(first, monthOfDay(expected))]! += winRate;
      continue;
    }
    for (let month = 0; month < MONTHS_OF_OVERDUE; month++) wins[month]! += winRate / MONTHS_OF_OVERDUE;
  }
  const meanValue = valued > 0 ? value / valued : 0;
  return { wins, revenue: wins.map((expected) => expected * meanValue) };
}
