import type { ColumnMapping, ImportMapping, Meaning } from '../workspace/importTypes';
import { cutText } from './cutText';
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

/** A column of either table, read by main row. */
export interface ColumnReader {
  column: ColumnMapping;
  /** Cell without surrounding blanks, cut to what can be saved; `''` where the row is too short or no joined row fits. */
  read: (row: number) => string;
}

function readerOfMain(table: Table, column: ColumnMapping): ColumnReader {
  return { column, read: (row) => cutText((table.rows[row]?.[column.index] ?? '').trim()) };
}

function readerOfJoined(joined: JoinedTable, column: ColumnMapping): ColumnReader {
  const { rows } = joined.table;
  return { column, read: (row) => cutText((rows[joined.rowOf[row] ?? -1]?.[column.index] ?? '').trim()) };
}

/** Readers of all mapped columns by meaning, main table first, in the order of the mapping. */
export function readersByMeaning(dataset: Dataset, mapping: ImportMapping): Map<Meaning, ColumnReader[]> {
  const readers = new Map<Meaning, ColumnReader[]>();
  const add = (reader: ColumnReader): void => {
    const { meaning } = reader.column;
    if (meaning === 'ignore') return;
    readers.set(meaning, [...(readers.get(meaning) ?? []), reader]);
  };
  for (const column of mapping.columns) add(readerOfMain(dataset.main, column));
  if (dataset.joined && mapping.join) {
    for (const column of mapping.join.columns) add(readerOfJoined(dataset.joined, column));
  }
  return readers;
}

export function* cellsOf(reader: ColumnReader, rows: number): Generator<string> {
  for (let row = 0; row < rows; row += 1) yield reader.read(row);
}

/** Values of a column with their counts, commonest first. */
export function countValues(reader: ColumnReader, rowIndexes: Iterable<number>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rowIndexes) {
    const value = reader.read(row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}
