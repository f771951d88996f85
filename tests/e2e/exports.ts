/** CSV files as a CRM exports them, small ones made up for these tests. */

export interface UploadedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const DAY = 86_400_000;
const isoDay = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY).toISOString().slice(0, 10);

/** A file as the file picker hands it over. */
export function csvFile(name: string, text: string | Buffer): UploadedFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text as string) };
}

const SOURCES = ['Referral', 'Google search', 'Cold call'];

/**
 * A HubSpot-like export of 90 deals over the last 15 months: every third won, every third lost, every third still
 * open, sources taking turns so that each outcome has all three. Two rows at the end can't be used.
 */
export function hubspotExport(): UploadedFile {
  const rows = [
    'Record ID,Deal Name,Deal Stage,Pipeline,Amount,Create Date,Close Date,Deal owner,Original Source',
  ];
  for (let index = 0; index < 90; index++) {
    const createdAgo = 460 - index * 5;
    const outcome = index % 3;
    const isClosed = outcome < 2 && createdAgo > 45;
    const stage = !isClosed ? 'Proposal' : outcome === 0 ? 'Closed Won' : 'Closed Lost';
    const closed = isClosed ? isoDay(createdAgo - 40) : isoDay(-30);
    const source = SOURCES[Math.floor(index / 3) % 3] ?? '';
    rows.push(
      `${1000 + index},Deal ${index},${stage},Sales,${10_000 + index * 100},${isoDay(createdAgo)},${closed},Kim,${source}`,
    );
  }
  rows.push(`2001,No date,Proposal,Sales,5000,,${isoDay(-10)},Kim,Referral`);
  rows.push(`2002,Bad date,Proposal,Sales,5000,soon,${isoDay(-10)},Kim,Referral`);
  return csvFile('hubspot-deals.csv', `${rows.join('\n')}\n`);
}

/** Files that can't be imported, and the message each is answered with. */
export const BAD_FILES: readonly { what: string; file: UploadedFile; message: string }[] = [
  { what: 'an empty file', file: csvFile('empty.csv', ''), message: 'problems_empty_file' },
  {
    what: 'a spreadsheet under the name of a CSV',
    file: csvFile(
      'deals.csv',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('xl/workbook.xml'.repeat(50))]),
    ),
    message: 'problems_binary_spreadsheet',
  },
  {
    what: 'a file with a header and no rows',
    file: csvFile('header.csv', 'Deal Name,Create Date,Amount,Deal Stage\n'),
    message: 'problems_only_header',
  },
  {
    what: 'a file about something else',
    file: csvFile('pets.csv', 'Pet,Colour\nCat,black\nDog,brown\n'),
    message: 'problems_no_usable_columns',
  },
];
