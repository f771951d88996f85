import type { ImportRecord } from '../workspace/types';

/** Newest first. */
export function newestFirst(imports: readonly ImportRecord[]): ImportRecord[] {
  return [...imports].sort((one, other) => other.importedAt - one.importedAt);
}
