import type { RowIssue } from '../workspace/importTypes';

export interface RejectedRowsWords {
  /** Headings of file, row, column, value and reason. */
  headers: readonly [file: string, row: string, column: string, value: string, reason: string];
  reasonOf(issue: RowIssue): string;
}

/** Spreadsheets run a cell that begins with one of these as a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

/** A cell of a CSV file, quoted, that no spreadsheet takes for a formula. */
export function quoteCell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The rows that were not taken as a CSV file to download, with a byte order mark so that Excel reads it as UTF-8. */
export function rejectedRowsCsv(issues: readonly RowIssue[], words: RejectedRowsWords): string {
  const lines = issues.map((issue) => [
    issue.file,
    String(issue.row),
    issue.column,
    issue.value,
    words.reasonOf(issue),
  ]);
  return '\uFEFF' + [words.headers, ...lines].map((line) => line.map(quoteCell).join(',') + '\r\n').join('');
}
