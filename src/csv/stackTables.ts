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

function stack(first: Table, other: Table, order: readonly number[]): Table {
  const isSameOrder = order.every((from, to) => from === to);
  const start = first.rows.length;
  const rows = first.rows.slice();
  other.rows.forEach((row, index) => {
    // A broken line has no columns to put in order; what lies beyond the last one stays there.
    const isKept = isSameOrder || other.broken.has(index);
    rows.push(isKept ? row : [...order.map((from) => row[from] ?? ''), ...row.slice(order.length)]);
  });
  return {
    ...first,
    bytes: first.bytes + other.bytes,
    parts: [...first.parts, ...other.parts.map((part) => ({ ...part, start: part.start + start }))],
    rows,
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
      stacked[index] = stack(first, table, order);
      isStacked = true;
      break;
    }
    if (!isStacked) stacked.push(table);
  }
  return stacked;
}
