/** Long enough for any browser to have begun reading; Safari fails when the address goes at once. */
const KEEP_MILLISECONDS = 60_000;

/** Hands a file to the browser's own downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MILLISECONDS);
}
