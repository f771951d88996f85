import { DEFLATED, END_SIGNATURE, ENTRY_SIGNATURE, LOCAL_SIGNATURE } from './zipFormat';

/** What a ZIP archive says of an entry beside its packed bytes. */
interface PackedEntry {
  path: Uint8Array;
  packed: Blob;
  checksum: number;
  bytes: number;
}

/** 2.0: the first version that packs by deflating. */
const VERSION = 20;
/** Paths are UTF-8. */
const FLAGS = 0x0800;
/** 1 January 1980, the first day a ZIP archive knows: the same table gives the same bytes. */
const DATE = 0x21;
const GZIP_HEADER_BYTES = 10;
const GZIP_TRAILER_BYTES = 8;

/** Little-endian numbers, each with how many bytes it takes. */
function numbers(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/**
 * Packs a text by the platform's own compressor. Its gzip format (RFC 1952) is what ZIP holds, between a header of ten
 * bytes and a trailer with the checksum and the length, which ZIP wants too.
 */
async function pack(path: string, pieces: AsyncIterator<string>): Promise<PackedEntry> {
  const encoder = new TextEncoder();
  const text = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done === true) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
  });
  const gzip = await new Response(text.pipeThrough(new CompressionStream('gzip'))).blob();
  const end = gzip.size - GZIP_TRAILER_BYTES;
  const trailer = new DataView(await gzip.slice(end).arrayBuffer());
  return {
    path: encoder.encode(path),
    packed: gzip.slice(GZIP_HEADER_BYTES, end),
    checksum: trailer.getUint32(0, true),
    bytes: trailer.getUint32(4, true),
  };
}

/** A ZIP archive (APPNOTE 6.3) of texts by their paths, packed as they are written. Whatever a text throws is passed on. */
export async function writeZip(
  entries: readonly (readonly [path: string, pieces: AsyncIterator<string>])[],
  type: string,
): Promise<Blob> {
  const files: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let offset = 0;
  let directoryBytes = 0;
  for (const [path, pieces] of entries) {
    const entry = await pack(path, pieces);
    const name = new Uint8Array(entry.path);
    const shared = numbers(
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATED],
      [2, 0],
      [2, DATE],
      [4, entry.checksum],
      [4, entry.packed.size],
      [4, entry.bytes],
      [2, name.length],
      [2, 0],
    );
    const head = numbers([4, LOCAL_SIGNATURE]);
    const line = [
      numbers([4, ENTRY_SIGNATURE], [2, VERSION]),
      shared,
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      name,
    ];
    files.push(head, shared, name, entry.packed);
    directory.push(...line);
    offset += head.length + shared.length + name.length + entry.packed.size;
    directoryBytes += line.reduce((sum, part) => sum + part.length, 0);
  }
  const end = numbers(
    [4, END_SIGNATURE],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, directoryBytes],
    [4, offset],
    [2, 0],
  );
  return new Blob([...files, ...directory, end], { type });
}
