import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';
import type { MonthlyActual } from '../funnel/model';
import { amountIn } from './fitValues';
import type { MonthGrid } from './monthGrid';

/**
 * Leads, wins and won value by month and kind up to the data day, months without any included, for the kinds there are.
 * Wins without an amount, or in another currency, count as wins and add no value: what happened is not estimated. Deals
 * from before the grid or without a closing day are in no month.
 */
export function monthlyActuals(deals: readonly Deal[], grid: MonthGrid, currency: string): MonthlyActual[] {
  const present = KINDS.filter((kind) => deals.some((deal) => deal.kind === kind));
  const rows = grid.months.map((month) =>
    present.map((kind) => ({ month, kind, leads: 0, wins: 0, value: 0 })),
  );
  const rowOf = (deal: Deal, day: number): MonthlyActual & { leads: number; wins: number; value: number } =>
    rows[grid.monthOfOffset[day - grid.firstDay]!]![present.indexOf(deal.kind)]!;
  for (const deal of deals) {
    if (deal.created >= grid.firstDay) rowOf(deal, deal.created).leads++;
    if (deal.outcome !== 'won' || deal.closed === null || deal.closed < grid.firstDay) continue;
    const row = rowOf(deal, deal.closed);
    row.wins++;
    row.value += amountIn(deal, currency) ?? 0;
  }
  return rows.flat();
}
