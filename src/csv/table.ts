import type { Column } from './column';
import type { Encoding } from './encoding';

/** Where some of a table's rows come from. */
export interface TablePart {
  file: string;
  /** Row of the header as a spreadsheet counts, 1 at the top. */
  headerRow: number;
  /** Its first row in the table. */
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
  rowCount: number;
  /** The cells of those rows, a column for each header. */
  columns: readonly Column[];
  /** How many cells each row has. */
  widths: Uint32Array;
  /** What lies beyond the last header, by row, where there is anything. */
  beyond: ReadonlyMap<number, readonly string[]>;
  /** Rows that are lines with broken quotes. */
  broken: ReadonlySet<number>;
  /** Sheets of a workbook that were not read. */
  otherSheets: readonly string[];
}

/** A cell; `''` where the row ends before it. */
export function cellAt(table: Table, row: number, column: number): string {
  const { columns } = table;
  return columns[column]?.read(row) ?? table.beyond.get(row)?.[column - columns.length] ?? '';
}

/** All cells of a row, as many as it has. */
export function rowCells({ columns, widths, beyond }: Table, row: number): string[] {
  const cells = columns.slice(0, widths[row] ?? 0).map((column) => column.read(row));
  return [...cells, ...(beyond.get(row) ?? [])];
}

/** Position in `table.parts` of the file a row is from. */
export function partOfRow({ parts }: Table, index: number): number {
  let part = parts.length - 1;
  while (part > 0 && (parts[part]?.start ?? 0) > index) part -= 1;
  return part;
}

/** Spreadsheet row number of a row in the file it is from. */
export function rowNumber(table: Table, index: number): number {
  const { headerRow, start } = table.parts[partOfRow(table, index)] ?? { headerRow: 1, start: 0 };
  return headerRow + 1 + index - start;
}

/** Name of the file that a row is from. */
export function fileOfRow(table: Table, index: number): string {
  return table.parts[partOfRow(table, index)]?.file ?? table.file;
}
