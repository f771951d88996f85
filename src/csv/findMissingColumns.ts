import type { ImportMapping, Meaning } from '../workspace/importTypes';

const OUTCOME_MEANINGS: readonly Meaning[] = ['status', 'stage', 'wonOn', 'lostOn', 'closed', 'closeDate'];

/**
 * What a mapping lacks that no deal can do without: a day of creation, and something that tells open from closed.
 * Empty = enough.
 */
export function findMissingColumns(mapping: Pick<ImportMapping, 'columns' | 'join'>): Meaning[] {
  const meanings = new Set(
    [...mapping.columns, ...(mapping.join?.columns ?? [])].map(({ meaning }) => meaning),
  );
  const missing: Meaning[] = [];
  if (!meanings.has('created')) missing.push('created');
  if (!OUTCOME_MEANINGS.some((meaning) => meanings.has(meaning))) missing.push('stage');
  return missing;
}
