import type { ExportOptions, ExportTable } from './exportTable';
import { csvStyleOf, writeCsv } from './writeCsv';

export { tableOfDeals } from './exportDeals';
export type { ExtraColumn } from './exportDeals';
export { ExportCancelled } from './exportTable';
export type * from './exportTable';

export type ExportFormat = 'csv' | 'xlsx';

/**
 * The table as a file, CSV in the style of the language's spreadsheets. Apart from the reader, which is ten times as
 * large. Throws `ExportCancelled`.
 */
export async function writeTable(
  table: ExportTable,
  format: ExportFormat,
  language: string,
  options: ExportOptions = {},
): Promise<Blob> {
  if (format === 'csv') return await writeCsv(table, csvStyleOf(language), options);
  const { writeXlsx } = await import('./xlsx/writeXlsx');
  return await writeXlsx(table, options);
}
