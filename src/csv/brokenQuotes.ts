export interface SplitRows {
  rows: string[][];
  /** Positions in `rows` of lines whose quotes never close properly. */
  broken: number[];
}

interface QuotedRecord {
  row: string[];
  /** Where the next record begins. */
  next: number;
  /** A quote stands where none belongs. */
  isOdd: boolean;
  /** `cut` = its end is not in the text; `broken` = whatever follows, a quote is wrong. */
  end: 'found' | 'cut' | 'broken';
}

/** A record longer than this without an end is an unclosed quote, not a long text. */
export const LONGEST_RECORD = 1 << 18;
const QUOTE = 34;
const SPACE = 32;

/**
 * Splits text in which quotes are wrong, record by record (RFC 4180, any delimiter of one character). A stray quote costs
 * one line, not the rest of the file: after it reading starts again on the next line.
 */
export class BrokenQuotesSplitter {
  private rest = '';

  /** @param width cells of an ordinary record, where one has been seen already */
  constructor(
    private readonly delimiter: string,
    private width: number | null,
  ) {}

  /** Newlines must be `\n`. With `isLast` the unfinished record at the end is given too. */
  push(piece: string, isLast: boolean): SplitRows {
    let text = this.rest === '' ? piece : this.rest + piece;
    if (isLast && text.endsWith('\n')) text = text.slice(0, -1);
    const result: SplitRows = { rows: [], broken: [] };
    let start = 0;
    let quote = text.indexOf('"');
    while (start < text.length) {
      if (quote !== -1 && quote < start) quote = text.indexOf('"', start);
      const newline = text.indexOf('\n', start);
      const end = newline === -1 ? text.length : newline;
      const isTooLong = text.length - start > LONGEST_RECORD;
      if (newline === -1 && !isLast && !isTooLong) break;
      if (quote === -1 || quote >= end) {
        const isCut = newline === -1 && !isLast;
        this.add(result, text.slice(start, end).split(this.delimiter), isCut);
        start = end + 1;
        continue;
      }
      const record = this.readQuoted(text, start, end);
      if (record.end === 'cut' && !isLast && !isTooLong) break;
      const isCut = record.end === 'cut' && !(isLast && record.next === text.length);
      if (isCut || record.end === 'broken' || (record.isOdd && this.isBroken(record.row))) {
        this.add(result, text.slice(start, end).split(this.delimiter), true);
        start = end + 1;
      } else {
        this.add(result, record.row, false);
        start = record.next;
      }
    }
    this.rest = isLast ? '' : text.slice(start);
    return result;
  }

  private add(result: SplitRows, row: string[], isBroken: boolean): void {
    if (isBroken) result.broken.push(result.rows.length);
    else if (this.width === null && row.length > 1) this.width = row.length;
    result.rows.push(row);
  }

  /** The record that begins at `begin`; its first line ends at `lineEnd`. */
  private readQuoted(text: string, begin: number, lineEnd: number): QuotedRecord {
    const { delimiter } = this;
    const row: string[] = [];
    let isOdd = false;
    let start = begin;
    for (;;) {
      if (text.charCodeAt(start) === QUOTE) {
        const closing = this.findClosing(text, start + 1, lineEnd);
        isOdd ||= closing.isOdd;
        if (closing.at === -1) return { row, next: -1, isOdd, end: isOdd ? 'broken' : 'cut' };
        const inside = text.slice(start + 1, closing.at);
        row.push(closing.hasPairs ? inside.replaceAll('""', '"') : inside);
        const after = skipSpaces(text, closing.at + 1);
        // What was given so far may end between the two quotes of a pair.
        if (after >= text.length) return { row, next: text.length, isOdd, end: 'cut' };
        start = after + 1;
        if (text[after] !== delimiter) return { row, next: start, isOdd, end: 'found' };
        continue;
      }
      const newline = text.indexOf('\n', start);
      const cellEnd = newline === -1 ? text.length : newline;
      const delimiterAt = text.indexOf(delimiter, start);
      if (delimiterAt === -1 || delimiterAt > cellEnd) {
        row.push(text.slice(start, cellEnd));
        return newline === -1
          ? { row, next: text.length, isOdd, end: 'cut' }
          : { row, next: newline + 1, isOdd, end: 'found' };
      }
      row.push(text.slice(start, delimiterAt));
      start = delimiterAt + 1;
    }
  }

  /**
   * The quote that ends a cell: the first one before a delimiter, a line end or the end of the text; -1 where there is
   * none. A stray one may only stand on the record's first line: beyond it, the cell has swallowed a line end.
   */
  private findClosing(
    text: string,
    from: number,
    lineEnd: number,
  ): { at: number; hasPairs: boolean; isOdd: boolean } {
    let hasPairs = false;
    let isOdd = false;
    for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
      if (isOdd && at > lineEnd) break;
      if (text.charCodeAt(at + 1) === QUOTE) {
        hasPairs = true;
        at += 1;
        continue;
      }
      const after = skipSpaces(text, at + 1);
      if (after >= text.length || text[after] === '\n' || text[after] === this.delimiter) {
        return { at, hasPairs, isOdd };
      }
      isOdd = true;
      if (at > lineEnd) break;
    }
    return { at: -1, hasPairs, isOdd };
  }

  /** Stray quotes inside a cell are harmless where the record still has its columns and lies on one line. */
  private isBroken(row: readonly string[]): boolean {
    return (this.width !== null && row.length !== this.width) || row.some((cell) => cell.includes('\n'));
  }
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return at;
}
