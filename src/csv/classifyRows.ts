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

function countFilled(row: readonly string[]): number {
  let filled = 0;
  // Trimming millions of cells takes long; nearly all begin with something visible.
  for (const cell of row) if (cell !== '' && (cell.charCodeAt(0) > 32 || cell.trim() !== '')) filled += 1;
  return filled;
}

function isRepeatedHeader(row: readonly string[], filled: number, headers: readonly string[]): boolean {
  let same = 0;
  let different = 0;
  for (let index = 0; index < row.length; index += 1) {
    const cell = row[index];
    if (cell === '') continue;
    if (cell === headers[index]) same += 1;
    // More than half are different: whatever the others say.
    else if ((different += 1) * 2 > filled) return false;
  }
  // Spreadsheets fill names down, so a repeated header may carry a few values.
  return same >= 2 && same * 2 >= filled;
}

/** Filled cells of an ordinary row: the upper quartile, as short files may be half footer. */
function usualOf(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.75)] ?? 0;
}

/** Sorts rows into deals and what surrounds them. Depends on the file alone, not on the mapping. */
export function classifyRows(table: Table): ClassifiedRows {
  const width = table.headers.length;
  const filled = table.rows.map(countFilled);
  const usual = usualOf(filled.filter((count) => count > 0));
  const classes = table.rows.map((row, index): RowClass => {
    if (table.broken.has(index)) return 'broken';
    if (filled[index] === 0) return 'blank';
    if (isRepeatedHeader(row, filled[index] ?? 0, table.headers)) return 'repeatedHeader';
    const isSparse = (filled[index] ?? 0) <= Math.max(1, usual / 2);
    if (isSparse && FOOTER_WORDS.test(row.find((cell) => cell.trim() !== '')?.trim() ?? '')) return 'footer';
    if (row.length > width && row.slice(width).some((cell) => cell.trim() !== '')) return 'tooLong';
    return 'data';
  });
  if (usual >= 3) markClosingLines(classes, filled);
  const data = classes.flatMap((rowClass, index) => (rowClass === 'data' ? [index] : []));
  const short = data.filter((index) => (table.rows[index]?.length ?? 0) < width).length;
  return { classes, data, endsEarly: short >= Math.max(TRIMMING_ROWS, data.length * TRIMMING_SHARE) };
}

/** Lines of a single cell at the very end (a company's name, a note) belong to the footer. */
function markClosingLines(classes: RowClass[], filled: readonly number[]): void {
  for (let index = classes.length - 1; index >= 0; index -= 1) {
    if (classes[index] === 'data' && filled[index] === 1) classes[index] = 'footer';
    else if (classes[index] !== 'blank' && classes[index] !== 'footer') return;
  }
}
