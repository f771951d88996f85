const BYTES_AT_ONCE = 1 << 20;

/** Whether two lists of files hold the same bytes in the same order, whatever the files are called. */
export async function areSameFiles(some: readonly Blob[], others: readonly Blob[]): Promise<boolean> {
  if (some.length !== others.length || some.length === 0) return false;
  for (const [index, file] of some.entries()) {
    const other = others[index];
    if (!other || !(await isSame(file, other))) return false;
  }
  return true;
}

async function isSame(file: Blob, other: Blob): Promise<boolean> {
  if (file.size !== other.size) return false;
  for (let start = 0; start < file.size; start += BYTES_AT_ONCE) {
    const end = start + BYTES_AT_ONCE;
    const [one, two] = await Promise.all([readBytes(file, start, end), readBytes(other, start, end)]);
    if (!one.every((byte, position) => byte === two[position])) return false;
  }
  return true;
}

async function readBytes(file: Blob, start: number, end: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(start, end).arrayBuffer());
}
