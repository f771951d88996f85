import type { Month } from '../calendar/calendar';
import type { Deal } from '../deals/deal';
import type { ModelNote } from '../funnel/model';

/** Below 30 wins a forecast rests mainly on priors and chance. */
const FEW_WINS = 30;
/** Deals entered once they are won tell nothing of how long selling takes; below one in 20 that is no matter. */
const COMMON_SAME_DAY = 0.05;

/** What the screens should say about how the model came about. */
export function modelNotes(
  deals: readonly Deal[],
  currency: string,
  leftEdge: Month | null,
  stale: { count: number; value: number },
): ModelNote[] {
  const countOf = (matches: (deal: Deal) => boolean): number => deals.filter(matches).length;
  const wins = countOf((deal) => deal.outcome === 'won');
  const losses = countOf((deal) => deal.outcome === 'lost');
  const notes: ModelNote[] = [];
  if (wins === 0) notes.push({ code: 'noWins', params: {} });
  else if (wins < FEW_WINS) notes.push({ code: 'fewWins', params: { wins } });
  if (losses === 0) notes.push({ code: 'noLosses', params: {} });

  const addCount = (code: ModelNote['code'], matches: (deal: Deal) => boolean): void => {
    const count = countOf(matches);
    if (count > 0) notes.push({ code, params: { count } });
  };
  addCount('wonWithoutDate', (deal) => deal.outcome === 'won' && deal.closed === null);
  addCount('lostWithoutDate', (deal) => deal.outcome === 'lost' && deal.closed === null);
  addCount('wonWithoutAmount', (deal) => deal.outcome === 'won' && deal.amount === null);
  addCount(
    'otherCurrency',
    (deal) => deal.amount !== null && deal.currency !== null && deal.currency !== currency,
  );

  const sameDay = countOf(
    (deal) => deal.outcome === 'won' && deal.closed !== null && deal.closed <= deal.created,
  );
  if (sameDay > 0 && sameDay >= COMMON_SAME_DAY * wins) {
    notes.push({ code: 'sameDayWins', params: { count: sameDay, total: wins } });
  }
  const unsorted = countOf((deal) => deal.kind === 'unsorted');
  if (unsorted > 0) notes.push({ code: 'unsortedDeals', params: { count: unsorted, total: deals.length } });
  if (leftEdge !== null) notes.push({ code: 'leftEdge', params: { month: leftEdge } });
  if (stale.count > 0) notes.push({ code: 'staleOpen', params: { count: stale.count, value: stale.value } });
  return notes;
}
