import { cutText } from './cutText';
import type { Encoding } from './encoding';
import { findHeaderRow } from './headers';
import { fail, succeed } from './problem';
import type { ImportResult } from './types';

/** Where some of a table's rows come from. */
export interface TablePart {
  file: string;
  /** Row of the header as a spreadsheet counts, 1 at the top. */
  headerRow: number;
  /** Position of its first row in `rows`. */
  start: number;
}

/** One file, or several with the same columns one below the other, as text cells. Nothing is interpreted yet. */
export interface Table {
  /** Name of the first file. */
  file: string;
  bytes: number;
  /** Of a workbook `xlsx`. */
  encoding: Encoding | 'xlsx';
  /** `''` in a workbook. */
  delimiter: string;
  headers: string[];
  parts: readonly TablePart[];
  /** Rows below the header. */
  rows: string[][];
  /** Positions in `rows` of lines with broken quotes. */
  broken: ReadonlySet<number>;
  /** Sheets of a workbook that were not read. */
  otherSheets: readonly string[];
}

/** Position in `table.parts` of the file a row is from. */
export function partOfRow({ parts }: Table, index: number): number {
  let part = parts.length - 1;
  while (part > 0 && (parts[part]?.start ?? 0) > index) part -= 1;
  return part;
}

/** Spreadsheet row number of `table.rows[index]` in the file it is from. */
export function rowNumber(table: Table, index: number): number {
  const { headerRow, start } = table.parts[partOfRow(table, index)] ?? { headerRow: 1, start: 0 };
  return headerRow + 1 + index - start;
}

/** Name of the file that `table.rows[index]` is from. */
export function fileOfRow(table: Table, index: number): string {
  return table.parts[partOfRow(table, index)]?.file ?? table.file;
}

/** The rows of a file as a table: its header is found and taken off. Problems: `emptyFile`, `onlyHeader`. */
export function toTable(
  source: Pick<Table, 'file' | 'bytes' | 'encoding' | 'delimiter'>,
  rows: readonly string[][],
  broken: readonly number[],
): ImportResult<Table> {
  const { file } = source;
  const header = findHeaderRow(rows);
  if (header === null) return fail('emptyFile', { file });
  const headers = (rows[header] ?? []).map((cell) => cutText(cell.replace(/^\uFEFF/, '').trim()));
  const below = rows.slice(header + 1);
  if (below.every((row) => row.every((cell) => cell.trim() === ''))) return fail('onlyHeader', { file });
  return succeed({
    ...source,
    headers,
    parts: [{ file, headerRow: header + 1, start: 0 }],
    rows: below,
    broken: new Set(broken.filter((index) => index > header).map((index) => index - header - 1)),
    otherSheets: [],
  });
}
