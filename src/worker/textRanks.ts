/** New texts that are put between the others one by one; more of them are sorted anew. */
const MOST_INSERTED = 200;

/**
 * Places of texts as people of a language sort them. Kept while deals change: to compare texts is what takes the time, two
 * seconds for the names of 100,000 deals, and an edit brings one new text at the most.
 */
export class TextRanks {
  readonly #collator: Intl.Collator;
  /** Sorted; what people write alike stands side by side and shares a place. */
  #sorted: string[] = [];
  #ranks = new Map<string, number>();

  constructor(locale: string) {
    this.#collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  }

  /** A place for each of the texts, and for some that are no longer there. */
  rank(texts: readonly (string | null)[]): ReadonlyMap<string, number> {
    const missing = new Set<string>();
    for (const text of texts) if (text !== null && !this.#ranks.has(text)) missing.add(text);
    if (missing.size > MOST_INSERTED) this.#sortAnew(missing);
    else for (const text of missing) this.#insert(text);
    return this.#ranks;
  }

  #sortAnew(missing: ReadonlySet<string>): void {
    this.#sorted = [...this.#sorted, ...missing].sort((one, other) => this.#collator.compare(one, other));
    this.#ranks = new Map();
    let rank = 0;
    this.#sorted.forEach((text, place) => {
      const before = this.#sorted[place - 1];
      if (before !== undefined && this.#collator.compare(before, text) !== 0) rank += 1;
      this.#ranks.set(text, rank);
    });
  }

  #insert(text: string): void {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#collator.compare(this.#sorted[middle]!, text) < 0) low = middle + 1;
      else high = middle;
    }
    const next = this.#sorted[low];
    const isAlike = next !== undefined && this.#collator.compare(next, text) === 0;
    const after = next === undefined ? undefined : this.#ranks.get(next);
    const previous = this.#sorted[low - 1];
    const before = previous === undefined ? undefined : this.#ranks.get(previous);
    const between = after === undefined ? (before ?? -1) + 1 : ((before ?? after - 2) + after) / 2;
    const rank = isAlike ? after! : between;
    // Halved too often, places run out of digits.
    if (!isAlike && (rank === before || rank === after)) {
      this.#sortAnew(new Set([text]));
      return;
    }
    this.#sorted.splice(low, 0, text);
    this.#ranks.set(text, rank);
  }
}
