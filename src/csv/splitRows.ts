import Papa from 'papaparse';
import { BrokenQuotesSplitter, LONGEST_RECORD } from './brokenQuotes';

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

/**
 * Splits text that arrives in pieces into records. PapaParse's own streaming reads files through FileReader, which Node
 * lacks, so its parser is fed directly. From the first wrong quote on, records are read one by one: see brokenQuotes.
 */
export class RowSplitter {
  private rest = '';
  private width: number | null = null;
  private careful: BrokenQuotesSplitter | null = null;

  constructor(private readonly delimiter: string) {}

  /** Newlines must be `\n`. With `isLast` the unfinished record at the end is given too. */
  push(text: string, isLast: boolean): SplitRows {
    if (this.careful) return this.careful.push(text, isLast);
    this.rest = this.rest === '' ? text : this.rest + text;
    if (isLast && this.rest.endsWith('\n')) this.rest = this.rest.slice(0, -1);
    if (this.rest === '') return { rows: [], broken: [] };
    const parser = new Papa.Parser({ delimiter: this.delimiter, newline: '\n' });
    const parsed = parser.parse(this.rest, 0, !isLast) as ParserResult;
    const unread = this.rest.length - parsed.meta.cursor;
    if (parsed.errors.length > 0 || (!isLast && unread > LONGEST_RECORD)) {
      this.careful = new BrokenQuotesSplitter(this.delimiter, this.width);
      return this.careful.push(this.rest, isLast);
    }
    this.rest = isLast ? '' : this.rest.slice(parsed.meta.cursor);
    this.width ??= parsed.data.find((row) => row.length > 1)?.length ?? null;
    return { rows: parsed.data, broken: [] };
  }
}
