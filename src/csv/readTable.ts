import { DEALS_PER_IMPORT } from '../workspace/limits';
import { detectDelimiter } from './delimiter';
import { sniffBytes } from './encoding';
import type { Encoding } from './encoding';
import { fail } from './problem';
import { pause } from './sourceFile';
import type { ImportOptions, SourceFile } from './sourceFile';
import { RowSplitter } from './splitRows';
import { toTable } from './table';
import type { Table } from './table';
import type { ImportResult } from './types';

/** Above this a phone's memory does not hold the table. */
export const LIMIT_MEGABYTES = 100;
const MEGABYTE = 1_000_000;
/** What can be saved of one import, and a little for the header and what stands above it. */
export const MOST_ROWS = DEALS_PER_IMPORT + 100;
/** Small enough to stay below a frame or two of work, large enough to keep the overhead small. */
const CHUNK_BYTES = 1 << 18;
const HEAD_BYTES = 1 << 16;

class NotUtf8 extends Error {}
class Cancelled extends Error {}

/**
 * Reads a delimited text file, or a workbook, into cells, in chunks with a pause between them. Problems: `tooLarge` (before a byte is
 * read), `tooManyRows`, `emptyFile`, `onlyHeader`, `binaryFile`, `unreadable`, `cancelled`.
 */
export async function readTable(file: SourceFile, options: ImportOptions): Promise<ImportResult<Table>> {
  if (file.size > LIMIT_MEGABYTES * MEGABYTE) {
    const megabytes = Math.round(file.size / MEGABYTE);
    return fail('tooLarge', { file: file.name, megabytes, limitMegabytes: LIMIT_MEGABYTES });
  }
  try {
    const head = new Uint8Array(await file.slice(0, Math.min(HEAD_BYTES, file.size)).arrayBuffer());
    if (head.length === 0) return fail('emptyFile', { file: file.name });
    const sniffed = sniffBytes(head);
    if (!sniffed.isText && sniffed.looksLike === 'xlsx') return await readXlsx(file, options);
    if (!sniffed.isText) return fail('binaryFile', { file: file.name, looksLike: sniffed.looksLike });
    return await readWithFallback(file, sniffed.encoding, options);
  } catch (error) {
    if (error instanceof Cancelled) return fail('cancelled');
    // The file was moved, changed or locked after it was chosen.
    return fail('unreadable', { file: file.name });
  }
}

/** The reader of workbooks is loaded only with the first one. */
async function readXlsx(file: SourceFile, options: ImportOptions): Promise<ImportResult<Table>> {
  try {
    const { readXlsxTable } = await import('./xlsx/readXlsxTable');
    return await readXlsxTable(file, MOST_ROWS, options);
  } catch {
    return fail('binaryFile', { file: file.name, looksLike: 'xlsx' });
  }
}

async function readWithFallback(
  file: SourceFile,
  encoding: Encoding,
  options: ImportOptions,
): Promise<ImportResult<Table>> {
  try {
    return await readAs(file, encoding, options);
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    return await readAs(file, 'windows-1252', options);
  }
}

async function readAs(
  file: SourceFile,
  encoding: Encoding,
  options: ImportOptions,
): Promise<ImportResult<Table>> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  const rows: string[][] = [];
  const broken: number[] = [];
  let splitter: RowSplitter | null = null;
  let delimiter = ',';
  let carry = '';
  for (let start = 0; start < file.size; start += CHUNK_BYTES) {
    const end = Math.min(file.size, start + CHUNK_BYTES);
    const isLast = end === file.size;
    const bytes = await file.slice(start, end).arrayBuffer();
    let text = carry + decode(decoder, bytes, isLast);
    carry = '';
    // A line end may be cut in two by the chunk's end.
    if (!isLast && text.endsWith('\r')) {
      carry = '\r';
      text = text.slice(0, -1);
    }
    text = normaliseText(text);
    if (splitter === null) {
      if (/^sep=.(\n|$)/i.test(text)) {
        delimiter = text[4] ?? ',';
        text = text.slice(6);
      } else {
        const lastLine = text.lastIndexOf('\n', text.length > HEAD_BYTES ? HEAD_BYTES : undefined);
        const isWhole = isLast && text.length <= HEAD_BYTES;
        delimiter = detectDelimiter(isWhole || lastLine === -1 ? text : text.slice(0, lastLine)) ?? ',';
      }
      splitter = new RowSplitter(delimiter);
    }
    const split = splitter.push(text, isLast);
    for (const index of split.broken) broken.push(rows.length + index);
    for (const row of split.rows) rows.push(row);
    if (rows.length > MOST_ROWS) return fail('tooManyRows', { file: file.name, limit: DEALS_PER_IMPORT });
    options.onProgress?.(end / file.size);
    await pause();
    if (options.isCancelled?.()) throw new Cancelled();
  }
  return toTable({ file: file.name, bytes: file.size, encoding, delimiter }, rows, broken);
}

function decode(decoder: TextDecoder, bytes: ArrayBuffer, isLast: boolean): string {
  try {
    const text = decoder.decode(bytes, { stream: true });
    return isLast ? text + flush(decoder) : text;
  } catch {
    throw new NotUtf8();
  }
}

/** A download cut off in the middle of a character says nothing about the encoding. */
function flush(decoder: TextDecoder): string {
  try {
    return decoder.decode();
  } catch {
    return '';
  }
}

function normaliseText(text: string): string {
  const today = text.replaceAll('\r\n', '\n');
  // Old Macs ended lines so.
  const lines = today.includes('\r') ? today.replaceAll('\r', '\n') : today;
  return lines.includes('\0') ? lines.replaceAll('\0', '') : lines;
}
