import { BrokenQuotesSplitter, LONGEST_RECORD } from './brokenQuotes';
import { normaliseNewlines } from './newlines';

/** Where the cells of a record stand in a text. The first `count` members count. */
export interface CellPlaces {
  /** The UTF-16 units of the text: many reads of a letter take a fraction of asking the text as often. */
  letters: Uint16Array;
  count: number;
  starts: number[];
  ends: number[];
  /** Whether what stands there is the cell as it is, without doubled quotes or line ends of other systems. */
  isPlain: boolean[];
}

/** Takes records as they are found, in order. */
export interface RowSink {
  addCells(text: string, cells: CellPlaces): void;
  /** A record of these cells; `isBroken` where its quotes never close properly. */
  addRow(cells: readonly string[], isBroken: boolean): void;
}

/** The cell at a place. */
export function cutCell(text: string, { starts, ends, isPlain }: CellPlaces, index: number): string {
  const cell = text.slice(starts[index], ends[index]);
  return isPlain[index] === true ? cell : normaliseNewlines(cell).replaceAll('""', '"');
}

const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
/** Instead of where the next record begins: a quote is wrong, or the record is not all there yet. */
const WRONG = -1;
const CUT = -2;

/**
 * Splits text that arrives in pieces into records (RFC 4180, any delimiter of one character; blanks after a closing quote
 * are forgiven). It says where cells stand and makes none of them, because most of what a CRM exports is there many times
 * over. From the first wrong quote on, records are read one by one: see brokenQuotes.
 */
export class RowSplitter {
  readonly #delimiter: string;
  readonly #cells: CellPlaces = { letters: new Uint16Array(), count: 0, starts: [], ends: [], isPlain: [] };
  #width: number | null = null;
  #careful: BrokenQuotesSplitter | null = null;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /**
   * What is left over at the end of `text` must lead the next one: the record that has not ended yet. With `isLast` it is
   * given too.
   */
  push(text: string, isLast: boolean, sink: RowSink): string {
    if (this.#careful) {
      this.#splitCarefully(this.#careful, text, isLast, sink);
      return '';
    }
    const length = isLast ? withoutLastLineEnd(text) : text.length;
    if (length === 0) return '';
    this.#spell(text);
    let start = 0;
    while (start < length || (isLast && start === length)) {
      const next = this.#findRecord(start, length, isLast);
      if (next < 0) {
        const rest = text.slice(start);
        if (next === CUT && rest.length <= LONGEST_RECORD) return rest;
        this.#careful = new BrokenQuotesSplitter(this.#delimiter, this.#width);
        this.#splitCarefully(this.#careful, rest, isLast, sink);
        return '';
      }
      if (this.#cells.count > 1) this.#width ??= this.#cells.count;
      sink.addCells(text, this.#cells);
      start = next;
    }
    return '';
  }

  #spell(text: string): void {
    if (this.#cells.letters.length < text.length) this.#cells.letters = new Uint16Array(text.length);
    const { letters } = this.#cells;
    for (let at = 0; at < text.length; at += 1) letters[at] = text.charCodeAt(at);
  }

  #splitCarefully(careful: BrokenQuotesSplitter, text: string, isLast: boolean, sink: RowSink): void {
    const { rows, broken } = careful.push(normaliseNewlines(text), isLast);
    const isBroken = new Set(broken);
    rows.forEach((row, index) => sink.addRow(row, isBroken.has(index)));
  }

  /** Notes the cells of the record that begins at `start`. Where the next one begins, or `WRONG`, or `CUT`. */
  #findRecord(start: number, length: number, isLast: boolean): number {
    const { letters, starts, ends, isPlain } = this.#cells;
    const delimiter = this.#delimiter.charCodeAt(0);
    let count = 0;
    let at = start;
    for (;;) {
      isPlain[count] = true;
      if (at < length && letters[at] === QUOTE) {
        const closing = this.#findClosing(at + 1, length, count);
        if (closing === -1) return isLast ? WRONG : CUT;
        starts[count] = at + 1;
        ends[count] = closing;
        at = closing + 1;
        while (at < length && letters[at] === SPACE && delimiter !== SPACE) at += 1;
      } else {
        starts[count] = at;
        for (; at < length; at += 1) {
          const code = letters[at];
          if (code === delimiter || code === NEWLINE || code === RETURN) break;
        }
        ends[count] = at;
      }
      count += 1;
      if (at >= length) {
        this.#cells.count = count;
        // One beyond the end, so that a line end before it leaves one more, blank record.
        return isLast ? length + 1 : CUT;
      }
      const code = letters[at];
      at += 1;
      if (code === delimiter) continue;
      if (code === RETURN) {
        if (at === length && !isLast) return CUT;
        if (at < length && letters[at] === NEWLINE) at += 1;
      } else if (code !== NEWLINE) return WRONG;
      this.#cells.count = count;
      return at;
    }
  }

  /** The quote that ends a quoted cell, doubled ones passed over; -1 where there is none. */
  #findClosing(from: number, length: number, cell: number): number {
    const { letters, isPlain } = this.#cells;
    for (let at = from; at < length; at += 1) {
      const code = letters[at];
      if (code === RETURN) isPlain[cell] = false;
      if (code !== QUOTE) continue;
      if (at + 1 === length || letters[at + 1] !== QUOTE) return at;
      isPlain[cell] = false;
      at += 1;
    }
    return -1;
  }
}

/** Length of a text without the line end it may have at its end. */
function withoutLastLineEnd(text: string): number {
  if (text.endsWith('\r\n')) return text.length - 2;
  return text.endsWith('\n') || text.endsWith('\r') ? text.length - 1 : text.length;
}
