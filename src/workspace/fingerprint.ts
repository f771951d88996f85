/** FNV-1a, 32 bit (Fowler, Noll, Vo). */
function hash(text: string, seed: number): string {
  let hashed = seed;
  for (let position = 0; position < text.length; position += 1) {
    hashed = Math.imul(hashed ^ text.charCodeAt(position), 0x01000193);
  }
  return (hashed >>> 0).toString(16).padStart(8, '0');
}

/** 64 bits (16 hexadecimal digits) that tell texts apart, as long as nobody sets out to make two alike. */
export function fingerprintOf(text: string): string {
  return hash(text, 0x811c9dc5) + hash(text, 0x01000193);
}
