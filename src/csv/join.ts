import type { JoinedTable } from './dataset';
import { normaliseHeader } from './headers';
import { everyRow, uniqueness } from './profileColumns';
import { cellAt } from './table';
import type { Table } from './table';

export interface JoinKeys {
  mainFile: 0 | 1;
  keyIndex: number;
  joinedKeyIndex: number;
}

/** Share of the smaller side's keys that must be found on the other side. */
const LEAST_OVERLAP = 0.1;
const KEY_NAME = /(^| )(id|key|number|nr)$/;

function distinctCells(table: Table, index: number): Set<string> {
  const values = new Set(table.columns[index]?.texts.map((text) => text.trim()));
  values.delete('');
  return values;
}

function uniquenessOf(table: Table, index: number): number {
  return uniqueness(table, index, everyRow(table));
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const value of small) if (large.has(value)) shared += 1;
  return shared;
}

/**
 * The pair of columns two tables have in common: same name, or both named as ids, with the most shared values; null
 * where no pair shares a tenth. The table whose key repeats is the main one (many deals to a lead), else the larger.
 */
export function findJoinKeys(first: Table, second: Table): JoinKeys | null {
  let best: { a: number; b: number; score: number } | null = null;
  for (const [a, headerA] of first.headers.entries()) {
    const nameA = normaliseHeader(headerA);
    for (const [b, headerB] of second.headers.entries()) {
      const nameB = normaliseHeader(headerB);
      const isKeyName = KEY_NAME.test(nameA) && KEY_NAME.test(nameB);
      if (nameA !== nameB && !isKeyName) continue;
      if (
        nameA === nameB &&
        !KEY_NAME.test(nameA) &&
        Math.max(uniquenessOf(first, a), uniquenessOf(second, b)) < 0.99
      ) {
        continue;
      }
      const valuesA = distinctCells(first, a);
      const valuesB = distinctCells(second, b);
      const shared = countShared(valuesA, valuesB);
      if (shared < Math.max(1, Math.min(valuesA.size, valuesB.size) * LEAST_OVERLAP)) continue;
      const score = shared + (nameA === nameB ? 0.5 : 0);
      if (best === null || score > best.score) best = { a, b, score };
    }
  }
  if (best === null) return null;
  const isFirstUnique = uniquenessOf(first, best.a) > 0.999;
  const isSecondUnique = uniquenessOf(second, best.b) > 0.999;
  const isFirstMain = isFirstUnique === isSecondUnique ? first.rowCount >= second.rowCount : !isFirstUnique;
  return isFirstMain
    ? { mainFile: 0, keyIndex: best.a, joinedKeyIndex: best.b }
    : { mainFile: 1, keyIndex: best.b, joinedKeyIndex: best.a };
}

/**
 * Finds the joined row of each main row. The first row of a repeated key counts, the others are in `duplicateKeys`
 * (rows of the joined table); main rows with a key that isn't there are in `unmatched`; a blank key is no key.
 */
export function joinTables(main: Table, table: Table, keyIndex: number, joinedKeyIndex: number): JoinedTable {
  const rowOfKey = new Map<string, number>();
  const duplicateKeys: number[] = [];
  for (let index = 0; index < table.rowCount; index += 1) {
    const key = cellAt(table, index, joinedKeyIndex).trim();
    if (key === '' || key === table.headers[joinedKeyIndex]) continue;
    if (rowOfKey.has(key)) duplicateKeys.push(index);
    else rowOfKey.set(key, index);
  }
  const rowOf = new Int32Array(main.rowCount).fill(-1);
  const unmatched: number[] = [];
  for (let index = 0; index < main.rowCount; index += 1) {
    const key = cellAt(main, index, keyIndex).trim();
    if (key === '') continue;
    const found = rowOfKey.get(key);
    if (found === undefined) unmatched.push(index);
    else rowOf[index] = found;
  }
  return { table, rowOf, unmatched, duplicateKeys };
}
