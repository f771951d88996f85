import { restoreShared } from '../workspace/restoreShared';
import type { SharedForecast } from '../workspace/sharedForecast';
import { fromBase64Url, joinBytes, toBase64Url } from './bytes';
import type { Bytes } from './bytes';
import { CHECKSUM_BYTES, checksumOf } from './checksum';
import { compress, decompress } from './compression';
import { Damaged } from './damaged';
import { lock, unlock } from './encryption';
import { Source } from './fields';
import { FORMATS, NEWEST_FORMAT } from './formats/formats';
import type { Format } from './formats/formats';
import { LINK_CHARACTERS, UNPACKED_BYTES } from './limits';
import { refuse } from './problem';
import type { Refused } from './problem';

/** What a link carries, taken apart: `first.…`, or locked `first~…`. */
export interface PayloadParts {
  /** Name of the format. */
  format: string;
  isLocked: boolean;
  /** base64url of a checksum (CRC-32 of all that follows and of the format's name) and the packed or locked bytes. */
  data: string;
}

type Answer<T> = { ok: true; value: T } | Refused;

const OPEN = '.';
const LOCKED = '~';

/** Takes a payload apart; null where it is none. Its format need not be known. */
export function partsOf(payload: string): PayloadParts | null {
  const match = /^([a-z][a-zA-Z0-9]{0,39})([.~])([A-Za-z0-9_-]+)$/.exec(payload);
  if (!match) return null;
  const [, format = '', mark, data = ''] = match;
  return { format, isLocked: mark === LOCKED, data };
}

/** The forecast as a link's payload: positional text, deflated, with a checksum, locked where there is a passphrase. */
export async function writePayload(
  shared: SharedForecast,
  passphrase: string | null,
): Promise<Answer<string>> {
  const { field } = FORMATS.get(NEWEST_FORMAT) as Format;
  const written = new TextEncoder().encode(field.write(shared));
  if (written.length > UNPACKED_BYTES) return refuse('tooLarge', { most: UNPACKED_BYTES });
  const packed = await compress(written);
  const isLocked = passphrase !== null && passphrase !== '';
  const start = NEWEST_FORMAT + (isLocked ? LOCKED : OPEN);
  const bound = new TextEncoder().encode(start);
  const carried = isLocked ? await lock(packed, passphrase, bound) : { ok: true as const, value: packed };
  if (!carried.ok) return carried;
  const payload = start + toBase64Url(joinBytes(checksumOf(bound, carried.value), carried.value));
  return payload.length > LINK_CHARACTERS
    ? refuse('tooLarge', { most: LINK_CHARACTERS })
    : { ok: true, value: payload };
}

/** The bytes that a payload carries, where it is whole; else null. Quick: links are searched for with it. */
export function carriedBytes({ format, isLocked, data }: PayloadParts): Bytes | null {
  const bytes = fromBase64Url(data);
  if (!bytes || bytes.length <= CHECKSUM_BYTES) return null;
  const carried = bytes.slice(CHECKSUM_BYTES);
  const checksum = checksumOf(new TextEncoder().encode(format + (isLocked ? LOCKED : OPEN)), carried);
  return checksum.every((byte, at) => byte === bytes[at]) ? carried : null;
}

/** The way back. Nothing is unpacked before the checksum holds and the passphrase fits; nothing gets by `restore`. */
export async function readPayload(
  parts: PayloadParts,
  passphrase: string | null,
): Promise<Answer<SharedForecast>> {
  const format = FORMATS.get(parts.format);
  if (!format) return refuse('newerVersion', { version: parts.format });
  const carried = carriedBytes(parts);
  if (!carried) return refuse('damaged', { path: 'checksum' });
  let packed: Bytes = carried;
  if (parts.isLocked) {
    if (passphrase === null || passphrase === '') return refuse('needsPassphrase');
    const unlocked = await unlock(carried, passphrase, new TextEncoder().encode(parts.format + LOCKED));
    if (!unlocked.ok) return unlocked;
    packed = unlocked.value;
  }
  return await unpack(packed, format);
}

async function unpack(packed: Bytes, { field, holds }: Format): Promise<Answer<SharedForecast>> {
  let read: unknown;
  try {
    const unpacked = await decompress(packed, UNPACKED_BYTES);
    if (!unpacked) return refuse('tooLarge', { most: UNPACKED_BYTES });
    const source = new Source(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(unpacked));
    read = field.read(source);
    if (!source.isAtEnd) source.fail();
  } catch (error) {
    // What the browser throws at bytes that are no stream, or no text, says no more.
    return refuse('damaged', { path: error instanceof Damaged ? error.path : 'packing' });
  }
  const restored = restoreShared(read, holds);
  if (restored.ok) return restored;
  return refuse('damaged', { path: String(restored.problem.params['path'] ?? '') });
}
