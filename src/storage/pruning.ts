import type { ImportRecord } from '../workspace/types';

/** Imports that are kept, so that an import can be undone: the one in use and the ones before it. */
export const KEPT_IMPORTS = 3;

/** Newest first. */
export function newestFirst(imports: readonly ImportRecord[]): ImportRecord[] {
  return [...imports].sort((one, other) => other.importedAt - one.importedAt);
}

/** Which of the stored imports go when only `KEPT_IMPORTS` may stay; those in `needed` stay whatever their age. */
export function importsToPrune(
  imports: readonly ImportRecord[],
  needed: readonly (string | null)[],
): readonly string[] {
  const isNeeded = ({ id }: ImportRecord) => needed.includes(id);
  const others = newestFirst(imports).filter((record) => !isNeeded(record));
  const room = Math.max(0, KEPT_IMPORTS - imports.filter(isNeeded).length);
  return others.slice(room).map(({ id }) => id);
}
