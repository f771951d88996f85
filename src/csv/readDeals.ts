import type { Day } from '../engine';
import type { ImportMapping } from '../workspace/importTypes';
import { buildOrReuse } from './buildOrReuse';
import { completeMapping } from './completeMapping';
import { findMissingColumns } from './findMissingColumns';
import { loadDataset } from './loadDataset';
import { fail, succeed } from './problem';
import type { ImportOptions, SourceFile } from './sourceFile';
import type { ImportedDeals, ImportResult } from './types';

/** Reading the bytes is about this share of the work. */
const READING_SHARE = 0.7;

/**
 * All deals of the files under a mapping, with an account of every row. Labels and formats that the mapping does not
 * know are settled as `inspectFiles` would. Same files and mapping, same deals.
 */
export async function readDeals(
  files: readonly SourceFile[],
  mapping: ImportMapping,
  today: Day,
  options: ImportOptions = {},
): Promise<ImportResult<ImportedDeals>> {
  const reading = { ...options, onProgress: (done: number) => options.onProgress?.(done * READING_SHARE) };
  const loaded = await loadDataset(files, mapping, false, reading);
  if (!loaded.ok) return loaded;
  const { dataset, rows } = loaded.value;
  const file = dataset.main.file;
  const missing = findMissingColumns(mapping);
  if (missing.length > 0) return fail('noUsableColumns', { file, missing: missing.join(', ') });
  const completed = await completeMapping(dataset, rows.data, mapping);
  const built = await buildOrReuse(loaded.value, completed.mapping, today, options);
  if (built === null) return fail('cancelled');
  options.onProgress?.(1);
  const { deals, report } = built;
  if (deals.length > 0) {
    options.kept?.forget();
    return succeed({ deals, report });
  }
  const first = report.issues[0];
  if (!first) return fail('onlyHeader', { file });
  const { row, column, value, code } = first;
  return fail('allRejected', { file, rows: report.rows, row, column, value, code });
}
