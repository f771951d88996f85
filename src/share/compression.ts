import type { Bytes } from './bytes';
import { joinBytes } from './bytes';

/** A stream unpacks what it is given at once: small pieces, so that one of a hostile payload (1 : 1,000 at most) is soon looked at. */
const PIECE_BYTES = 1_024;

/** Deflate without a wrapper (RFC 1951), by the browser itself: no package, the same in all of them. */
export async function compress(bytes: Bytes): Promise<Bytes> {
  const packed = await gather(piecesOf(bytes).pipeThrough(new CompressionStream('deflate-raw')), Infinity);
  if (!packed) throw new RangeError('compression has no limit');
  return packed;
}

/** The bytes that were compressed; null where there are more than `most` of them. Throws where they are no such stream. */
export async function decompress(bytes: Bytes, most: number): Promise<Bytes | null> {
  return await gather(piecesOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')), most);
}

function piecesOf(bytes: Bytes): ReadableStream<Bytes> {
  let at = 0;
  return new ReadableStream<Bytes>(
    {
      pull(controller) {
        if (at >= bytes.length) controller.close();
        else controller.enqueue(bytes.slice(at, (at += PIECE_BYTES)));
      },
    },
    // Nothing is handed over before it is asked for.
    { highWaterMark: 0 },
  );
}

async function gather(stream: ReadableStream<Uint8Array>, most: number): Promise<Bytes | null> {
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinBytes(...pieces);
    length += value.length;
    if (length > most) {
      // What follows is not unpacked any more; that it was ended is no news to anybody.
      reader.cancel().catch(() => undefined);
      return null;
    }
    pieces.push(value);
  }
}
