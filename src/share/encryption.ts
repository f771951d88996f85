import type { Bytes } from './bytes';
import { joinBytes } from './bytes';
import { refuse } from './problem';
import type { Refused } from './problem';

/**
 * Rounds of PBKDF2 with HMAC-SHA-256: OWASP's advice (Password Storage Cheat Sheet, 2023: 600,000). They are written down with
 * what is locked, so that advice may change.
 */
const ROUNDS = 600_000;
/** What others may ask for: fewer would be careless of whoever made it, more would keep a phone busy for seconds. */
export const ROUNDS_LIMITS = { min: 100_000, max: 2_000_000 } as const;

const SALT_BYTES = 16;
/** Of AES-GCM: NIST SP 800-38D, section 5.2.1.1. */
const NONCE_BYTES = 12;
const ROUNDS_BYTES = 4;
const TAG_BYTES = 16;
const HEAD_BYTES = ROUNDS_BYTES + SALT_BYTES + NONCE_BYTES;

export type Sealed = { ok: true; value: Bytes } | Refused;

/**
 * AES-GCM with 256 bits under a key from the passphrase; what comes out is rounds, salt, nonce and text, in this order. `bound` is what
 * it can't be read without, such as its version.
 */
export async function lock(plain: Bytes, passphrase: string, bound: Bytes): Promise<Sealed> {
  const subtle = subtleCrypto();
  if (!subtle) return refuse('noEncryption');
  const head = new Uint8Array(HEAD_BYTES);
  new DataView(head.buffer).setUint32(0, ROUNDS);
  crypto.getRandomValues(head.subarray(ROUNDS_BYTES));
  const key = await keyFrom(subtle, passphrase, head, ROUNDS, 'encrypt');
  const locked = await subtle.encrypt(algorithmOf(head, bound), key, plain);
  return { ok: true, value: joinBytes(head, new Uint8Array(locked)) };
}

/** The other way round. Whatever was altered reads as a wrong passphrase: nobody can tell the two apart. */
export async function unlock(locked: Bytes, passphrase: string, bound: Bytes): Promise<Sealed> {
  if (locked.length < HEAD_BYTES + TAG_BYTES) return refuse('damaged', { path: 'locked' });
  const head = locked.slice(0, HEAD_BYTES);
  const rounds = new DataView(head.buffer).getUint32(0);
  if (rounds > ROUNDS_LIMITS.max) return refuse('tooSlowToOpen');
  if (rounds < ROUNDS_LIMITS.min) return refuse('damaged', { path: 'rounds' });
  const subtle = subtleCrypto();
  if (!subtle) return refuse('noEncryption');
  const key = await keyFrom(subtle, passphrase, head, rounds, 'decrypt');
  try {
    const plain = await subtle.decrypt(algorithmOf(head, bound), key, locked.slice(HEAD_BYTES));
    return { ok: true, value: new Uint8Array(plain) };
  } catch {
    return refuse('wrongPassphrase');
  }
}

/** Browsers have it on https and localhost only, whatever their types say. */
function subtleCrypto(): SubtleCrypto | null {
  return (globalThis.crypto as Partial<Crypto> | undefined)?.subtle ?? null;
}

function algorithmOf(head: Bytes, bound: Bytes): AesGcmParams {
  const iv = head.slice(ROUNDS_BYTES + SALT_BYTES);
  return { name: 'AES-GCM', iv, additionalData: joinBytes(bound, head) };
}

async function keyFrom(
  subtle: SubtleCrypto,
  passphrase: string,
  head: Bytes,
  iterations: number,
  usage: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  // An é typed on one keyboard may be e and an accent on another.
  const secret = new TextEncoder().encode(passphrase.normalize('NFC'));
  const salt = head.slice(ROUNDS_BYTES, ROUNDS_BYTES + SALT_BYTES);
  const base = await subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  return await subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    [usage],
  );
}
