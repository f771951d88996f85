import type { SourceFile } from '../sourceFile';
import { DEFLATED, END_SIGNATURE, ENTRY_SIGNATURE, LOCAL_SIGNATURE } from './zipFormat';

/** Where an entry of a ZIP archive lies. */
export interface ZipEntry {
  method: number;
  compressedBytes: number;
  bytes: number;
  /** Of its local header. */
  offset: number;
}

const END_BYTES = 22;
/** The end record may be followed by a comment of this length. */
const LONGEST_COMMENT = 0xffff;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** Stands for a number that is in the extra field, as it needs 64 bits or the writer did not know it in time. */
const IN_EXTRA = 0xffffffff;
const STORED = 0;

export class BadZip extends Error {}

async function viewOf(file: SourceFile, start: number, end: number): Promise<DataView> {
  return new DataView(await file.slice(start, Math.min(end, file.size)).arrayBuffer());
}

/** The entries of a ZIP archive by path, from its central directory. Throws `BadZip` where there is none. */
export async function readZipEntries(file: SourceFile): Promise<Map<string, ZipEntry>> {
  const tailStart = Math.max(0, file.size - END_BYTES - LONGEST_COMMENT);
  const tail = await viewOf(file, tailStart, file.size);
  let at = tail.byteLength - END_BYTES;
  while (at >= 0 && tail.getUint32(at, true) !== END_SIGNATURE) at -= 1;
  if (at < 0) throw new BadZip();
  const bytes = tail.getUint32(at + 12, true);
  // Before the end record, or (64-bit archives) before the two records that go ahead of it.
  const start = tail.getUint32(at + 16, true);
  const directory = await viewOf(file, start, start === IN_EXTRA ? start : start + bytes);
  const entries = new Map<string, ZipEntry>();
  const decoder = new TextDecoder();
  for (let entry = 0; entry + ENTRY_BYTES <= directory.byteLength;) {
    if (directory.getUint32(entry, true) !== ENTRY_SIGNATURE) break;
    const nameBytes = directory.getUint16(entry + 28, true);
    const extraBytes = directory.getUint16(entry + 30, true);
    const nameStart = entry + ENTRY_BYTES;
    if (nameStart + nameBytes + extraBytes > directory.byteLength) throw new BadZip();
    const name = decoder.decode(new Uint8Array(directory.buffer, nameStart, nameBytes));
    const sizes = {
      method: directory.getUint16(entry + 10, true),
      compressedBytes: directory.getUint32(entry + 20, true),
      bytes: directory.getUint32(entry + 24, true),
      offset: directory.getUint32(entry + 42, true),
    };
    entries.set(name, withExtra(sizes, directory, nameStart + nameBytes, extraBytes));
    entry = nameStart + nameBytes + extraBytes + directory.getUint16(entry + 32, true);
  }
  if (entries.size === 0) throw new BadZip();
  return entries;
}

/** Numbers of 64 bits follow in the extra field, in this order, each only where it did not fit. */
function withExtra(entry: ZipEntry, view: DataView, start: number, length: number): ZipEntry {
  for (let at = start; at + 4 <= start + length;) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let next = at + 4;
      const read = (value: number): number => {
        if (value !== IN_EXTRA || next + 8 > at + 4 + size) return value;
        next += 8;
        return Number(view.getBigUint64(next - 8, true));
      };
      return {
        method: entry.method,
        bytes: read(entry.bytes),
        compressedBytes: read(entry.compressedBytes),
        offset: read(entry.offset),
      };
    }
    at += 4 + size;
  }
  return entry;
}

/**
 * The text of an entry in pieces, unpacked by the browser itself: no code to load, and no worker of its own. Throws
 * `BadZip` where it is packed otherwise or longer than `mostBytes`.
 */
export async function* readZipText(
  file: SourceFile,
  entry: ZipEntry,
  mostBytes: number,
): AsyncGenerator<string> {
  const local = await viewOf(file, entry.offset, entry.offset + LOCAL_BYTES);
  if (local.byteLength < LOCAL_BYTES || local.getUint32(0, true) !== LOCAL_SIGNATURE) throw new BadZip();
  const start = entry.offset + LOCAL_BYTES + local.getUint16(26, true) + local.getUint16(28, true);
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new BadZip();
  const packed = new Blob([await file.slice(start, start + entry.compressedBytes).arrayBuffer()]);
  const stream: ReadableStream<Uint8Array> =
    entry.method === STORED
      ? packed.stream()
      : packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      throw new BadZip();
    }
    yield decoder.decode(value, { stream: true });
  }
  yield decoder.decode();
}
