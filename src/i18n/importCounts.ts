import type { ImportRecord } from '../workspace/types';
import { day, list, number } from './format';
import { m } from './paraglide/messages';

/** "**12** new, **40** changed, and **3** gone since November 2, 2026." */
export function importCounts({
  added,
  changed,
  gone,
  dataDay,
}: NonNullable<ImportRecord['compared']>): string {
  const since = { day: day(dataDay, 'long') };
  const told = (
    [
      [added, m.changes_import_added],
      [changed, m.changes_import_changed],
      [gone, m.changes_import_gone],
    ] as const
  ).flatMap(([count, words]) => (count === 0 ? [] : [words({ count, number: number(count) })]));
  return told.length === 0 ? m.changes_import_same(since) : m.changes_import({ ...since, what: list(told) });
}
