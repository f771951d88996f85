export type Bytes = Uint8Array<ArrayBuffer>;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** By character code; 64 where it is no letter of the alphabet. */
const PLACES = new Uint8Array(128).fill(64);
[...ALPHABET].forEach((letter, place) => (PLACES[letter.charCodeAt(0)] = place));
/** `String.fromCharCode` takes its bytes as arguments, of which there may not be any number. */
const PIECE = 0x2000;

export function joinBytes(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** RFC 4648, section 5: base64 of characters that an address may have, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Null where a character is no part of it, or where its last bits are not those that `toBase64Url` would have written. */
export function fromBase64Url(text: string): Bytes | null {
  const spare = text.length % 4;
  if (spare === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let gathered = 0;
  let bits = 0;
  let at = 0;
  for (let place = 0; place < text.length; place++) {
    const six = PLACES[text.charCodeAt(place)] ?? 64;
    if (six === 64) return null;
    gathered = ((gathered << 6) | six) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (gathered >> bits) & 0xff;
  }
  return (gathered & ((1 << bits) - 1)) === 0 ? bytes : null;
}
