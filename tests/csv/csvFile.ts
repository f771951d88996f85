import { readFileSync } from 'node:fs';
import { inspectFiles, readDeals } from '../../src/csv';
import type { ImportedDeals, Inspection, SourceFile } from '../../src/csv';
import { dayFromDate } from '../../src/engine';
import type { ImportReport } from '../../src/workspace/importTypes';

/** A fixed day for all tests: 2026-11-23. */
export const TODAY = dayFromDate(2026, 11, 23) ?? 0;

export function day(iso: string): number {
  const [year, month, dayOfMonth] = iso.split('-').map(Number);
  const found = dayFromDate(year ?? 0, month ?? 0, dayOfMonth ?? 0);
  if (found === null) throw new Error(`${iso} is not a date`);
  return found;
}

export function csvFile(content: string | Uint8Array<ArrayBuffer>, name = 'deals.csv'): SourceFile {
  return Object.assign(new Blob([content]), { name });
}

export function fixture(name: string): SourceFile {
  return csvFile(new Uint8Array(readFileSync(new URL(`../fixtures/csv/${name}`, import.meta.url))), name);
}

export async function inspect(...files: SourceFile[]): Promise<Inspection> {
  const result = await inspectFiles(files, null, TODAY);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** Inspects and imports, as the app does when nothing is corrected. */
export async function importFiles(...files: SourceFile[]): Promise<ImportedDeals> {
  const { mapping } = await inspect(...files);
  const result = await readDeals(files, mapping, TODAY);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** The rows a report accounts for; must equal `report.rows`. */
export function accountedRows(report: ImportReport): number {
  const { deals, rejected, duplicates, blank, footer, repeatedHeader } = report;
  return deals + rejected + duplicates + blank + footer + repeatedHeader;
}
