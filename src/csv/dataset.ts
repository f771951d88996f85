import type { ColumnMapping, ImportMapping, Meaning } from '../workspace/importTypes';
import { Column, countCells } from './column';
import { cutText } from './cutText';
import { unguardText } from './guardText';
import type { Table } from './table';

/** A second table whose row for each row of the main one is known. */
export interface JoinedTable {
  table: Table;
  /** Row of the joined table for each row of the main one; -1 where no key fits. */
  rowOf: Int32Array;
  unmatched: readonly number[];
  duplicateKeys: readonly number[];
}

/** The tables of an import, seen as one with a row for each row of the main table. */
export interface Dataset {
  main: Table;
  joined: JoinedTable | null;
  /** A row for each change of a deal's stage. */
  history: Table | null;
}

/** Position of the joined file: the one that neither has the deals nor their history. */
export function joinedFileOf({ mainFile, history }: ImportMapping): number {
  return [0, 1, 2].find((file) => file !== mainFile && file !== history?.file) ?? -1;
}

/** A column of either table, by main row. */
export interface ColumnReader {
  column: ColumnMapping;
  /** Cells without surrounding blanks and without the guard against formulas, cut to what can be saved; `''` where the row is too short or no joined row fits. */
  cells: Column;
  read: (row: number) => string;
}

const NO_CELLS = new Column([''], new Uint32Array());
const APOSTROPHE = 39;
const SPACE = 32;
const LAST_ASCII = 126;

function clean(cell: string | undefined): string {
  if (cell === undefined || cell === '') return '';
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  // Most cells: nothing to take off at either end.
  const isPlain = first > APOSTROPHE && first <= LAST_ASCII && last > SPACE && last <= LAST_ASCII;
  const text = cutText(isPlain ? cell : cell.trim());
  return isPlain || text.charCodeAt(0) !== APOSTROPHE ? text : unguardText(text);
}

/** Cleaned columns by the table, or the join, they are of: many steps ask for the same. */
const cleaned = new WeakMap<object, Map<number, Column>>();

function remember(owner: object, index: number, make: () => Column): Column {
  const known = cleaned.get(owner) ?? new Map<number, Column>();
  cleaned.set(owner, known);
  const before = known.get(index);
  if (before) return before;
  const made = make();
  known.set(index, made);
  return made;
}

function cellsOfMain(table: Table, index: number): Column {
  return remember(table, index, () => table.columns[index]?.map(clean) ?? NO_CELLS);
}

function cellsOfJoined(joined: JoinedTable, index: number): Column {
  return remember(joined, index, () => {
    const { texts, codes } = cellsOfMain(joined.table, index);
    return new Column(
      texts,
      Uint32Array.from(joined.rowOf, (row) => (row < 0 ? 0 : (codes[row] ?? 0))),
    );
  });
}

function readerOf(column: ColumnMapping, cells: Column): ColumnReader {
  return { column, cells, read: (row) => cells.read(row) };
}

/** Readers of all mapped columns by meaning, main table first, in the order of the mapping. */
export function readersByMeaning(dataset: Dataset, mapping: ImportMapping): Map<Meaning, ColumnReader[]> {
  const readers = new Map<Meaning, ColumnReader[]>();
  const add = (reader: ColumnReader): void => {
    const { meaning } = reader.column;
    if (meaning === 'ignore') return;
    readers.set(meaning, [...(readers.get(meaning) ?? []), reader]);
  };
  for (const column of mapping.columns) add(readerOf(column, cellsOfMain(dataset.main, column.index)));
  if (dataset.joined && mapping.join) {
    const { joined } = dataset;
    for (const column of mapping.join.columns) add(readerOf(column, cellsOfJoined(joined, column.index)));
  }
  return readers;
}

const counted = new WeakMap<Column, { rows: readonly number[]; counts: ReadonlyMap<string, number> }>();

/** Values of a column with their counts, commonest first. Counted once for the same rows of the same column. */
export function countValues({ cells }: ColumnReader, rows: readonly number[]): ReadonlyMap<string, number> {
  const known = counted.get(cells);
  if (known?.rows === rows) return known.counts;
  const unsorted = new Map<string, number>();
  for (const [text, count] of countCells(cells, rows)) unsorted.set(text, (unsorted.get(text) ?? 0) + count);
  const counts = new Map([...unsorted].sort((a, b) => b[1] - a[1]));
  counted.set(cells, { rows, counts });
  return counts;
}
