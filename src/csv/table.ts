import type { Encoding } from './encoding';

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
