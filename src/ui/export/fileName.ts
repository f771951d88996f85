/** Name of a file saved on a day, by the date where the user is: "seedcast-deals-2026-11-23.csv". */
export function fileName(
  of: 'deals' | 'forecast' | 'qr',
  format: 'csv' | 'xlsx' | 'png' | 'seedcast.json',
  now: Date,
): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `seedcast-${of}-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.${format}`;
}
