import { makeBackup, restoreBackup } from '../workspace/backup';
import type { StorageResult, StoredWorkspace } from './protocol';
import type { Session } from './session';

/** Everything as one JSON file. `now` is the time it is stamped with, in milliseconds since 1970. */
export async function backUp(session: Session, now: number): Promise<Blob> {
  const backup = makeBackup(await session.repository.readAll(), new Date(now).toISOString());
  return new Blob([JSON.stringify(backup)], { type: 'application/json' });
}

/** Replaces everything by what the file holds, or changes nothing. Throws what storage throws. */
export async function restoreFrom(session: Session, file: Blob): Promise<StorageResult<StoredWorkspace>> {
  const restored = restoreBackup(await parseJson(file));
  if (!restored.ok) return restored;
  await session.repository.replaceAll(restored.value);
  const stored = await session.load();
  session.tabs.tell('deals');
  return { ok: true, value: stored };
}

/** Undefined where it is not JSON: no backup has ever been that. */
async function parseJson(file: Blob): Promise<unknown> {
  try {
    return JSON.parse(await file.text()) as unknown;
  } catch {
    return undefined;
  }
}
