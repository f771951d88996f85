import type { Day } from '../engine';
import type { ColumnMapping, ImportMapping } from '../workspace/importTypes';
import { buildDeals } from './buildDeals';
import { completeMapping, outcomeReader } from './completeMapping';
import { countValues, readersByMeaning } from './dataset';
import type { ColumnReader } from './dataset';
import { findMissingColumns } from './findMissingColumns';
import { findUnassignable } from './findUnassignable';
import { fingerprintOf } from './headers';
import { loadDataset } from './loadDataset';
import type { LoadedFiles } from './loadDataset';
import { fail, succeed } from './problem';
import type { ImportOptions, SourceFile } from './sourceFile';
import type { ImportResult, InspectedColumn, InspectedFile, Inspection, ValueCount } from './types';

const PREVIEW_DEALS = 20;
const VALUES_SHOWN = 500;
/** Reading the bytes is about this share of the work. */
const READING_SHARE = 0.7;

/**
 * What the importer makes of one file, or of two joined by a key: columns, labels, questions, the first deals. With
 * `mapping` under those assignments, completed where they leave something open. What is missing but may be in the file
 * under an unknown name is left for the user to assign. Stores nothing.
 */
export async function inspectFiles(
  files: readonly SourceFile[],
  mapping: ImportMapping | null,
  today: Day,
  options: ImportOptions = {},
): Promise<ImportResult<Inspection>> {
  const reading = { ...options, onProgress: (done: number) => options.onProgress?.(done * READING_SHARE) };
  const loaded = await loadDataset(files, mapping, true, reading);
  if (!loaded.ok) return loaded;
  const { tables, dataset, rows } = loaded.value;
  const missing = findMissingColumns(loaded.value.mapping);
  if (findUnassignable(missing, loaded.value).length > 0)
    return fail('noUsableColumns', { file: dataset.main.file, missing: missing.join(', ') });
  const completed = await completeMapping(dataset, rows.data, loaded.value.mapping);
  const built = await buildDeals(dataset, rows, completed.mapping, today, options);
  if (built === null) return fail('cancelled');
  options.onProgress?.(1);
  const readers = readersByMeaning(dataset, completed.mapping);
  return succeed({
    files: describeFiles(loaded.value, completed.mapping),
    fingerprint: tables.map(({ headers }) => fingerprintOf(headers)).join('+'),
    mapping: completed.mapping,
    questions: completed.questions,
    sourceValues: valuesOf(rows.data, readers.get('source')?.[0] ?? null),
    outcomeValues: valuesOf(rows.data, outcomeReader(readers)),
    preview: built.deals.slice(0, PREVIEW_DEALS),
    inferredDataDay: built.inferredDataDay,
  });
}

function valuesOf(rows: readonly number[], reader: ColumnReader | null): ValueCount[] {
  if (reader === null) return [];
  return [...countValues(reader, rows)].slice(0, VALUES_SHOWN).map(([value, count]) => ({ value, count }));
}

function describeFiles({ tables, profiles }: LoadedFiles, mapping: ImportMapping): InspectedFile[] {
  return tables.map((table, file) => {
    const columns = file === mapping.mainFile ? mapping.columns : (mapping.join?.columns ?? []);
    return {
      name: table.file,
      bytes: table.bytes,
      encoding: table.encoding,
      delimiter: table.delimiter,
      rows: table.rows.length,
      columns: (profiles[file] ?? []).map(({ index, header, samples, filled }): InspectedColumn => {
        const column = columns.find((candidate) => candidate.index === index) ?? ignored(index, header);
        return { ...column, samples, filled };
      }),
    };
  });
}

function ignored(index: number, header: string): ColumnMapping {
  return { index, header, meaning: 'ignore', confidence: 'sure' };
}
