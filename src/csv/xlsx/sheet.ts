import { dateOfSerial, textOfNumber } from './cells';
import { decodeXml, textOfRuns } from './xml';

/** What the cells of a workbook's sheets refer to. */
export interface WorkbookParts {
  strings: readonly string[];
  /** Whether numbers in a style are days. */
  isDateStyle: readonly boolean[];
  is1904: boolean;
}

const ROW_END = /<\/(?:\w+:)?row>/g;
const ROW = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELL = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/;
const REFERENCE = /(?:^|\s)r="([A-Z]*)(\d+)"/;
const TYPE = /(?:^|\s)t="(\w+)"/;
const STYLE = /(?:^|\s)s="(\d+)"/;
/** Excel has no more columns; a reference beyond them is damage. */
const MOST_COLUMNS = 16_384;
const NO_CELLS: string[] = [];

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Reads a sheet that arrives in pieces into rows of text cells, each in its place: rows left out are blank. */
export class SheetReader {
  readonly rows: string[][] = [];
  private rest = '';

  constructor(
    private readonly parts: WorkbookParts,
    /** Rows beyond are not read; they only make it longer than this. */
    private readonly mostRows: number,
  ) {}

  push(piece: string): void {
    this.rest += piece;
    let end = 0;
    for (const match of this.rest.matchAll(ROW_END)) end = match.index + match[0].length;
    if (end === 0) return;
    this.read(this.rest.slice(0, end));
    this.rest = this.rest.slice(end);
  }

  /** The rows, without blank ones at the end. */
  finish(): string[][] {
    let length = this.rows.length;
    while (length > 0 && this.rows[length - 1]?.every((cell) => cell === '')) length -= 1;
    this.rows.length = length;
    return this.rows;
  }

  private read(xml: string): void {
    for (const [, tag = '', inside = ''] of xml.matchAll(ROW)) {
      const given = Number(/(?:^|\s)r="(\d+)"/.exec(tag)?.[1] ?? this.rows.length + 1);
      const cells = this.readCells(inside);
      if (cells.length === 0 || given <= this.rows.length) {
        if (cells.length > 0) this.rows.push(cells);
        continue;
      }
      const last = Math.min(given - 1, this.mostRows);
      while (this.rows.length < last) this.rows.push(NO_CELLS);
      this.rows.push(cells);
    }
  }

  private readCells(xml: string): string[] {
    const cells: string[] = [];
    for (const [, tag = '', inside = ''] of xml.matchAll(CELL)) {
      const letters = REFERENCE.exec(tag)?.[1] ?? '';
      const column = letters === '' ? cells.length : columnOf(letters);
      if (column < 0 || column >= MOST_COLUMNS) continue;
      const text = this.readCell(tag, inside);
      if (text === '') continue;
      while (cells.length < column) cells.push('');
      cells[column] = text;
    }
    return cells;
  }

  private readCell(tag: string, inside: string): string {
    const type = TYPE.exec(tag)?.[1] ?? 'n';
    if (type === 'inlineStr') return textOfRuns(inside);
    const value = decodeXml(VALUE.exec(inside)?.[1] ?? '');
    if (value === '') return '';
    if (type === 's') return this.parts.strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    // Text of a formula, an error such as #N/A, a day in ISO 8601.
    if (type !== 'n') return value;
    const isDate = this.parts.isDateStyle[Number(STYLE.exec(tag)?.[1] ?? 0)] === true;
    return (isDate ? dateOfSerial(Number(value), this.parts.is1904) : null) ?? textOfNumber(value);
  }
}
