import { fromBase64Url, joinBytes, toBase64Url } from './bytes';
import { CHECKSUM_BYTES, checksumOf } from './checksum';
import { compress, decompress } from './compression';
import { lock, unlock } from './encryption';
import { refuse } from './problem';
import type { Refused } from './problem';

const FORMAT = 'seedcast-locked-backup';
/** How it is locked; what is inside has a version of its own. */
const VERSION = 'first';
/** A workspace of a million deals has less. */
const MOST_BYTES = 1_000_000_000;

const BOUND = new TextEncoder().encode(`${FORMAT} ${VERSION}`);

type Answer = { ok: true; value: string } | Refused;

/** A backup's text, packed and locked, as the text of another file. */
export async function lockBackup(text: string, passphrase: string): Promise<Answer> {
  const locked = await lock(await compress(new TextEncoder().encode(text)), passphrase, BOUND);
  if (!locked.ok) return locked;
  const data = toBase64Url(joinBytes(checksumOf(BOUND, locked.value), locked.value));
  return { ok: true, value: JSON.stringify({ format: FORMAT, version: VERSION, data }) };
}

/** The text that was locked; null where the input is no locked backup. */
export async function unlockBackup(input: unknown, passphrase: string | null): Promise<Answer | null> {
  if (typeof input !== 'object' || input === null) return null;
  const { format, version, data } = input as Readonly<Record<string, unknown>>;
  if (format !== FORMAT) return null;
  if (version !== VERSION) return refuse('newerVersion', { version: String(version).slice(0, 100) });
  const bytes = typeof data === 'string' ? fromBase64Url(data) : null;
  if (!bytes) return refuse('damaged', { path: 'data' });
  const locked = bytes.slice(CHECKSUM_BYTES);
  if (!checksumOf(BOUND, locked).every((byte, at) => byte === bytes[at])) {
    return refuse('damaged', { path: 'checksum' });
  }
  if (passphrase === null || passphrase === '') return refuse('needsPassphrase');
  const unlocked = await unlock(locked, passphrase, BOUND);
  if (!unlocked.ok) return unlocked;
  try {
    const unpacked = await decompress(unlocked.value, MOST_BYTES);
    if (!unpacked) return refuse('tooLarge', { most: MOST_BYTES });
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked) };
  } catch {
    return refuse('damaged', { path: 'packing' });
  }
}
