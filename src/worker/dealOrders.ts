import { KINDS } from '../engine';
import type { ChancesOfDeals, Deal } from '../engine';
import type { DealQuery } from './protocol';

type Sort = DealQuery['sort'];
type TextSort = 'name' | 'company' | 'owner';

/** Ascending positions of the deals that have the value, then of those that lack it. */
export interface Order {
  known: Uint32Array;
  missing: Uint32Array;
}

const OUTCOMES: readonly Deal['outcome'][] = ['open', 'won', 'lost'];

const NUMBERS: {
  readonly [Key in Exclude<Sort, TextSort | 'stage' | 'chance' | 'expected'>]: (deal: Deal) => number | null;
} = {
  created: ({ created }) => created,
  closed: ({ closed }) => closed,
  amount: ({ amount }) => amount,
  expectedClose: ({ expectedClose }) => expectedClose,
  kind: ({ kind }) => KINDS.indexOf(kind),
  outcome: ({ outcome }) => OUTCOMES.indexOf(outcome),
};

/** Puts deals in order of a field. Texts as people of the language sort them, stages as the funnel has them. */
export function orderDeals(
  deals: readonly Deal[],
  sort: Sort,
  stages: readonly string[],
  locale: string,
  chances: ChancesOfDeals | null,
): Order {
  if (sort === 'chance' || sort === 'expected') {
    const values = chances?.[sort];
    return orderByNumber(deals.length, (position) => {
      const value = values?.[position] ?? NaN;
      return Number.isNaN(value) ? null : value;
    });
  }
  if (sort === 'name' || sort === 'company' || sort === 'owner' || sort === 'stage') {
    const texts = deals.map((deal) => deal[sort] || null);
    const ranks = rankTexts(texts, locale, sort === 'stage' ? stages : []);
    return orderByNumber(deals.length, (position) => ranks.get(texts[position] ?? null) ?? null);
  }
  const numberOf = NUMBERS[sort];
  return orderByNumber(deals.length, (position) => {
    const deal = deals[position];
    return deal ? numberOf(deal) : null;
  });
}

/** Place of each different text, those of `first` before the others: comparing is what takes the time. */
function rankTexts(
  texts: readonly (string | null)[],
  locale: string,
  first: readonly string[],
): Map<string | null, number> {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const different = [...new Set(texts)].filter((text) => text !== null && !first.includes(text)) as string[];
  different.sort((one, other) => collator.compare(one, other));
  const ranks = new Map<string | null, number>(first.map((text, place) => [text, place]));
  let rank = first.length;
  different.forEach((text, place) => {
    const before = different[place - 1];
    // What people write alike shares a place.
    if (before !== undefined && collator.compare(before, text) !== 0) rank += 1;
    ranks.set(text, rank);
  });
  return ranks;
}

function orderByNumber(count: number, valueAt: (position: number) => number | null): Order {
  const values = new Float64Array(count);
  const known: number[] = [];
  const missing: number[] = [];
  for (let position = 0; position < count; position++) {
    const value = valueAt(position);
    if (value === null) missing.push(position);
    else {
      values[position] = value;
      known.push(position);
    }
  }
  const order = Uint32Array.from(known);
  order.sort((one, other) => values[one]! - values[other]! || one - other);
  return { known: order, missing: Uint32Array.from(missing) };
}
