/**
 * A made-up export of so many deals and 20 columns, as a CRM writes it: ids of 19 digits, names with commas in quotes,
 * dates with times, blank cells. Every row differs; the same text each time.
 */
export function crmExportText(rows: number): string {
  let seed = 12_345;
  const random = (limit: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  const pick = (values: readonly string[]): string => values[random(values.length)] ?? '';
  const lines = [HEADERS.join(',')];
  for (let row = 0; row < rows; row++) {
    const stage = pick(STAGES);
    const created = random(1_400);
    const isClosed = stage.startsWith('Closed');
    const closed = created + random(180);
    const amount = (random(5_000_000) / 100).toFixed(2);
    lines.push(
      [
        `90071992547409${String(10_000 + row).padStart(7, '0')}`,
        random(3) === 0 ? `"Order ${row}, ""phase ${random(9)}"""` : `Order ${row}`,
        stage,
        'Sales Pipeline',
        random(20) === 0 ? '' : amount,
        amount,
        'SEK',
        stampOf(created),
        stampOf(closed),
        pick(SOURCES),
        pick(OWNERS),
        `"Company ${random(40_000)}, Inc."`,
        stage === 'Closed Lost' ? pick(['Price', 'Timing', 'Competitor']) : '',
        String(random(100)),
        pick(['Commit', 'Best case', 'Pipeline', '']),
        stampOf(created),
        random(2) === 0 ? stampOf(created + 10) : '',
        random(3) === 0 ? stampOf(created + 25) : '',
        isClosed && stage.endsWith('Won') ? stampOf(closed) : '',
        pick(['New business', 'Existing business']),
      ].join(','),
    );
  }
  return lines.join('\r\n');
}

/**
 * The export of some time later: a hundredth of the deals is gone, as many have come, and of the others a tenth of those in the
 * first stage has gone on to the second.
 */
export function laterCrmExportText(rows: number): string {
  const moved = rows / 100;
  const [header = '', ...lines] = crmExportText(rows + moved).split('\r\n');
  const later = lines
    .slice(moved)
    .map((line, row) => (row % 10 === 0 ? line.replace(`,${STAGES[0]},`, `,${STAGES[1]},`) : line));
  return [header, ...later].join('\r\n');
}

const HEADERS = [
  'Record ID',
  'Deal Name',
  'Deal Stage',
  'Pipeline',
  'Amount',
  'Weighted amount',
  'Currency',
  'Create Date',
  'Close Date',
  'Original Traffic Source',
  'Deal owner',
  'Associated Company',
  'Closed Lost Reason',
  'Deal probability',
  'Forecast category',
  '"Date entered ""Appointment Scheduled (Sales Pipeline)"""',
  '"Date entered ""Presentation (Sales Pipeline)"""',
  '"Date entered ""Contract Sent (Sales Pipeline)"""',
  '"Date entered ""Closed Won (Sales Pipeline)"""',
  'Deal Type',
];
const STAGES = ['Appointment Scheduled', 'Presentation', 'Contract Sent', 'Closed Won', 'Closed Lost'];
const SOURCES = ['Organic search', 'Paid search', 'Referrals', 'Direct traffic', 'Offline sources', ''];
const OWNERS = ['Eva Ek', 'Bo Al', 'Åsa Öberg', 'Jo Doe', 'Ann Lee', 'Kim Ray'];
/** 2022-06-01. */
const FIRST_DAY_MILLISECONDS = 1_654_041_600_000;
const DAY_MILLISECONDS = 86_400_000;

function stampOf(day: number): string {
  return new Date(FIRST_DAY_MILLISECONDS + day * DAY_MILLISECONDS)
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ');
}
