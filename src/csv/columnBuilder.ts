import { Column } from './column';

/** From here on it is looked at whether a column repeats itself at all. */
const MANY_TEXTS = 4096;
/** FNV-1a, 32 bit (Fowler, Noll, Vo). */
const FNV_PRIME = 0x01000193;

/**
 * Collects the cells of a column, cut out of longer texts. A text met before is not cut out again: looking it up costs a
 * third of making it, and what is not made need not be cleared away.
 */
export class ColumnBuilder {
  readonly #texts: string[] = [''];
  #codes = new Uint32Array(256);
  #length = 0;
  /** Hash table: positions in `#texts` by hash, 0 where free; null once nearly all texts turn out to differ. */
  #slots: Uint32Array | null = new Uint32Array(256);
  #hashes = new Int32Array(128);

  /** Adds what stands in `text` from `start` up to `end`. */
  add(text: string, start: number, end: number): void {
    if (this.#length === this.#codes.length) this.#codes = grown(this.#codes, Uint32Array);
    this.#codes[this.#length] = end > start ? this.#codeOf(text, start, end) : 0;
    this.#length += 1;
  }

  finish(): Column {
    return new Column(this.#texts, this.#codes.slice(0, this.#length));
  }

  #codeOf(text: string, start: number, end: number): number {
    const slots = this.#slots;
    if (slots === null) return this.#texts.push(text.slice(start, end)) - 1;
    let hash = end - start;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
    hash ^= hash >>> 15;
    const last = slots.length - 1;
    let slot = hash & last;
    for (let code = slots[slot]!; code !== 0; code = slots[slot]!) {
      if (this.#hashes[code] === hash && isAt(this.#texts[code]!, text, start, end)) return code;
      slot = (slot + 1) & last;
    }
    return this.#take(text.slice(start, end), hash, slot);
  }

  #take(cell: string, hash: number, slot: number): number {
    const code = this.#texts.push(cell) - 1;
    if (code >= MANY_TEXTS && code * 2 > this.#length) {
      this.#slots = null;
      return code;
    }
    if (code === this.#hashes.length) this.#hashes = grown(this.#hashes, Int32Array);
    this.#hashes[code] = hash;
    if (this.#slots) this.#slots[slot] = code;
    if (this.#slots && code * 2 > this.#slots.length) this.#spread(this.#slots.length * 2);
    return code;
  }

  #spread(size: number): void {
    const slots = new Uint32Array(size);
    for (let code = 1; code < this.#texts.length; code += 1) {
      let slot = this.#hashes[code]! & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

function isAt(cell: string, text: string, start: number, end: number): boolean {
  if (cell.length !== end - start) return false;
  for (let at = start; at < end; at += 1) {
    if (cell.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  }
  return true;
}

function grown<Numbers extends Uint32Array | Int32Array>(
  numbers: Numbers,
  make: new (length: number) => Numbers,
): Numbers {
  const larger = new make(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
