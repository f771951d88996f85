import type { Day } from '../calendar/calendar';
import type { Deal } from '../deals/deal';
import { KINDS } from '../deals/deal';

export const ONGOING = 0;
export const WON = 1;
export const LOST = 2;

/** When deals came and how they ended, as columns of numbers: what the hazards are estimated from. */
export interface DealTimes {
  count: number;
  /** Position in `KINDS`. */
  kind: Uint8Array;
  created: Int32Array;
  /** Last day on which the deal could close: its closing day, or the data day. */
  last: Int32Array;
  /** `ONGOING`, `WON` or `LOST`. */
  end: Uint8Array;
}

/** Where no closing is dated at all: a quarter, between the seeds' and the spears' cycle. */
const CLOSING_AGE_WITHOUT_DATA_DAYS = 90;

/**
 * The times of deals as known on the data day. A closing before the creation counts as on the same day. A deal closed on
 * an unknown day still says how often deals are won, so it is placed at the median closing age of its outcome; when that
 * lies after the data day it only counts as not closed until then.
 */
export function dealTimes(deals: readonly Deal[], dataDay: Day): DealTimes {
  const count = deals.length;
  const times: DealTimes = {
    count,
    kind: new Uint8Array(count),
    created: new Int32Array(count),
    last: new Int32Array(count),
    end: new Uint8Array(count),
  };
  // Most exports date every closing: what nobody asks for is not sorted out.
  const medianAges = new Map<'won' | 'lost', number>();
  const medianAge = (outcome: 'won' | 'lost'): number => {
    let age = medianAges.get(outcome);
    if (age === undefined) medianAges.set(outcome, (age = medianClosingAge(deals, outcome)));
    return age;
  };
  for (let index = 0; index < count; index++) {
    const deal = deals[index]!;
    times.kind[index] = KINDS.indexOf(deal.kind);
    times.created[index] = deal.created;
    times.last[index] = dataDay;
    if (deal.outcome === 'open') continue;
    const closed = deal.closed ?? deal.created + medianAge(deal.outcome);
    if (closed > dataDay) continue;
    times.last[index] = Math.max(closed, deal.created);
    times.end[index] = deal.outcome === 'won' ? WON : LOST;
  }
  return times;
}

function medianClosingAge(deals: readonly Deal[], outcome: 'won' | 'lost'): number {
  const dated = deals.filter((deal) => deal.outcome !== 'open' && deal.closed !== null);
  const same = dated.filter((deal) => deal.outcome === outcome);
  const ages = Float64Array.from(same.length > 0 ? same : dated, (deal) =>
    Math.max(0, (deal.closed ?? deal.created) - deal.created),
  ).sort();
  return ages[Math.floor(ages.length / 2)] ?? CLOSING_AGE_WITHOUT_DATA_DAYS;
}
