import type { ImportRecord } from '../workspace/types';

type Dated = Pick<ImportRecord, 'id' | 'isExample' | 'dataDay' | 'importedAt'>;

/**
 * The import that a new one of the user's own follows: the one in use, where it is the user's own and shows no later day; else
 * the latest that does. Null where there is none: nobody's CRM is compared with the example's.
 *
 * @param imports what is stored, without the new one
 */
export function exportBefore<Each extends Dated>(
  next: Dated,
  imports: readonly Each[],
  activeImport: string | null,
): Each | null {
  if (next.isExample) return null;
  const earlier = imports.filter(
    ({ id, isExample, dataDay }) => id !== next.id && !isExample && dataDay <= next.dataDay,
  );
  const active = earlier.find(({ id }) => id === activeImport);
  return active ?? earlier.sort(latestFirst)[0] ?? null;
}

/**
 * The import that one in use is compared with: the one it followed when it came in, or, where that is gone, the latest one from
 * before it. An import that found nothing new, such as the same file once more, hands on to the one before.
 */
export function comparedWith(active: ImportRecord, imports: readonly ImportRecord[]): ImportRecord | null {
  if (active.isExample) return null;
  const { compared } = active;
  const followed = imports.find(({ id }) => id === compared?.importId);
  if (!followed) {
    const older = imports.filter(
      ({ id, isExample, dataDay, importedAt }) =>
        id !== active.id && !isExample && dataDay < active.dataDay && importedAt < active.importedAt,
    );
    return (
      older
        .filter((other) => compared !== undefined || !isAnotherReading(active, other))
        .sort(latestFirst)[0] ?? null
    );
  }
  const foundNothing = compared && compared.added + compared.changed + compared.gone === 0;
  return foundNothing ? (comparedWith(followed, imports) ?? followed) : followed;
}

/** Whether two imports look like the same files, read in two ways. The files themselves were compared when the later one came in. */
function isAnotherReading(one: ImportRecord, other: ImportRecord): boolean {
  return (
    one.report.rows === other.report.rows &&
    one.files.length === other.files.length &&
    one.files.every((name, index) => name === other.files[index])
  );
}

function latestFirst(one: Dated, other: Dated): number {
  return other.dataDay - one.dataDay || other.importedAt - one.importedAt;
}
