import { isoDay } from '../engine';
import type { DecimalMark } from '../workspace/importTypes';
import { writePieces } from './exportTable';
import type { ExportCell, ExportOptions, ExportTable } from './exportTable';
import { guardText } from './guardText';
import { plainNumber } from './plainNumber';
import { pause } from './sourceFile';

/** How spreadsheets of a country write files: where the comma is a decimal mark it can't separate cells. */
export interface CsvStyle {
  delimiter: ',' | ';';
  decimalMark: DecimalMark;
}

/** How spreadsheets set to a language write and read files, by the decimal mark of its numbers. */
export function csvStyleOf(language: string): CsvStyle {
  const hasComma = new Intl.NumberFormat(language).format(0.5).includes(',');
  return hasComma ? { delimiter: ';', decimalMark: ',' } : { delimiter: ',', decimalMark: '.' };
}

function cellText(cell: ExportCell, { delimiter, decimalMark }: CsvStyle): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return '';
    const text = plainNumber(cell);
    return decimalMark === ',' ? text.replace('.', ',') : text;
  }
  // ISO 8601: every spreadsheet and every importer reads it alike.
  if (typeof cell === 'object') return isoDay(cell.day) + (cell.minutes ? ` ${clockTime(cell.minutes)}` : '');
  const guarded = guardText(cell);
  const needsQuotes =
    guarded.includes(delimiter) || /["\n\r]|^\s|\s$/.test(guarded) || (delimiter === ',' && guarded === '');
  return needsQuotes ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function clockTime(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * A table as CSV with a header, text cells guarded, lines ended as in RFC 4180. It begins with a byte order mark, by
 * which Excel knows UTF-8. Throws `ExportCancelled`.
 */
export async function writeCsv(
  table: ExportTable,
  style: CsvStyle,
  options: ExportOptions = {},
): Promise<Blob> {
  const parts = ['\uFEFF'];
  const writeRow = (cells: readonly ExportCell[]): string =>
    `${cells.map((cell) => cellText(cell, style)).join(style.delimiter)}\r\n`;
  for (const piece of writePieces(table, writeRow, options)) {
    parts.push(piece);
    await pause();
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
