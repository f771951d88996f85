import { KINDS } from '../engine';
import type { ChancesOfDeals, Deal } from '../engine';
import type { DealQuery } from './protocol';
import type { TextRanks } from './textRanks';

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

/** Any other stages come after those of the funnel. */
const FUNNEL = -1e9;

/** Puts deals in order of a field. Texts as people of the language sort them, stages as the funnel has them. */
export function orderDeals(
  deals: readonly Deal[],
  sort: Sort,
  stages: readonly string[],
  ranksOf: (sort: TextSort | 'stage') => TextRanks,
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
    const ranks = ranksOf(sort).rank(texts);
    const inFunnel = new Map(sort === 'stage' ? stages.map((stage, place) => [stage, FUNNEL + place]) : []);
    return orderByNumber(deals.length, (position) => {
      const text = texts[position] ?? null;
      return text === null ? null : (inFunnel.get(text) ?? ranks.get(text) ?? null);
    });
  }
  const numberOf = NUMBERS[sort];
  return orderByNumber(deals.length, (position) => {
    const deal = deals[position];
    return deal ? numberOf(deal) : null;
  });
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
