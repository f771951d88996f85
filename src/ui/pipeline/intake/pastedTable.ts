/**
 * Text as a file to import, where it is a table: at least two lines, the first with columns. What a spreadsheet puts on the
 * clipboard is a CSV separated by tabs. null where it is any other text.
 */
export function pastedTable(text: string, name: string): File | null {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const isTable = lines.length > 1 && /[\t;,]/.test(lines[0] ?? '');
  return isTable ? new File([text], name, { type: 'text/csv' }) : null;
}
