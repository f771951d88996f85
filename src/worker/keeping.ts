import { lockBackup, unlockBackup } from '../share/lockedBackup';
import type { ShareProblem } from '../share/problem';
import type { StorageProblem } from '../storage/problem';
import { makeBackup, restoreBackup } from '../workspace/backup';
import { restore } from '../workspace/restore';
import { isKnownVersion } from '../workspace/versions';
import type { StorageResult, StoredWorkspace } from './protocol';
import type { Session } from './session';

/**
 * Everything as one JSON file, locked where there is a passphrase. `now` is the time it is stamped with, in milliseconds since
 * 1970.
 */
export async function backUp(
  session: Session,
  now: number,
  passphrase: string | null,
): Promise<StorageResult<Blob>> {
  const backup = makeBackup(await session.repository.readAll(), new Date(now).toISOString());
  const text = JSON.stringify(backup);
  const written = passphrase ? await lockBackup(text, passphrase) : { ok: true as const, value: text };
  if (!written.ok) return { ok: false, problem: backupProblem(written.problem) };
  return { ok: true, value: new Blob([written.value], { type: 'application/json' }) };
}

/** Parsed JSON of a backup, unlocked where it was locked. */
export async function readBackup(file: Blob, passphrase: string | null): Promise<StorageResult<unknown>> {
  const input = parseJson(await file.text());
  const unlocked = await unlockBackup(input, passphrase);
  if (!unlocked) return { ok: true, value: input };
  if (!unlocked.ok) return { ok: false, problem: backupProblem(unlocked.problem) };
  return { ok: true, value: parseJson(unlocked.value) };
}

/** What is wrong with a lock, in the words for backups. */
function backupProblem({ code, params }: ShareProblem): StorageProblem {
  switch (code) {
    case 'needsPassphrase':
    case 'wrongPassphrase':
    case 'noEncryption':
    case 'tooSlowToOpen':
      return { code, params };
    case 'newerVersion':
      return { code: 'newerBackup', params };
    case 'damaged':
    case 'tooLarge':
    case 'notALink':
      return { code: 'damagedBackup', params: { path: String(params['path'] ?? code) } };
  }
}

/** Replaces everything by what the file holds, or changes nothing. Throws what storage throws. */
export async function restoreFrom(
  session: Session,
  file: Blob,
  passphrase: string | null,
): Promise<StorageResult<StoredWorkspace>> {
  const input = await readBackup(file, passphrase);
  if (!input.ok) return input;
  const restored = restoreBackup(input.value);
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
