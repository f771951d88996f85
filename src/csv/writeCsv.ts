import type { DecimalMark } from '../workspace/importTypes';
import { guardText } from './guardText';

/** How spreadsheets of a country write files: where the comma is a decimal mark it can't separate cells. */
export interface CsvStyle {
  delimiter: ',' | ';';
  decimalMark: DecimalMark;
}

/** A number, a text or nothing. Days are text in ISO 8601: every spreadsheet and every importer reads them alike. */
export type ExportCell = string | number | null;

/** How spreadsheets set to a language write and read files, by the decimal mark of its numbers. */
export function csvStyleOf(language: string): CsvStyle {
  const hasComma = new Intl.NumberFormat(language).format(0.5).includes(',');
  return hasComma ? { delimiter: ';', decimalMark: ',' } : { delimiter: ',', decimalMark: '.' };
}

function cellText(cell: ExportCell, { delimiter, decimalMark }: CsvStyle): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    const text = withoutExponent(cell);
    return decimalMark === ',' ? text.replace('.', ',') : text;
  }
  const guarded = guardText(cell);
  const needsQuotes =
    guarded.includes(delimiter) || /["\n\r]|^\s|\s$/.test(guarded) || (delimiter === ',' && guarded === '');
  return needsQuotes ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** All digits of a number. Three decimals get a fourth, so that nobody takes the mark for one that groups thousands. */
function withoutExponent(number: number): string {
  const [, sign = '', whole = '', decimals = '', zeros] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e-(\d+))?$/.exec(String(number)) ?? [];
  const plain =
    zeros === undefined ? String(number) : `${sign}0.${'0'.repeat(Number(zeros) - 1)}${whole}${decimals}`;
  return /^-?\d{1,3}\.\d{3}$/.test(plain) ? `${plain}0` : plain;
}

/**
 * A table as CSV with a header, text cells guarded, lines ended as in RFC 4180. It begins with a byte order mark, by
 * which Excel knows UTF-8.
 */
export function writeCsv(
  headers: readonly string[],
  rows: Iterable<readonly ExportCell[]>,
  style: CsvStyle,
): string {
  const lines = [headers, ...rows].map((row) =>
    row.map((cell) => cellText(cell, style)).join(style.delimiter),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
