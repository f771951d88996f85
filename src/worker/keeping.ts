import { makeBackup, restoreBackup } from '../workspace/backup';
import { restore } from '../workspace/restore';
import { isKnownVersion } from '../workspace/versions';
import type { StorageResult, StoredWorkspace } from './protocol';
import type { Session } from './session';

/** Everything as one JSON file. `now` is the time it is stamped with, in milliseconds since 1970. */
export async function backUp(session: Session, now: number): Promise<Blob> {
  const backup = makeBackup(await session.repository.readAll(), new Date(now).toISOString());
  return new Blob([JSON.stringify(backup)], { type: 'application/json' });
}

/** Replaces everything by what the file holds, or changes nothing. Throws what storage throws. */
export async function restoreFrom(session: Session, file: Blob): Promise<StorageResult<StoredWorkspace>> {
  const restored = restoreBackup(parseJson(await file.text()));
  if (!restored.ok) return restored;
  await session.repository.replaceAll(restored.value);
  session.forgetDeals();
  const stored = await session.load();
  session.tabs.tell('deals');
  return { ok: true, value: stored };
}

/**
 * Stores the sound parts of what a page that was closed could not store any more. What it left under a version that is not known
 * here stays out: a newer Seedcast has been here since.
 */
export async function recover(session: Session, note: string): Promise<void> {
  const left = parseJson(note);
  if (typeof left !== 'object' || left === null) return;
  const { version, settings, plan } = left as Readonly<Record<string, unknown>>;
  if (!isKnownVersion(version)) return;
  const restoredSettings = restore('settings', settings, version);
  if (restoredSettings.ok) {
    await session.repository.saveSettings(restoredSettings.value);
    session.tabs.tell('settings');
  }
  const restoredPlans = restore('plan', plan, version);
  if (restoredPlans.ok) {
    await session.repository.savePlans(restoredPlans.value);
    session.tabs.tell('plan');
  }
}

/** Undefined where it is not JSON: no backup has ever been that. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
