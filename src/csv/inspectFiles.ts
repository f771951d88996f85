import type { Day, DealRecord } from '../engine';
import type { ImportMapping } from '../workspace/importTypes';
import { describeFiles } from './describeFiles';
import { buildOrReuse } from './buildOrReuse';
import { completeMapping, outcomeReader } from './completeMapping';
import { countValues, readersByMeaning } from './dataset';
import type { ColumnReader } from './dataset';
import { findMissingColumns } from './findMissingColumns';
import { findUnassignable } from './findUnassignable';
import { shapeOf } from './headers';
import { loadDataset } from './loadDataset';
import { fail, succeed } from './problem';
import type { ImportOptions, SourceFile } from './sourceFile';
import { describeStages } from './describeStages';
import type { ImportResult, Inspection, ValueCount } from './types';

const PREVIEW_DEALS = 20;
const VALUES_SHOWN = 500;
/** Reading the bytes is about this share of the work. */
const READING_SHARE = 0.7;

/**
 * What the importer makes of files: those with the same columns count as one, a second one is joined by a key, one more
 * may hold the history of stages. Columns, labels, questions, the first deals. With
 * `mapping` under those assignments, completed where they leave something open. What is missing but may be in the file
 * under an unknown name is left for the user to assign. Stores nothing.
 */
export async function inspectFiles(
  files: readonly SourceFile[],
  mapping: ImportMapping | null,
  today: Day,
  options: ImportOptions = {},
): Promise<ImportResult<Inspection>> {
  const { kept } = options;
  // Files that come in anew are read anew.
  if (mapping === null) kept?.forget();
  const reading = { ...options, onProgress: (done: number) => options.onProgress?.(done * READING_SHARE) };
  const loaded = await loadDataset(files, mapping, true, reading);
  if (!loaded.ok) return loaded;
  const { tables, dataset, rows } = loaded.value;
  const missing = findMissingColumns(loaded.value.mapping);
  if (findUnassignable(missing, loaded.value).length > 0)
    return fail('noUsableColumns', { file: dataset.main.file, missing: missing.join(', ') });
  const completed = await completeMapping(dataset, rows.data, loaded.value.mapping, options.languages);
  const built = await buildOrReuse(loaded.value, completed.mapping, today, options);
  if (built === null) return fail('cancelled');
  options.onProgress?.(1);
  const readers = readersByMeaning(dataset, completed.mapping);
  return succeed({
    files: describeFiles(loaded.value, completed.mapping),
    fingerprint: tables.map(({ headers }) => shapeOf(headers)).join('+'),
    mapping: completed.mapping,
    questions: completed.questions,
    sourceValues: valuesOf(rows.data, readers.get('source')?.[0] ?? null),
    outcomeValues: valuesOf(rows.data, outcomeReader(readers)),
    stages: describeStages(readers, completed.mapping, rows.data),
    pipelines: valuesOf(rows.data, readers.get('pipeline')?.[0] ?? null).filter(({ value }) => value !== ''),
    currencies: currenciesOf(built.deals),
    preview: built.deals.slice(0, PREVIEW_DEALS),
    inferredDataDay: built.inferredDataDay,
    ...(completed.lacksCurrency && { lacksCurrency: true as const }),
  });
}

function valuesOf(rows: readonly number[], reader: ColumnReader | null): ValueCount[] {
  if (reader === null) return [];
  return [...countValues(reader, rows)].slice(0, VALUES_SHOWN).map(([value, count]) => ({ value, count }));
}

function currenciesOf(deals: readonly DealRecord[]): ValueCount[] {
  const counts = new Map<string, number>();
  for (const { currency } of deals)
    if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value, count]) => ({ value, count }));
}
