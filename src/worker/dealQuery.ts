import { leaveOutFinder } from '../engine';
import type { ChancesOfDeals, Deal } from '../engine';
import type { Settings } from '../workspace/types';
import { orderDeals } from './dealOrders';
import type { Order } from './dealOrders';
import { lacksRate, makeRow } from './dealRow';
import { isLeftOut } from './knownDeals';
import type { KnownDeals } from './knownDeals';
import type { DealPage, DealQuery } from './protocol';
import { TextRanks } from './textRanks';

/**
 * The deals in use, ready to be searched, sorted and paged. Orders and search texts are made once, when first asked for;
 * what a query finds is kept for its next page: 100,000 deals then answer in a few milliseconds.
 */
export class DealTable {
  readonly #known: KnownDeals;
  readonly #settings: Pick<Settings, 'locale' | 'currency'>;
  readonly #orders = new Map<DealQuery['sort'], Order>();
  #chances: ChancesOfDeals | null = null;
  readonly #ranks: Map<DealQuery['sort'], TextRanks>;
  /** Search texts of the table before this one, where it had made them. */
  #oldTexts: { written: KnownDeals['written']; texts: readonly string[] } | null = null;
  #texts: readonly string[] | null = null;
  #isStale: ((deal: Deal) => boolean) | null = null;
  #found: { key: string; positions: Uint32Array } | null = null;

  /** @param previous the table of the same deals before a change: most of its work still serves */
  constructor(
    known: KnownDeals,
    settings: Pick<Settings, 'locale' | 'currency'>,
    previous: DealTable | null = null,
  ) {
    this.#known = known;
    this.#settings = settings;
    this.#ranks =
      previous && previous.#settings.locale === settings.locale
        ? previous.#ranks
        : new Map<DealQuery['sort'], TextRanks>();
    if (previous !== null && previous.#texts !== null)
      this.#oldTexts = { written: previous.#known.written, texts: previous.#texts };
  }

  /** One page. Deals without the value sorted by come last in either direction. */
  page(query: DealQuery, chances: ChancesOfDeals | null): DealPage {
    this.#useChances(chances);
    const found = this.#find(query);
    const first = Math.max(0, query.offset);
    const positions = found.subarray(first, first + Math.max(0, query.limit));
    const rows = Array.from(positions, (position) =>
      makeRow(this.#known, position, this.#settings, this.#chances),
    );
    return { total: found.length, rows };
  }

  #useChances(chances: ChancesOfDeals | null): void {
    if (this.#chances === chances) return;
    this.#chances = chances;
    this.#orders.delete('chance');
    this.#orders.delete('expected');
    this.#found = null;
  }

  #find({ offset: _, limit: __, ...query }: DealQuery): Uint32Array {
    const key = JSON.stringify(query);
    if (this.#found?.key !== key) this.#found = { key, positions: this.#findAnew(query) };
    return this.#found.positions;
  }

  #findAnew(query: Omit<DealQuery, 'offset' | 'limit'>): Uint32Array {
    const matches = this.#matcher(query);
    const { known, missing } = this.#orderBy(query.sort);
    const found = new Uint32Array(this.#known.deals.length);
    let total = 0;
    const visit = (position: number): void => {
      if (matches(position)) found[total++] = position;
    };
    if (query.descending) for (let place = known.length - 1; place >= 0; place -= 1) visit(known[place]!);
    else known.forEach(visit);
    missing.forEach(visit);
    return found.subarray(0, total);
  }

  #matcher({ search, outcome, kind, owner, stage, only }: Omit<DealQuery, 'offset' | 'limit'>) {
    const { deals } = this.#known;
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    const isMeant = this.#meant(only);
    return (position: number): boolean => {
      const deal = deals[position]!;
      if (outcome !== 'all' && deal.outcome !== outcome) return false;
      if (kind !== 'all' && deal.kind !== kind) return false;
      if (owner !== null && deal.owner !== owner) return false;
      if (stage !== null && deal.stage !== stage) return false;
      if (!isMeant(deal)) return false;
      if (words.length === 0) return true;
      const text = (this.#texts ??= this.#makeTexts())[position]!;
      return words.every((word) => text.includes(word));
    };
  }

  #makeTexts(): readonly string[] {
    const { deals, written } = this.#known;
    const old = this.#oldTexts;
    this.#oldTexts = null;
    return deals.map((deal, position) =>
      old && old.written[position] === written[position] ? old.texts[position]! : searchText(deal),
    );
  }

  #meant(only: DealQuery['only']): (deal: Deal) => boolean {
    const { deals, dataDay, added, changedFields } = this.#known;
    switch (only) {
      case 'all':
        return () => true;
      case 'leftOut':
        return ({ id }) => isLeftOut(this.#known, id);
      case 'edited':
        return ({ id }) => changedFields.has(id) || added.has(id);
      case 'withoutRate':
        return (deal) => lacksRate(deal, this.#settings);
      case 'stale':
        if (this.#isStale === null) {
          const isOf = leaveOutFinder(deals, dataDay);
          this.#isStale = (deal) => isOf(deal, 'staleOpens');
        }
        return this.#isStale;
    }
  }

  #ranksOf(field: DealQuery['sort']): TextRanks {
    const ranks = this.#ranks.get(field) ?? new TextRanks(this.#settings.locale);
    this.#ranks.set(field, ranks);
    return ranks;
  }

  #orderBy(sort: DealQuery['sort']): Order {
    let order = this.#orders.get(sort);
    if (order === undefined) {
      const { deals, stages } = this.#known;
      order = orderDeals(deals, sort, stages, (field) => this.#ranksOf(field), this.#chances);
      this.#orders.set(sort, order);
    }
    return order;
  }
}

/** What a search looks through. A line break keeps a word from matching across two fields. */
function searchText(deal: Deal): string {
  return [deal.name, deal.company, deal.owner, deal.source, deal.stage, deal.id].join('\n').toLowerCase();
}
