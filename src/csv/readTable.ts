import { DEALS_PER_IMPORT } from '../workspace/limits';
import { detectDelimiter } from './delimiter';
import { sniffBytes } from './encoding';
import type { Encoding } from './encoding';
import { normaliseNewlines } from './newlines';
import { fail } from './problem';
import { pause } from './sourceFile';
import type { ImportOptions, SourceFile } from './sourceFile';
import { RowSplitter } from './splitRows';
import type { Table } from './table';
import { TableBuilder } from './tableBuilder';
import { NotUtf8, Utf8Pieces } from './utf8Pieces';
import type { ImportResult } from './types';

/** Above this a phone's memory does not hold the table. */
export const LIMIT_MEGABYTES = 100;
const MEGABYTE = 1_000_000;
/** What can be saved of one import, and a little for the header and what stands above it. */
export const MOST_ROWS = DEALS_PER_IMPORT + 100;
/** Some hundredths of a second of work; many small ones would cost more to ask for than to read. */
const CHUNK_BYTES = 1 << 20;
const HEAD_BYTES = 1 << 16;

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
  const pieces = new Utf8Pieces();
  const toUtf8 = converterOf(encoding);
  const builder = new TableBuilder();
  let splitter: RowSplitter | null = null;
  let delimiter = ',';
  for (let start = 0; start < file.size; start += CHUNK_BYTES) {
    const end = Math.min(file.size, start + CHUNK_BYTES);
    const isLast = end === file.size;
    const bytes = toUtf8(new Uint8Array(await file.slice(start, end).arrayBuffer()), isLast);
    let text = pieces.push(bytes, isLast);
    if (splitter === null && text !== '') {
      const begin = readBeginning(text, isLast);
      ({ delimiter } = begin);
      text = text.slice(begin.length);
      splitter = new RowSplitter(delimiter);
    }
    pieces.giveBack(splitter?.push(text, isLast, builder) ?? '');
    if (builder.size > MOST_ROWS) return fail('tooManyRows', { file: file.name, limit: DEALS_PER_IMPORT });
    options.onProgress?.(end / file.size);
    await pause();
    if (options.isCancelled?.()) throw new Cancelled();
  }
  return builder.finish({ file: file.name, bytes: file.size, encoding, delimiter });
}

/** The same text in UTF-8; what is UTF-8 already stays as it is. */
function converterOf(encoding: Encoding): (bytes: Uint8Array, isLast: boolean) => Uint8Array {
  if (encoding === 'utf-8') return (bytes) => bytes;
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (bytes, isLast) =>
    encoder.encode(decoder.decode(bytes, { stream: true }) + (isLast ? decoder.decode() : ''));
}

/** The delimiter, by Excel's own `sep=;` or by the first lines, and the length of what stands before the first record. */
function readBeginning(text: string, isLast: boolean): { delimiter: string; length: number } {
  const said = /^sep=(.)(\r\n|\r|\n|$)/i.exec(text);
  if (said) return { delimiter: said[1] ?? ',', length: said[0].length };
  const head = normaliseNewlines(text.slice(0, HEAD_BYTES));
  const lastLine = head.lastIndexOf('\n');
  const isWhole = isLast && text.length <= HEAD_BYTES;
  const sample = isWhole || lastLine === -1 ? head : head.slice(0, lastLine);
  return { delimiter: detectDelimiter(sample) ?? ',', length: 0 };
}
