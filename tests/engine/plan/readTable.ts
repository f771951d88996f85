import { readFileSync } from 'node:fs';

/** Rows of a table in tests/fixtures/engine-plan, by the names of its columns; months stay text. */
export function readTable(name: string): { month: string; at(column: string): number }[] {
  const text = readFileSync(new URL(`../../fixtures/engine-plan/${name}.csv`, import.meta.url), 'utf8');
  const [header = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return rows.map((cells) => ({
    month: cells[0] ?? '',
    at: (column) => Number(cells[header.indexOf(column)]),
  }));
}

/** One column of it. */
export function readColumn(name: string, column: string): number[] {
  return readTable(name).map((row) => row.at(column));
}
