/** Every line end as `\n`. */
export function normaliseNewlines(text: string): string {
  if (!text.includes('\r')) return text;
  const today = text.replaceAll('\r\n', '\n');
  // Old Macs ended lines so.
  return today.includes('\r') ? today.replaceAll('\r', '\n') : today;
}
