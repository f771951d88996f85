import { Column } from './column';

/** From here on it is looked at whether a column repeats itself at all. */
const MANY_TEXTS = 4096;
/** FNV-1a, 32 bit (Fowler, Noll, Vo). */
const FNV_PRIME = 0x01000193;
/** Numbers to an entry of the hash table. */
const ENTRY_BITS = 2;
const ENTRY = 1 << ENTRY_BITS;

/**
 * Collects the cells of a column, cut out of longer texts. A text met before is not cut out again: looking it up costs a
 * third of making it, and what is not made need not be cleared away.
 */
export class ColumnBuilder {
  readonly #texts: string[] = [''];
  #codes = new Uint32Array(256);
  #length = 0;
  /**
   * Hash table; null once nearly all texts turn out to differ. Four numbers to an entry, side by side in memory: hash, position
   * in `#texts` (0 where free), where its letters begin and end.
   */
  #slots: Int32Array | null = new Int32Array(256 * ENTRY);
  /** The letters of all texts in a row: to compare with them takes a fraction of asking a text. */
  #letters = new Uint16Array(1024);
  #lettersEnd = 0;

  /** Adds what stands in `text` from `start` up to `end`; `letters` are the UTF-16 units of the text. */
  add(text: string, letters: Uint16Array, start: number, end: number): void {
    if (this.#length === this.#codes.length) this.#codes = grown(this.#codes, Uint32Array);
    this.#codes[this.#length] = end > start ? this.#codeOf(text, letters, start, end) : 0;
    this.#length += 1;
  }

  addText(text: string): void {
    const letters = new Uint16Array(text.length);
    for (let at = 0; at < text.length; at += 1) letters[at] = text.charCodeAt(at);
    this.add(text, letters, 0, text.length);
  }

  finish(): Column {
    return new Column(this.#texts, this.#codes.slice(0, this.#length));
  }

  #codeOf(text: string, letters: Uint16Array, start: number, end: number): number {
    const slots = this.#slots;
    if (slots === null) return this.#texts.push(text.slice(start, end)) - 1;
    const length = end - start;
    let hash = length;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ letters[at]!, FNV_PRIME);
    hash ^= hash >>> 15;
    const known = this.#letters;
    const last = slots.length - ENTRY;
    let slot = (hash << ENTRY_BITS) & last;
    for (let code = slots[slot + 1]!; code !== 0; code = slots[slot + 1]!) {
      const begin = slots[slot + 2]!;
      if (slots[slot] === hash && slots[slot + 3]! - begin === length) {
        let same = 0;
        while (same < length && known[begin + same] === letters[start + same]) same += 1;
        if (same === length) return code;
      }
      slot = (slot + ENTRY) & last;
    }
    return this.#take(text.slice(start, end), letters.subarray(start, end), hash, slot);
  }

  #take(cell: string, letters: Uint16Array, hash: number, slot: number): number {
    const code = this.#texts.push(cell) - 1;
    const slots = this.#slots;
    if (slots === null || (code >= MANY_TEXTS && code * 2 > this.#length)) {
      this.#slots = null;
      return code;
    }
    while (this.#lettersEnd + letters.length > this.#letters.length)
      this.#letters = grown(this.#letters, Uint16Array);
    const begin = this.#lettersEnd;
    this.#letters.set(letters, begin);
    this.#lettersEnd += letters.length;
    slots[slot] = hash;
    slots[slot + 1] = code;
    slots[slot + 2] = begin;
    slots[slot + 3] = this.#lettersEnd;
    if (code * ENTRY * 2 > slots.length) this.#slots = spread(slots);
    return code;
  }
}

/** The same entries in a table of twice the size. */
function spread(slots: Int32Array): Int32Array {
  const wider = new Int32Array(slots.length * 2);
  const last = wider.length - ENTRY;
  for (let from = 0; from < slots.length; from += ENTRY) {
    if (slots[from + 1] === 0) continue;
    let slot = (slots[from]! << ENTRY_BITS) & last;
    while (wider[slot + 1] !== 0) slot = (slot + ENTRY) & last;
    wider.set(slots.subarray(from, from + ENTRY), slot);
  }
  return wider;
}

function grown<Numbers extends Uint32Array | Uint16Array>(
  numbers: Numbers,
  make: new (length: number) => Numbers,
): Numbers {
  const larger = new make(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
