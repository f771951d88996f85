import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inspectFiles, readDeals, type ImportResult, type SourceFile } from '../../src/csv';
import type { Day, Deal } from '../../src/engine';
import type { ImportMapping } from '../../src/workspace/importTypes';

/** Deals to measure on. */
export interface AccuracyInput {
  name: string;
  rows: number;
  deals: readonly Deal[];
  dataDay: Day;
  currency: string;
}

/** Imports a CSV file, or a folder of files that belong together, as the app does; `mapping` corrects what it guesses. */
export async function readAccuracyInput(path: string, mapping: ImportMapping | null): Promise<AccuracyInput> {
  const paths = statSync(path).isDirectory() ? csvFilesOf(path) : [path];
  const files = paths.map((file): SourceFile =>
    Object.assign(new Blob([readFileSync(file)]), { name: basename(file) }),
  );
  const today = Math.floor(Date.now() / 86_400_000);
  const inspection = need(await inspectFiles(files, mapping, today), path);
  const { deals, report } = need(await readDeals(files, inspection.mapping, today), path);
  const { sources, currency } = inspection.mapping;
  return {
    name: nameOf(path),
    rows: report.rows,
    deals: deals.map((deal) => ({ ...deal, kind: sources[deal.source ?? ''] ?? 'unsorted' })),
    dataDay: report.dataDay,
    currency: commonCurrency(deals) ?? currency,
  };
}

export function csvFilesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.toLowerCase().endsWith('.csv'))
    .sort()
    .map((name) => join(folder, name));
}

function nameOf(path: string): string {
  return path.replace(/\/+$/, '').split('/').slice(-2).join('/');
}

function need<T>(result: ImportResult<T>, path: string): T {
  if (!result.ok) throw new Error(`${path}: ${result.problem.code} ${JSON.stringify(result.problem.params)}`);
  return result.value;
}

/** The currency most deals are in. */
function commonCurrency(deals: readonly { currency: string | null }[]): string | null {
  const counts = new Map<string, number>();
  for (const { currency } of deals)
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
