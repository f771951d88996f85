import Papa from 'papaparse';

export interface SplitRows {
  rows: string[][];
  /** Positions in `rows` of lines whose quotes never close properly. */
  broken: number[];
}

interface ParserResult {
  data: string[][];
  errors: readonly unknown[];
  meta: { cursor: number };
}

/** A record longer than this without an end is an unclosed quote, not a long text. */
const LONGEST_RECORD = 1 << 18;

/**
 * Splits text that arrives in pieces into records. PapaParse's own streaming reads files through FileReader, which
 * Node lacks, and can't restart after a broken quote, so its parser is fed directly. A stray quote costs one line,
 * not the rest of the file.
 */
export class RowSplitter {
  private rest = '';
  private width: number | null = null;

  constructor(private readonly delimiter: string) {}

  /** Newlines must be `\n`. With `isLast` the unfinished record at the end is given too. */
  push(text: string, isLast: boolean): SplitRows {
    this.rest += text;
    if (isLast && this.rest.endsWith('\n')) this.rest = this.rest.slice(0, -1);
    if (this.rest === '') return { rows: [], broken: [] };
    const parser = new Papa.Parser({ delimiter: this.delimiter, newline: '\n' });
    const parsed = parser.parse(this.rest, 0, !isLast) as ParserResult;
    const unread = this.rest.length - parsed.meta.cursor;
    if (parsed.errors.length > 0 || (!isLast && unread > LONGEST_RECORD)) return this.splitCarefully(isLast);
    this.rest = isLast ? '' : this.rest.slice(parsed.meta.cursor);
    this.width ??= parsed.data.find((row) => row.length > 1)?.length ?? null;
    return { rows: parsed.data, broken: [] };
  }

  /** Record by record: slower, but knows where each one starts, so that a broken one can be cut out. */
  private splitCarefully(isLast: boolean): SplitRows {
    const result: SplitRows = { rows: [], broken: [] };
    let start = 0;
    for (;;) {
      const brokenAt = this.splitUntilBroken(this.rest, start, isLast, result);
      if (brokenAt.at === null) {
        this.rest = isLast ? '' : this.rest.slice(brokenAt.next);
        return result;
      }
      const lineEnd = this.rest.indexOf('\n', brokenAt.at);
      result.broken.push(result.rows.length);
      result.rows.push(
        this.rest.slice(brokenAt.at, lineEnd === -1 ? undefined : lineEnd).split(this.delimiter),
      );
      if (lineEnd === -1) {
        this.rest = '';
        return result;
      }
      start = lineEnd + 1;
      if (start >= this.rest.length) {
        this.rest = '';
        return result;
      }
    }
  }

  private splitUntilBroken(
    text: string,
    start: number,
    isLast: boolean,
    into: SplitRows,
  ): { at: number | null; next: number } {
    let next = start;
    let at: number | null = null;
    const parser: Papa.Parser = new Papa.Parser({
      delimiter: this.delimiter,
      newline: '\n',
      fastMode: false,
      step: (step: unknown) => {
        if (at !== null) return;
        const { data, errors, meta } = step as ParserResult;
        const row = data[0] ?? [];
        this.width ??= row.length > 1 ? row.length : null;
        if (errors.length > 0 && this.isBroken(row)) {
          at = next;
          parser.abort();
          return;
        }
        into.rows.push(row);
        next = start + meta.cursor;
      },
    });
    parser.parse(text.slice(start), 0, !isLast);
    if (at === null && !isLast && text.length - next > LONGEST_RECORD) at = next;
    return { at, next };
  }

  /** Stray quotes inside a cell are harmless where the record still has its columns and lies on one line. */
  private isBroken(row: readonly string[]): boolean {
    return (this.width !== null && row.length !== this.width) || row.some((cell) => cell.includes('\n'));
  }
}
