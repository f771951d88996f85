import { admit, admitList, damagedAt } from './admit';
import type { PartTypes, Restored } from './admit';
import { migrate } from './migrate';
import { CURRENT_VERSION } from './versions';
import type { Version } from './versions';

/**
 * The one gate through which anything unknown enters: rows of the database, files, links. Takes a part as it was saved
 * under `version`, migrates it, and returns it with its known fields only, or says where it is damaged. Never throws,
 * and what it lets in meets every limit in `limits`. The database's own rows are of the newest version once it is open, and go
 * through `admit` alone: opening loads no migrations.
 *
 * @example restore('plan', { plans: [] }) // { ok: false, problem: { code: 'damagedBackup', … } }
 */
export function restore<Name extends keyof PartTypes>(
  part: Name,
  value: unknown,
  version: Version = CURRENT_VERSION,
): Restored<PartTypes[Name]> {
  return admit(part, migrate(part, value, version));
}

/** A list of one part; the first damaged member refuses the whole list. */
export function restoreList<Name extends keyof PartTypes>(
  part: Name,
  values: unknown,
  maxLength: number,
  version: Version = CURRENT_VERSION,
): Restored<PartTypes[Name][]> {
  if (!Array.isArray(values) || values.length > maxLength) return damagedAt(part);
  return admitList(
    part,
    values.map((value) => migrate(part, value, version)),
    maxLength,
  );
}
