import type { ColumnMapping, ImportMapping, Meaning } from '../workspace/importTypes';
import { cutText } from './cutText';
import { unguardText } from './guardText';
import { isIsoColumn } from './isoColumns';
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
  /** Cell without surrounding blanks and without the guard against formulas, cut to what can be saved; `''` where the row is too short or no joined row fits. */
  read: (row: number) => string;
  /** Whose column it is: the rows of a joined table are those of the main one. */
  table: object;
  /** Whether all its cells are days as `2026-11-23`, or blank. */
  isIso: () => boolean;
}

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

function readerOfMain(table: Table, column: ColumnMapping): ColumnReader {
  const { rows } = table;
  const { index } = column;
  return {
    column,
    table,
    read: (row) => clean(rows[row]?.[index]),
    isIso: () => isIsoColumn(table, index),
  };
}

function readerOfJoined(joined: JoinedTable, column: ColumnMapping): ColumnReader {
  const { rows } = joined.table;
  const read = (row: number): string => clean(rows[joined.rowOf[row] ?? -1]?.[column.index]);
  return { column, table: joined, read, isIso: () => isIsoColumn(joined.table, column.index) };
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

interface Counted {
  rows: readonly number[];
  counts: ReadonlyMap<string, number>;
}
const counted = new WeakMap<object, Map<number, Counted>>();

/** Values of a column with their counts, commonest first. Counted once for the same rows of the same column. */
export function countValues(reader: ColumnReader, rows: readonly number[]): ReadonlyMap<string, number> {
  const { index } = reader.column;
  const ofTable = counted.get(reader.table) ?? new Map<number, Counted>();
  counted.set(reader.table, ofTable);
  const known = ofTable.get(index);
  if (known?.rows === rows) return known.counts;
  const unsorted = new Map<string, number>();
  for (const row of rows) {
    const value = reader.read(row);
    unsorted.set(value, (unsorted.get(value) ?? 0) + 1);
  }
  const counts = new Map([...unsorted].sort((a, b) => b[1] - a[1]));
  ofTable.set(index, { rows, counts });
  return counts;
}
