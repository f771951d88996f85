import { csvFile, type UploadedFile } from './exports.ts';

/**
 * An export of any number of deals, of which 30,000 take some tenths of a second to read and to store. No two numbers of deals
 * have the same columns, so that each is checked: a known shape of file is read as last time.
 */
export function largeExport(rows: number): UploadedFile {
  const lines = [
    `Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Deal owner,Original Source,Note ${rows}`,
  ];
  for (let row = 0; row < rows; row += 1) {
    const month = String((row % 12) + 1).padStart(2, '0');
    const stage = ['Closed Won', 'Closed Lost', 'Proposal'][row % 3] ?? '';
    lines.push(`${row},Deal ${row},${stage},${1_000 + row},2025-${month}-05,2025-${month}-25,Kim,Referral,`);
  }
  return csvFile(`deals-${rows}.csv`, `${lines.join('\n')}\n`);
}
