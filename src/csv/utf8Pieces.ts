import { LONGEST_RECORD } from './brokenQuotes';

const NEWLINE = 10;
const RETURN = 13;

export class NotUtf8 extends Error {}

/**
 * Bytes that arrive in chunks, as texts of whole lines. Each is decoded in one go: a text that is put together is read
 * letter by letter several times as slowly. Throws `NotUtf8` where the bytes are something else.
 */
export class Utf8Pieces {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #encoder = new TextEncoder();
  #rest: Uint8Array = new Uint8Array();

  /** The lines that end in these bytes, after what was left over before; `''` while there is none. */
  push(bytes: Uint8Array, isLast: boolean): string {
    const piece = joinBytes(this.#rest, bytes);
    const end = isLast ? piece.length : endOfLines(piece);
    this.#rest = piece.subarray(end);
    try {
      // As a stream: a download cut off in the middle of a character says nothing about the encoding.
      const text = this.#decoder.decode(piece.subarray(0, end), { stream: true });
      return text.includes('\0') ? text.replaceAll('\0', '') : text;
    } catch {
      throw new NotUtf8();
    }
  }

  /** Gives back the end of the last text, to come again before the next bytes. */
  giveBack(text: string): void {
    if (text !== '') this.#rest = joinBytes(this.#encoder.encode(text), this.#rest);
  }
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

/** Where the last whole line ends; in a line without an end, where its last character begins. */
function endOfLines(bytes: Uint8Array): number {
  const newline = bytes.lastIndexOf(NEWLINE);
  if (newline !== -1) return newline + 1;
  // What follows may be the other half of the line's end.
  const carriageReturn = bytes.lastIndexOf(RETURN, -2);
  if (carriageReturn !== -1) return carriageReturn + 1;
  if (bytes.length <= LONGEST_RECORD) return 0;
  let end = bytes.length - 1;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end;
}
