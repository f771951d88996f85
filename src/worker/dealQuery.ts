import type { Deal } from '../engine';
import type { DealPage, DealQuery } from './protocol';

type Sort = DealQuery['sort'];

const NUMBERS: { readonly [Key in Exclude<Sort, 'name'>]: (deal: Deal) => number | null } = {
  created: (deal) => deal.created,
  closed: (deal) => deal.closed,
  amount: (deal) => deal.amount,
  expectedClose: (deal) => deal.expectedClose,
};

/** Ascending positions of the deals that have the value, then of those that lack it. */
interface Order {
  known: Uint32Array;
  missing: Uint32Array;
}

/**
 * The deals of an import, ready to be searched, sorted and paged. Orders and search texts are made once, when first
 * asked for: 100,000 deals then answer a keystroke in a few milliseconds.
 */
export class DealTable {
  readonly #deals: readonly Deal[];
  readonly #collator: Intl.Collator;
  readonly #orders = new Map<Sort, Order>();
  #texts: readonly string[] | null = null;

  constructor(deals: readonly Deal[], locale: string) {
    this.#deals = deals;
    this.#collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  }

  /** One page. Deals without the value sorted by come last in either direction. */
  page(query: DealQuery, isExcluded: (dealId: string) => boolean): DealPage {
    const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
    const first = Math.max(0, query.offset);
    const last = first + Math.max(0, query.limit);
    const rows: DealPage['rows'][number][] = [];
    let total = 0;
    const visit = (position: number | undefined): void => {
      const deal = position === undefined ? undefined : this.#deals[position];
      if (position === undefined || !deal || !this.#matches(deal, position, query, words)) return;
      if (total >= first && total < last) rows.push({ ...deal, isExcluded: isExcluded(deal.id) });
      total += 1;
    };
    const { known, missing } = this.#orderBy(query.sort);
    if (query.descending) for (let place = known.length - 1; place >= 0; place -= 1) visit(known[place]);
    else known.forEach(visit);
    missing.forEach(visit);
    return { total, rows };
  }

  #matches(deal: Deal, position: number, query: DealQuery, words: readonly string[]): boolean {
    if (query.outcome !== 'all' && deal.outcome !== query.outcome) return false;
    if (query.kind !== 'all' && deal.kind !== query.kind) return false;
    if (words.length === 0) return true;
    this.#texts ??= this.#deals.map(searchText);
    const text = this.#texts[position] ?? '';
    return words.every((word) => text.includes(word));
  }

  #orderBy(sort: Sort): Order {
    const made =
      this.#orders.get(sort) ?? (sort === 'name' ? this.#orderByName() : this.#orderByNumber(sort));
    this.#orders.set(sort, made);
    return made;
  }

  #orderByName(): Order {
    const positions = Uint32Array.from(this.#deals, (_, position) => position);
    const nameAt = (position: number): string => this.#deals[position]?.name ?? '';
    positions.sort((one, other) => this.#collator.compare(nameAt(one), nameAt(other)) || one - other);
    return { known: positions, missing: new Uint32Array() };
  }

  #orderByNumber(sort: Exclude<Sort, 'name'>): Order {
    const values = this.#deals.map(NUMBERS[sort]);
    const known: number[] = [];
    const missing: number[] = [];
    values.forEach((value, position) => (value === null ? missing : known).push(position));
    const valueAt = (position: number): number => values[position] ?? 0;
    known.sort((one, other) => valueAt(one) - valueAt(other) || one - other);
    return { known: Uint32Array.from(known), missing: Uint32Array.from(missing) };
  }
}

/** What a search looks through. A line break keeps a word from matching across two fields. */
function searchText(deal: Deal): string {
  return [deal.name, deal.company, deal.owner, deal.source, deal.stage, deal.id].join('\n').toLowerCase();
}
