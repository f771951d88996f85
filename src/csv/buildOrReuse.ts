import type { Day } from '../engine';
import type { ImportMapping } from '../workspace/importTypes';
import { buildDeals } from './buildDeals';
import type { BuiltDeals } from './buildDeals';
import type { LoadedFiles } from './loadDataset';
import type { ImportOptions } from './sourceFile';

/** `buildDeals`, unless the same was built last. */
export async function buildOrReuse(
  { tables, dataset, rows }: LoadedFiles,
  mapping: ImportMapping,
  today: Day,
  options: ImportOptions,
): Promise<BuiltDeals | null> {
  const { kept } = options;
  const before = kept?.builtOf(tables, mapping, today);
  if (before) return before;
  kept?.forgetBuilt();
  const built = await buildDeals(dataset, rows, mapping, today, options);
  if (built) kept?.keepBuilt(tables, mapping, today, built);
  return built;
}
