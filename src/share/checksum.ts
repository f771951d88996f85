/** CRC-32 (ISO 3309, as in gzip), a table of the 256 bytes worked out once. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest >>> 0;
});

export const CHECKSUM_BYTES = 4;

/** Four bytes, the highest first, that tell a text cut or mistyped from what was made. */
export function checksumOf(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let rest = 0xffffffff;
  for (const part of parts) {
    for (const byte of part) rest = (TABLE[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8);
  }
  const bytes = new Uint8Array(CHECKSUM_BYTES);
  new DataView(bytes.buffer).setUint32(0, ~rest >>> 0);
  return bytes;
}
