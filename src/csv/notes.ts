import type { QualityNote } from '../workspace/importTypes';

const ROWS_SHOWN = 5;

/** Counts what is odd, with a few rows of each. */
export class NoteTaker {
  private readonly notes = new Map<
    QualityNote['code'],
    { count: number; rows: number[]; example?: string }
  >();

  add(code: QualityNote['code'], row: number | null, example?: string): void {
    const note = this.notes.get(code) ?? { count: 0, rows: [] };
    note.count += 1;
    if (row !== null && note.rows.length < ROWS_SHOWN) note.rows.push(row);
    if (example !== undefined) note.example ??= example;
    this.notes.set(code, note);
  }

  set(code: QualityNote['code'], count: number, rows: readonly number[] = [], example?: string): void {
    if (count === 0) return;
    const shown = rows.slice(0, ROWS_SHOWN);
    this.notes.set(code, { count, rows: shown, ...(example === undefined ? {} : { example }) });
  }

  list(): QualityNote[] {
    return [...this.notes].map(([code, note]) => ({ code, ...note }));
  }
}
