import type { Day } from '../calendar/calendar';
import { firstDayOfMonth, monthOfDay, monthRange, monthsBetween } from '../calendar/month';
import type { Deal } from '../deals/deal';
import { amountIn } from '../fit/fitValues';
import { MONTHS_OF_YEAR } from './backtestTypes';
import type { MonthlyWins } from './monthlyWins';
import { ownWinRates, type OwnWinRates } from './ownWinRates';

/** An earlier export, kept as it was: what the CRM showed on its day. */
export interface Snapshot {
  /** The day it shows. */
  day: Day;
  deals: readonly Deal[];
}

/** An older snapshot says too little about what a pipeline showed on a day. */
const OLDEST_DAYS = 31;

/** The latest snapshot of the 31 days up to the origin, or null; of two of one day the first given. */
export function snapshotAt<Dated extends Pick<Snapshot, 'day'>>(
  snapshots: readonly Dated[],
  origin: Day,
): Dated | null {
  const usable = snapshots.filter(({ day }) => day <= origin && day >= origin - OLDEST_DAYS);
  return usable.reduce<Dated | null>(
    (latest, each) => (latest === null || each.day > latest.day ? each : latest),
    null,
  );
}

/**
 * The weighted pipeline as CRMs show it: open deals of the snapshot, amount × probability, in the month of their expected
 * close. The probability is the deal's own, else the share won of the closed deals that were in its stage, else of all.
 * As in a CRM's report by close date, a deal counts in no coming month where its date is missing or already past, and for
 * nothing where its amount is missing; deals still to come are not in it. Deals closed between the snapshot and the origin
 * are out: on the origin the CRM would have shown them as closed.
 *
 * @param known the deals as known at the origin
 * @returns null where the snapshot has open deals but none says when, or none has a chance (nothing has closed yet): then
 *   there was no weighted pipeline to look at
 */
export function weightedPipelineOf(
  snapshot: Snapshot,
  known: readonly Deal[],
  origin: Day,
  currency: string,
): MonthlyWins | null {
  const closed = new Set(known.flatMap(({ id, outcome }) => (outcome === 'open' ? [] : [id])));
  const open = snapshot.deals.filter(({ id, outcome }) => outcome === 'open' && !closed.has(id));
  const rates = ownWinRates(known);
  const first = monthOfDay(origin + 1);
  const end = firstDayOfMonth(monthRange(first, MONTHS_OF_YEAR + 1)[MONTHS_OF_YEAR]!);
  const wins = new Array<number>(MONTHS_OF_YEAR).fill(0);
  const revenue = new Array<number>(MONTHS_OF_YEAR).fill(0);
  let weighted = 0;
  for (const deal of open) {
    const chance = chanceOf(deal, rates);
    if (deal.expectedClose === null || chance === null) continue;
    weighted++;
    if (deal.expectedClose <= origin || deal.expectedClose >= end) continue;
    const month = monthsBetween(first, monthOfDay(deal.expectedClose));
    wins[month]! += chance;
    revenue[month]! += chance * (amountIn(deal, currency) ?? 0);
  }
  return open.length > 0 && weighted === 0 ? null : { wins, revenue };
}

function chanceOf(deal: Deal, rates: OwnWinRates): number | null {
  return (
    deal.probability ?? (deal.stage === null ? undefined : rates.byStage.get(deal.stage)) ?? rates.overall
  );
}
