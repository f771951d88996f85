import { countCells } from './column';
import type { Counted } from './column';
import { readBoolean } from './outcomes';
import type { Table } from './table';

/** What a column holds, as far as recognising it needs. */
export interface ColumnProfile {
  index: number;
  header: string;
  /** Share of rows with something in it (of large tables: of a sample). */
  filled: number;
  samples: readonly string[];
  /** Distinct values with counts, or null where there are too many to be labels. */
  labels: ReadonlyMap<string, number> | null;
}

/** Rows looked at to tell what a column holds, spread over the table. */
const SAMPLE_ROWS = 2000;
const SAMPLES = 3;
const MOST_LABELS = 300;

/** Up to two thousand rows from all over the table, in order. */
export function sampleRows({ rowCount }: Table): number[] {
  const step = Math.max(1, Math.ceil(rowCount / SAMPLE_ROWS));
  return Array.from({ length: Math.ceil(rowCount / step) }, (_, index) => index * step);
}

/** All rows. */
export function everyRow({ rowCount }: Table): number[] {
  return Array.from({ length: rowCount }, (_, row) => row);
}

/** What these rows of a column hold; nothing where there is no such column. */
export function countColumn(table: Table, index: number, rows: readonly number[]): Iterable<Counted> {
  const column = table.columns[index];
  return column ? countCells(column, rows) : [];
}

export function profileColumns(table: Table): ColumnProfile[] {
  const rows = sampleRows(table);
  return table.headers.map((header, index) => {
    let filled = 0;
    const labels = new Map<string, number>();
    const samples: string[] = [];
    for (const [text, times] of countColumn(table, index, rows)) {
      const cell = text.trim();
      if (cell === '') continue;
      filled += times;
      if (labels.size > MOST_LABELS) continue;
      const count = labels.get(cell);
      labels.set(cell, (count ?? 0) + times);
      if (count === undefined && samples.length < SAMPLES && cell !== header) samples.push(cell);
    }
    return {
      index,
      header,
      filled: rows.length === 0 ? 0 : filled / rows.length,
      samples,
      labels: labels.size > MOST_LABELS ? null : labels,
    };
  });
}

/** Distinct values ÷ filled cells of a column. */
export function uniqueness(table: Table, index: number, rows: readonly number[]): number {
  const seen = new Set<string>();
  let filled = 0;
  for (const [text, times] of countColumn(table, index, rows)) {
    const cell = text.trim();
    if (cell === '') continue;
    filled += times;
    seen.add(cell);
  }
  return filled === 0 ? 0 : seen.size / filled;
}

/** Whether a column holds nothing but yes and no, in whatever words. */
export function isYesOrNo({ labels }: ColumnProfile): boolean {
  return (
    labels !== null && labels.size > 0 && [...labels.keys()].every((label) => readBoolean(label) !== null)
  );
}
