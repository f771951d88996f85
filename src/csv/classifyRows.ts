import { rowCells } from './table';
import type { Table } from './table';

export type RowClass = 'data' | 'blank' | 'footer' | 'repeatedHeader' | 'broken' | 'tooLong';

export interface ClassifiedRows {
  classes: readonly RowClass[];
  /** Positions of rows that may be deals. */
  data: readonly number[];
  /** True where so many rows end early that the program which wrote the file must leave off blank cells at the end. */
  endsEarly: boolean;
}

/** How reports sign off, in the languages the headers are known in. */
const FOOTER_WORDS =
  /^(grand total|sub-?total|totals?\b|sum\b|average\b|count\b|confidential|copyright|©|generated (by|on)|report (generated|created)|filtered by|as of \d|records?:|summa\b|totalt\b|gesamt|insgesamt|vertraulich|somme\b)/i;
/** A file in which this share of rows is short is written by a program that trims. */
const TRIMMING_SHARE = 0.05;
const TRIMMING_ROWS = 20;

function isFilled(cell: string): boolean {
  // Trimming many cells takes long; nearly all begin with something visible.
  return cell !== '' && (cell.charCodeAt(0) > 32 || cell.trim() !== '');
}

function addCounts(counts: Uint32Array, codes: Uint32Array, isCounted: Uint8Array): void {
  for (let row = 0; row < codes.length; row += 1) counts[row]! += isCounted[codes[row]!]!;
}

/** How many cells of each row hold what `holds` says. */
function countByRow(table: Table, holds: (cell: string, column: number) => boolean): Uint32Array {
  const counts = new Uint32Array(table.rowCount);
  table.columns.forEach(({ texts, codes }, index) => {
    const isCounted = new Uint8Array(texts.length);
    for (let code = 0; code < texts.length; code += 1) if (holds(texts[code]!, index)) isCounted[code] = 1;
    if (isCounted.includes(1)) addCounts(counts, codes, isCounted);
  });
  for (const [row, cells] of table.beyond) {
    cells.forEach((cell, index) => {
      if (holds(cell, table.columns.length + index)) counts[row]! += 1;
    });
  }
  return counts;
}

/** Spreadsheets fill names down, so a repeated header may carry a few values. */
function isRepeatedHeader(table: Table, row: number, same: number, filled: number): boolean {
  if (same < 2 || same * 2 < filled) return false;
  const cells = rowCells(table, row).filter((cell) => cell !== '');
  return (cells.length - same) * 2 <= filled;
}

/** Filled cells of an ordinary row: the upper quartile, as short files may be half footer. */
function usualOf(counts: Uint32Array): number {
  const times: number[] = [];
  let rows = 0;
  for (const count of counts) {
    if (count === 0) continue;
    times[count] = (times[count] ?? 0) + 1;
    rows += 1;
  }
  let left = Math.floor(rows * 0.75);
  return Math.max(
    0,
    times.findIndex((count = 0) => (left -= count) < 0),
  );
}

const classified = new WeakMap<Table, ClassifiedRows>();

/** Sorts rows into deals and what surrounds them, once: it depends on the file alone, not on the mapping. */
export function classifyRows(table: Table): ClassifiedRows {
  const known = classified.get(table) ?? classifyAnew(table);
  classified.set(table, known);
  return known;
}

function classifyAnew(table: Table): ClassifiedRows {
  const width = table.headers.length;
  const filled = countByRow(table, isFilled);
  const same = countByRow(table, (cell, column) => cell !== '' && cell === table.headers[column]);
  const usual = usualOf(filled);
  const most = Math.max(1, usual / 2);
  const classify = (row: number): RowClass => {
    const count = filled[row] ?? 0;
    if (table.broken.has(row)) return 'broken';
    if (count === 0) return 'blank';
    if (isRepeatedHeader(table, row, same[row] ?? 0, count)) return 'repeatedHeader';
    if (count <= most && FOOTER_WORDS.test(rowCells(table, row).find(isFilled)?.trim() ?? ''))
      return 'footer';
    return table.beyond.get(row)?.some(isFilled) ? 'tooLong' : 'data';
  };
  const classes: RowClass[] = [];
  for (let row = 0; row < table.rowCount; row += 1) classes.push(classify(row));
  if (usual >= 3) markClosingLines(classes, filled);
  const data: number[] = [];
  let short = 0;
  for (let row = 0; row < classes.length; row += 1) {
    if (classes[row] !== 'data') continue;
    data.push(row);
    if ((table.widths[row] ?? 0) < width) short += 1;
  }
  return { classes, data, endsEarly: short >= Math.max(TRIMMING_ROWS, data.length * TRIMMING_SHARE) };
}

/** Lines of a single cell at the very end (a company's name, a note) belong to the footer. */
function markClosingLines(classes: RowClass[], filled: Uint32Array): void {
  for (let index = classes.length - 1; index >= 0; index -= 1) {
    if (classes[index] === 'data' && filled[index] === 1) classes[index] = 'footer';
    else if (classes[index] !== 'blank' && classes[index] !== 'footer') return;
  }
}
