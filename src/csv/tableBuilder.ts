import { ColumnBuilder } from './columnBuilder';
import { cutText } from './cutText';
import { findHeaderRow, PREAMBLE_ROWS } from './headers';
import { fail, succeed } from './problem';
import { cutCell } from './splitRows';
import type { CellPlaces, RowSink } from './splitRows';
import type { Table } from './table';
import type { ImportResult } from './types';

interface Row {
  cells: readonly string[];
  isBroken: boolean;
}

/** Makes a table of records as they come in: the header is found among the first and taken off. */
export class TableBuilder implements RowSink {
  /** Rows that wait until it is known which is the header; afterwards none. */
  #waiting: Row[] = [];
  #headerRow = 0;
  #headers: string[] | null = null;
  #columns: ColumnBuilder[] = [];
  #widths: number[] = [];
  readonly #beyond = new Map<number, readonly string[]>();
  readonly #broken = new Set<number>();

  /** Records taken so far, header and what stands above it included. */
  get size(): number {
    return this.#widths.length + this.#headerRow + this.#waiting.length;
  }

  addCells(text: string, cells: CellPlaces): void {
    if (this.#headers === null) {
      this.#wait({ cells: allCells(text, cells), isBroken: false });
      return;
    }
    const { letters, count, starts, ends, isPlain } = cells;
    const columns = this.#columns;
    const known = Math.min(count, columns.length);
    for (let index = 0; index < known; index += 1) {
      if (isPlain[index] === true) columns[index]!.add(text, letters, starts[index]!, ends[index]!);
      else columns[index]!.addText(cutCell(text, cells, index));
    }
    this.#endRow(count);
    if (count > known) this.#beyond.set(this.#widths.length - 1, allCells(text, cells).slice(known));
  }

  addRow(cells: readonly string[], isBroken: boolean): void {
    if (this.#headers === null) {
      this.#wait({ cells, isBroken });
      return;
    }
    const columns = this.#columns;
    const known = Math.min(cells.length, columns.length);
    for (let index = 0; index < known; index += 1) {
      columns[index]!.addText(cells[index] ?? '');
    }
    if (isBroken) this.#broken.add(this.#widths.length);
    if (cells.length > known) this.#beyond.set(this.#widths.length, cells.slice(known));
    this.#endRow(cells.length);
  }

  /** Problems: `emptyFile`, `onlyHeader`. */
  finish(
    source: Pick<Table, 'file' | 'bytes' | 'encoding' | 'delimiter'>,
    otherSheets: readonly string[] = [],
  ): ImportResult<Table> {
    const { file } = source;
    if (this.#headers === null) this.#findHeader();
    if (this.#headers === null) return fail('emptyFile', { file });
    const columns = this.#columns.map((column) => column.finish());
    const isFilled = (cell: string): boolean => cell.trim() !== '';
    const hasRows =
      columns.some(({ texts }) => texts.some(isFilled)) ||
      [...this.#beyond.values()].some((cells) => cells.some(isFilled));
    if (!hasRows) return fail('onlyHeader', { file });
    return succeed({
      ...source,
      headers: this.#headers,
      parts: [{ file, headerRow: this.#headerRow, start: 0 }],
      rowCount: this.#widths.length,
      columns,
      widths: Uint32Array.from(this.#widths),
      beyond: this.#beyond,
      broken: this.#broken,
      otherSheets,
    });
  }

  /** Notes the width of a row whose cells are in, and fills up what it lacks. */
  #endRow(width: number): void {
    for (let index = width; index < this.#columns.length; index += 1) this.#columns[index]!.addText('');
    this.#widths.push(width);
  }

  #wait(row: Row): void {
    this.#waiting.push(row);
    // A file that begins with blank lines shows its header only after them.
    const isFilled = this.#waiting.length > PREAMBLE_ROWS ? hasCells(row) : this.#waiting.some(hasCells);
    if (this.#waiting.length >= PREAMBLE_ROWS && isFilled) this.#findHeader();
  }

  #findHeader(): void {
    const position = findHeaderRow(this.#waiting.map(({ cells }) => cells));
    if (position === null) return;
    const header = this.#waiting[position]?.cells ?? [];
    const below = this.#waiting.slice(position + 1);
    this.#waiting = [];
    this.#headerRow = position + 1;
    this.#headers = header.map((cell) => cutText(cell.replace(/^\uFEFF/, '').trim()));
    this.#columns = this.#headers.map(() => new ColumnBuilder());
    for (const { cells, isBroken } of below) this.addRow(cells, isBroken);
  }
}

function hasCells({ cells }: Row): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

function allCells(text: string, cells: CellPlaces): string[] {
  return Array.from({ length: cells.count }, (_, index) => cutCell(text, cells, index));
}
