import { m } from '../../../i18n/paraglide/messages';
import { rowIssueSentence } from '../../../i18n/rowIssues';
import type { RowIssue } from '../../../workspace/importTypes';
import { saveFile } from '../../saveFile';

/** One cell. A text that a spreadsheet would run as a formula is led by an apostrophe, which it hides. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows that were not taken, as CSV with a reason for each; begins with a mark by which Excel knows UTF-8. */
export function rejectedRowsText(issues: readonly RowIssue[]): string {
  const header = [
    m.pipeline_report_download_file(),
    m.pipeline_report_download_row(),
    m.pipeline_report_download_column(),
    m.pipeline_report_download_value(),
    m.pipeline_report_download_reason(),
  ];
  const rows = issues.map((issue) => [
    issue.file,
    issue.row,
    issue.column,
    issue.value,
    rowIssueSentence(issue),
  ]);
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

export function downloadRejectedRows(issues: readonly RowIssue[]): void {
  saveFile(new Blob([rejectedRowsText(issues)], { type: 'text/csv' }), m.pipeline_report_download_name());
}
