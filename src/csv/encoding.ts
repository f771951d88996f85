export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type BinaryLook = 'xlsx' | 'xls' | 'ods' | 'pdf' | 'image' | 'archive' | 'program' | 'other';
export type Sniffed = { isText: true; encoding: Encoding } | { isText: false; looksLike: BinaryLook };

/** First bytes of formats that get mistaken for exports. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], looksLike: BinaryLook])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'xls'],
  [[0x1f, 0x8b], 'archive'],
];

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, position) => head[position] === byte);
}

function includesText(head: Uint8Array, text: string): boolean {
  return new TextDecoder('windows-1252').decode(head).includes(text);
}

/** Share of NUL bytes at even and at odd positions: Latin text in UTF-16 has one in nearly every pair. */
function nulShares(head: Uint8Array): { even: number; odd: number } {
  const nuls = { even: 0, odd: 0 };
  head.forEach((byte, position) => {
    if (byte === 0) nuls[position % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  const pairs = Math.max(1, head.length / 2);
  return { even: nuls.even / pairs, odd: nuls.odd / pairs };
}

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;
}

/**
 * What the first bytes of a file say: text and its likely encoding, or a binary. UTF-8 is an assumption that strict
 * decoding has to confirm; where it doesn't, the file is windows-1252, what spreadsheets on Windows write.
 */
export function sniffBytes(head: Uint8Array): Sniffed {
  if (startsWith(head, [0xef, 0xbb, 0xbf])) return { isText: true, encoding: 'utf-8' };
  if (startsWith(head, [0xff, 0xfe])) return { isText: true, encoding: 'utf-16le' };
  if (startsWith(head, [0xfe, 0xff])) return { isText: true, encoding: 'utf-16be' };
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return { isText: false, looksLike: lookOfZip(head) };
  const signature = SIGNATURES.find(([bytes]) => startsWith(head, bytes));
  if (signature) return { isText: false, looksLike: signature[1] };
  const nuls = nulShares(head);
  if (nuls.odd > 0.4 && nuls.even < 0.1) return { isText: true, encoding: 'utf-16le' };
  if (nuls.even > 0.4 && nuls.odd < 0.1) return { isText: true, encoding: 'utf-16be' };
  const isProgram = startsWith(head, [0x4d, 0x5a]) || startsWith(head, [0x7f, 0x45, 0x4c, 0x46]);
  if (nuls.even + nuls.odd > 0) return { isText: false, looksLike: isProgram ? 'program' : 'other' };
  const controls = head.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  if (controls > head.length * 0.1) return { isText: false, looksLike: 'other' };
  return { isText: true, encoding: 'utf-8' };
}

function lookOfZip(head: Uint8Array): BinaryLook {
  if (includesText(head, 'opendocument.spreadsheet')) return 'ods';
  return includesText(head, 'xl/') || includesText(head, '[Content_Types].xml') ? 'xlsx' : 'archive';
}
