import { Column, concatColumns } from './column';
import type { Table } from './table';

/** Positions of `other`'s columns in the order of `headers`; null where the headers are not the same ones. */
function matchColumns(headers: readonly string[], other: readonly string[]): number[] | null {
  if (headers.length !== other.length) return null;
  if (headers.every((header, index) => header === other[index])) return headers.map((_, index) => index);
  const positions = new Map<string, number[]>();
  other.forEach((header, index) => positions.set(header, [...(positions.get(header) ?? []), index]));
  const order: number[] = [];
  for (const header of headers) {
    const index = positions.get(header)?.shift();
    if (index === undefined) return null;
    order.push(index);
  }
  return order;
}

/** The table with its columns in another order; whatever order they had, its rows have all of them. */
function reorder(table: Table, order: readonly number[]): Table {
  if (order.every((from, to) => from === to)) return table;
  const columns = order.map((from, to) => {
    const column = table.columns[from] ?? new Column([''], new Uint32Array(table.rowCount));
    // A broken line has no columns to put in order.
    return table.broken.size === 0 ? column : withCells(column, table.columns[to], table.broken);
  });
  const widths = table.widths.map((width, row) =>
    table.broken.has(row) ? width : Math.max(width, order.length),
  );
  return { ...table, columns, widths };
}

/** A column with the cells of another one in these rows. */
function withCells(column: Column, other: Column | undefined, rows: ReadonlySet<number>): Column {
  const texts = [...column.texts];
  const codes = column.codes.slice();
  for (const row of rows) {
    const text = other?.read(row) ?? '';
    codes[row] = text === '' ? 0 : texts.push(text) - 1;
  }
  return new Column(texts, codes);
}

function stack(first: Table, other: Table): Table {
  const start = first.rowCount;
  const widths = new Uint32Array(start + other.rowCount);
  widths.set(first.widths);
  widths.set(other.widths, start);
  return {
    ...first,
    bytes: first.bytes + other.bytes,
    parts: [...first.parts, ...other.parts.map((part) => ({ ...part, start: part.start + start }))],
    rowCount: start + other.rowCount,
    columns: first.columns.map((column, index) => {
      const below = other.columns[index];
      return below ? concatColumns(column, below) : column;
    }),
    widths,
    beyond: new Map([
      ...first.beyond,
      ...[...other.beyond].map(([row, cells]) => [row + start, cells] as const),
    ]),
    broken: new Set([...first.broken, ...[...other.broken].map((index) => index + start)]),
    otherSheets: [...first.otherSheets, ...other.otherSheets],
  };
}

/**
 * Files with the same headers, in whatever order, put one below the other; the rest as they are, in the order of their
 * first files. Exports cut into years or pages come so.
 */
export function stackTables(tables: readonly Table[]): Table[] {
  const stacked: Table[] = [];
  for (const table of tables) {
    let isStacked = false;
    for (const [index, first] of stacked.entries()) {
      const order = matchColumns(first.headers, table.headers);
      if (order === null) continue;
      stacked[index] = stack(first, reorder(table, order));
      isStacked = true;
      break;
    }
    if (!isStacked) stacked.push(table);
  }
  return stacked;
}
