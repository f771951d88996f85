import type { DealRow, SeedcastService } from '../../../worker/protocol';
import { countNarrowing, EVERY_DEAL, type DealFilter } from './dealFilter';
import type { Span } from './table/rowWindow';

/** Deals are fetched in blocks of so many. */
const BLOCK_ROWS = 100;
/** Fetched ahead of what is in view, on either side: about two seconds of a fast wheel. */
const ROWS_AHEAD = 200;
/** As many blocks are kept at most; those furthest from the view go first. */
const KEPT_BLOCKS = 50;

/**
 * The deals, searched, filtered and sorted off the main thread, of which those around the view are at hand. What is on
 * screen stays until the answer to a new filter is here.
 */
export class DealRows {
  readonly #service: Pick<SeedcastService, 'deals'>;
  #filter = $state.raw<DealFilter>(EVERY_DEAL);
  #total = $state<number | null>(null);
  #blocks = $state.raw<ReadonlyMap<number, readonly DealRow[]>>(new Map());
  #newest = $state.raw<Span>({ first: 0, end: 0 });
  #hasFailed = $state(false);
  #resets = $state(0);
  #inView: Span = { first: 0, end: 1 };
  /** Rises with everything that makes the deals at hand outdated. */
  #generation = 0;
  /** The generation of the blocks at hand. */
  #shownGeneration = -1;
  #goesToTop = false;
  #running: Promise<void> = Promise.resolve();
  #isRunning = false;

  constructor(service: Pick<SeedcastService, 'deals'>) {
    this.#service = service;
  }

  get filter(): DealFilter {
    return this.#filter;
  }
  get narrowedBy(): number {
    return countNarrowing(this.#filter);
  }
  /** Deals that pass the filter; null before the first answer. */
  get total(): number | null {
    return this.#total;
  }
  get hasFailed(): boolean {
    return this.#hasFailed;
  }
  /** Where the rows that came last belong. */
  get newest(): Span {
    return this.#newest;
  }
  /** Rises when other deals are on screen than before: the list begins at its top again. */
  get resets(): number {
    return this.#resets;
  }

  readonly at = (index: number): DealRow | undefined =>
    this.#blocks.get(Math.floor(index / BLOCK_ROWS))?.[index % BLOCK_ROWS];

  /** Narrows or orders the deals anew and goes to the top. */
  change(filter: Partial<DealFilter>): Promise<void> {
    this.#filter = { ...this.#filter, ...filter };
    this.#goesToTop = true;
    return this.refresh();
  }

  /** Reads again what is in view: something in the deals has changed. */
  refresh(): Promise<void> {
    this.#generation += 1;
    return this.#fetchMissing();
  }

  /** Says what is in view, so that it and what lies around it is fetched. */
  look(inView: Span): Promise<void> {
    this.#inView = inView;
    return this.#fetchMissing();
  }

  /** Shows a change at once, before the store has answered. */
  mark(dealId: string, change: Partial<DealRow>): void {
    this.#blocks = new Map(
      [...this.#blocks].map(([block, rows]) => [
        block,
        rows.some(({ id }) => id === dealId)
          ? rows.map((row) => (row.id === dealId ? { ...row, ...change } : row))
          : rows,
      ]),
    );
  }

  /** One question at a time, always the one that matters most by then: a scroll over the whole list asks few. */
  #fetchMissing(): Promise<void> {
    if (!this.#isRunning) this.#running = this.#fetchAll();
    return this.#running;
  }

  async #fetchAll(): Promise<void> {
    this.#isRunning = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) await this.#fetch(next);
      this.#hasFailed = false;
    } catch {
      this.#hasFailed = true;
    } finally {
      this.#isRunning = false;
    }
  }

  async #fetch(blocks: Span): Promise<void> {
    const generation = this.#generation;
    const askedFor = this.#goesToTop ? { first: 0, end: 1 } : this.#inView;
    const offset = blocks.first * BLOCK_ROWS;
    const limit = (blocks.end - blocks.first) * BLOCK_ROWS;
    const page = await this.#service.deals({ ...this.#filter, offset, limit });
    // Meanwhile something else was asked for: what this answers is not wanted any more.
    if (generation !== this.#generation) return;
    const isFirst = this.#shownGeneration !== generation;
    const kept = new Map(isFirst ? [] : this.#blocks);
    for (let block = blocks.first; block < blocks.end; block++) {
      const start = (block - blocks.first) * BLOCK_ROWS;
      kept.set(block, page.rows.slice(start, start + BLOCK_ROWS));
    }
    this.#blocks = nearest(kept, Math.floor(this.#inView.first / BLOCK_ROWS));
    this.#total = page.total;
    this.#newest = askedFor;
    this.#shownGeneration = generation;
    // The chances are still being worked out: the same again.
    if (page.isProvisional) this.#generation += 1;
    if (!isFirst || !this.#goesToTop) return;
    this.#goesToTop = false;
    this.#inView = { first: 0, end: this.#inView.end - this.#inView.first };
    this.#resets += 1;
  }

  /** The blocks to fetch next: first what is in view, then what is ahead; null where all is at hand. */
  #next(): Span | null {
    if (this.#shownGeneration !== this.#generation) {
      const { first, end } = this.#goesToTop
        ? { first: 0, end: this.#inView.end - this.#inView.first }
        : this.#inView;
      return { first: blockOf(first), end: blockOf(Math.max(first, end - 1)) + 1 };
    }
    const total = this.#total ?? 0;
    const { first, end } = this.#inView;
    return (
      this.#missing({ first, end: Math.min(end, total) }) ??
      this.#missing({ first: Math.max(0, first - ROWS_AHEAD), end: Math.min(end + ROWS_AHEAD, total) })
    );
  }

  /** The first run of blocks of the span that is not at hand. */
  #missing({ first, end }: Span): Span | null {
    if (end <= first) return null;
    const last = blockOf(end - 1);
    let begin = blockOf(first);
    while (begin <= last && this.#blocks.has(begin)) begin++;
    if (begin > last) return null;
    let after = begin + 1;
    while (after <= last && !this.#blocks.has(after)) after++;
    return { first: begin, end: after };
  }
}

function blockOf(index: number): number {
  return Math.floor(index / BLOCK_ROWS);
}

function nearest(
  blocks: ReadonlyMap<number, readonly DealRow[]>,
  center: number,
): ReadonlyMap<number, readonly DealRow[]> {
  if (blocks.size <= KEPT_BLOCKS) return blocks;
  const byDistance = [...blocks].sort(([one], [other]) => Math.abs(one - center) - Math.abs(other - center));
  return new Map(byDistance.slice(0, KEPT_BLOCKS));
}
