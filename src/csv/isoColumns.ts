import { isIso } from './dates';
import type { Table } from './table';

const found = new WeakMap<Table, Uint8Array>();

/**
 * Whether every filled cell of a column begins as `2026-11-23` does, what nearly all exports write. Found for all
 * columns in one go, row by row: going through a large table column by column takes several times as long.
 */
export function isIsoColumn(table: Table, index: number): boolean {
  let isIsoAt = found.get(table);
  if (!isIsoAt) found.set(table, (isIsoAt = findIsoColumns(table)));
  return isIsoAt[index] === 1;
}

function findIsoColumns({ headers, rows }: Table): Uint8Array {
  const isIsoAt = new Uint8Array(headers.length).fill(1);
  let candidates = headers.map((_, index) => index);
  for (const row of rows) {
    let isOver = false;
    for (const index of candidates) {
      const cell = row[index];
      if (cell === undefined || cell === '' || isIso(cell)) continue;
      isIsoAt[index] = 0;
      isOver = true;
    }
    if (!isOver) continue;
    candidates = candidates.filter((index) => isIsoAt[index] === 1);
    if (candidates.length === 0) break;
  }
  return isIsoAt;
}
