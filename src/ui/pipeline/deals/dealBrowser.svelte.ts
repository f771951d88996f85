import type {
  DealPage,
  DealQuery,
  DealRow,
  SeedcastService,
} from "../../../worker/protocol";

export const DEALS_PER_PAGE = 50;

/** The way each order runs: what one looks for first comes first. */
const IS_DESCENDING = {
  created: true,
  closed: true,
  amount: true,
  expectedClose: false,
  name: false,
} satisfies Partial<Record<DealQuery["sort"], boolean>>;

export type DealFilter = Pick<DealQuery, "search" | "outcome" | "kind"> & {
  sort: keyof typeof IS_DESCENDING;
};

const ALL = { owner: null, stage: null, only: "all" } as const;

const EVERYTHING: DealFilter = {
  search: "",
  outcome: "all",
  kind: "all",
  sort: "created",
};

/** One page of deals at a time, searched, filtered and sorted off the main thread. */
export class DealBrowser {
  readonly #service: Pick<SeedcastService, "deals">;
  #filter = $state.raw<DealFilter>(EVERYTHING);
  #offset = $state(0);
  #page = $state.raw<DealPage | null>(null);
  #hasFailed = $state(false);
  #latest = 0;

  constructor(service: Pick<SeedcastService, "deals">) {
    this.#service = service;
  }

  get filter(): DealFilter {
    return this.#filter;
  }
  get isFiltered(): boolean {
    const { search, outcome, kind } = this.#filter;
    return search !== "" || outcome !== "all" || kind !== "all";
  }
  /** The newest page; it stays on screen while the next one is fetched. Null before the first. */
  get page(): DealPage | null {
    return this.#page;
  }
  get hasFailed(): boolean {
    return this.#hasFailed;
  }
  /** Places of the rows on screen, counted from 1. */
  get span(): { first: number; last: number } {
    return {
      first: this.#offset + 1,
      last: this.#offset + (this.#page?.rows.length ?? 0),
    };
  }
  get hasPrevious(): boolean {
    return this.#offset > 0;
  }
  get hasNext(): boolean {
    return (
      this.#page !== null && this.#offset + DEALS_PER_PAGE < this.#page.total
    );
  }

  /** Narrows or orders the deals anew and goes to the first page. */
  change(filter: Partial<DealFilter>): Promise<void> {
    this.#filter = { ...this.#filter, ...filter };
    return this.#goTo(0);
  }

  clear(): Promise<void> {
    return this.change({ ...EVERYTHING, sort: this.#filter.sort });
  }

  previous(): Promise<void> {
    return this.#goTo(Math.max(0, this.#offset - DEALS_PER_PAGE));
  }

  next(): Promise<void> {
    return this.#goTo(this.#offset + DEALS_PER_PAGE);
  }

  /** Fetches the same page again: something in the deals has changed. */
  refresh(): Promise<void> {
    return this.#goTo(this.#offset);
  }

  /** Shows a change at once, before the store has answered. */
  mark(dealId: string, change: Partial<Pick<DealRow, "isExcluded">>): void {
    if (this.#page === null) return;
    const rows = this.#page.rows.map((row) =>
      row.id === dealId ? { ...row, ...change } : row,
    );
    this.#page = { ...this.#page, rows };
  }

  async #goTo(offset: number): Promise<void> {
    const request = ++this.#latest;
    const descending = IS_DESCENDING[this.#filter.sort];
    try {
      const query = {
        ...ALL,
        ...this.#filter,
        descending,
        offset,
        limit: DEALS_PER_PAGE,
      };
      const page = await this.#service.deals(query);
      if (request !== this.#latest) return;
      this.#page = page;
      this.#offset = offset;
      this.#hasFailed = false;
    } catch {
      if (request === this.#latest) this.#hasFailed = true;
    }
  }
}
