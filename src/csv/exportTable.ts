import type { Day } from '../engine';

/** A day, with minutes after midnight where its order among others of that day counts. */
export interface DayCell {
  day: Day;
  minutes?: number;
}

/** A number, a text, a day or nothing. */
export type ExportCell = string | number | DayCell | null;

/** What is written to a file: a header and the rows below it. */
export interface ExportTable {
  /** Of the sheet, where the file has sheets. */
  name: string;
  headers: readonly string[];
  rows: Iterable<readonly ExportCell[]>;
  /** How many rows there are; progress goes by it. */
  count: number;
}

export interface ExportOptions {
  /** Share of the rows written, 0 to 1. */
  onProgress?: ((done: number) => void) | undefined;
  /** Asked between pieces; true ends the export. */
  isCancelled?: (() => boolean) | undefined;
}

export class ExportCancelled extends Error {}

const ROWS_PER_PIECE = 500;

/**
 * The table as text in pieces, so that a caller can pause in between. Throws `ExportCancelled` where `options` say so.
 */
export function* writePieces(
  { headers, rows, count }: ExportTable,
  writeRow: (cells: readonly ExportCell[], row: number) => string,
  { onProgress, isCancelled }: ExportOptions,
): Generator<string> {
  let piece = writeRow(headers, 0);
  let row = 0;
  for (const cells of rows) {
    row += 1;
    piece += writeRow(cells, row);
    if (row % ROWS_PER_PIECE > 0) continue;
    yield piece;
    piece = '';
    onProgress?.(row / count);
    if (isCancelled?.()) throw new ExportCancelled();
  }
  yield piece;
}
