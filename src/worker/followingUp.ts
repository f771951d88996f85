import { differs, growHistory, matchDeals } from '../engine';
import type { DealRecord } from '../engine';
import type { ImportRecord } from '../workspace/types';
import { exportBefore } from './earlierExport';
import { areSameFiles } from './sameFiles';
import type { Session } from './session';

/** An import that is about to be stored, with all that the one before it has to say. */
export interface FollowedUp {
  record: ImportRecord;
  deals: readonly DealRecord[];
  /** Deals that had another id before, by that id, with the one they have now. */
  renamed: ReadonlyMap<string, string>;
}

/**
 * Holds an import against the one before it: counts what is new, changed and gone, grows stage history and slips, and finds
 * deals under new ids. Where there is none before it, or that one can't be read, the import stands alone. What differs because the
 * same files are read in another way has not happened to any deal: such an import is held against the one before both.
 */
export async function followUp(
  session: Session,
  record: ImportRecord,
  deals: readonly DealRecord[],
  files: readonly File[],
): Promise<FollowedUp> {
  const activeImport = session.settings?.activeImport ?? null;
  let imports = session.imports;
  let renamed: FollowedUp['renamed'] = new Map();
  for (;;) {
    const previous = exportBefore(record, imports, activeImport);
    const followed = previous && (await follow(session, previous, record, deals));
    if (!followed) return { record, deals, renamed };
    if (renamed.size === 0) renamed = followed.renamed;
    const { added = 0, changed = 0, gone = 0 } = followed.record.compared ?? {};
    if (added + changed + gone === 0) return { ...followed, renamed };
    const kept = await session.repository.readFiles(previous.id).catch(() => []);
    if (!(await areSameFiles(kept, files))) return { ...followed, renamed };
    imports = imports.filter(({ id }) => id !== previous.id);
  }
}

async function follow(
  session: Session,
  previous: ImportRecord,
  record: ImportRecord,
  deals: readonly DealRecord[],
): Promise<FollowedUp | null> {
  const known = await session.importedDeals(previous.id).catch(() => null);
  // Another tab may have removed it meanwhile.
  if (!known || known.length === 0) return null;
  const matched = matchDeals(known, deals);
  const { pairs, added, gone } = matched;
  const grown = growHistory({ matched, previousDay: previous.dataDay, nextDay: record.dataDay });
  const changed = pairs.filter(({ before, after }) => differs(before, after)).length;
  return {
    record: {
      ...record,
      compared: {
        importId: previous.id,
        dataDay: previous.dataDay,
        added: added.length,
        changed,
        gone: gone.length,
        same: pairs.length - changed,
      },
    },
    deals: grown.size === 0 ? deals : deals.map((deal) => grown.get(deal) ?? deal),
    renamed: new Map(
      pairs
        // What was added by hand lies over every import as it is.
        .filter(({ before, after }) => before.id !== after.id && !session.editOf(before.id)?.added)
        .map(({ before, after }) => [before.id, after.id]),
    ),
  };
}
