import { describe, expect, it } from 'vitest';
import { inspectFiles } from '../../src/csv';
import { dateOfSerial, isDateFormat, textOfNumber } from '../../src/csv/xlsx/cells';
import { accountedRows, csvFile, day, importFiles, inspect, TODAY } from './csvFile';
import { xlsxFile } from './xlsxFile';
import type { Cell } from './xlsxFile';

const HEADER: Cell[] = ['Deal ID', 'Deal Name', 'Created', 'Close date', 'Stage', 'Amount'];
/** 2026-01-05 and 2026-03-02 as Excel counts days. */
const CREATED = { day: 46_027 };
const CLOSED = { day: 46_083.75 };
const ROWS: Cell[][] = [
  HEADER,
  ['9007199254740993123', 'Åsa & Söner <AB>', CREATED, CLOSED, 'Closed Won', 1234.56],
  ['2', ' two\nlines', CREATED, CLOSED, 'Closed Lost', 1.234],
  [3, 'Three', CREATED, null, 'Offer', 0.1],
];

describe('a workbook', () => {
  const writers = {
    'with shared strings': xlsxFile({ Deals: ROWS }),
    'with text in its cells': xlsxFile({ Deals: ROWS }, { text: 'inline' }),
    'with prefixed names': xlsxFile({ Deals: ROWS }, { prefix: 'x' }),
    'that is not compressed': xlsxFile({ Deals: ROWS }, { isStored: true }),
    'whose days count from 1904': xlsxFile(
      {
        Deals: ROWS.map((row) =>
          row.map((cell) =>
            typeof cell === 'object' && cell !== null && 'day' in cell ? { day: cell.day - 1462 } : cell,
          ),
        ),
      },
      { is1904: true },
    ),
  };
  for (const [name, file] of Object.entries(writers)) {
    it(`${name} gives the deals that its CSV would`, async () => {
      const { files, questions } = await inspect(file);
      expect(files[0]).toMatchObject({ encoding: 'xlsx', rows: 3 });
      expect(questions).toEqual([]);
      const { deals, report } = await importFiles(file);
      expect(deals).toMatchObject([
        {
          id: '9007199254740993123',
          name: 'Åsa & Söner <AB>',
          created: day('2026-01-05'),
          closed: day('2026-03-02'),
          amount: 1234.56,
        },
        { id: '2', name: 'two\nlines', outcome: 'lost', amount: 1.234 },
        { id: '3', outcome: 'open', closed: null, amount: 0.1 },
      ]);
      expect(accountedRows(report)).toBe(report.rows);
    });
  }

  it('keeps the numbers of its rows, blank ones between included, and gives rows that can’t be read by them', async () => {
    const rows = [
      ['Report of deals'],
      [],
      HEADER,
      ...ROWS.slice(1, 2),
      [],
      ['x', 'X', 'soon', null, 'Offer', 1],
    ];
    const { report } = await importFiles(xlsxFile({ Deals: rows }));
    expect(report).toMatchObject({ rows: 3, deals: 1, blank: 1, rejected: 1 });
    expect(report.issues).toMatchObject([{ file: 'deals.xlsx', row: 6, column: 'Created', code: 'badDate' }]);
  });

  it('of several sheets is read by the one that looks like deals, and says which were not', async () => {
    const notes = [['Note'], ['Bring cake']];
    const prices = [
      ['Product', 'Price', 'Valid from'],
      ['A', 1, CREATED],
      ['B', 2, CREATED],
    ];
    const { report, deals } = await importFiles(xlsxFile({ Notes: notes, Prices: prices, Deals: ROWS }));
    expect(deals).toHaveLength(3);
    expect(report.notes).toContainEqual({
      code: 'sheetsLeftOut',
      count: 2,
      rows: [],
      example: 'Notes, Prices',
    });
    const { deals: visible } = await importFiles(
      xlsxFile({ Old: [...ROWS, ['4', 'D', CREATED, null, 'Offer', 1]], Deals: ROWS }, { hidden: ['Old'] }),
    );
    expect(visible).toHaveLength(3);
  });

  it('reads runs of text, results of formulas, booleans, errors, ISO days, and days in cells without a format', async () => {
    const odd: Cell[] = [
      { xml: '<c r="A2" t="s"><v>99</v></c>' },
      {
        xml: '<c r="B2" t="inlineStr"><is><r><t>Ro</t></r><r><rPr/><t>ad</t></r><rPh><t>x</t></rPh></is></c>',
      },
      { xml: '<c r="C2" t="d"><v>2026-01-05T10:00:00</v></c>' },
      { xml: '<c r="D2"/>' },
      { xml: '<c r="E2" t="str"><f>A1&amp;"x"</f><v>Off_x0065_r</v></c>' },
      { xml: '<c r="F2" t="e"><v>#N/A</v></c>' },
    ];
    const plain = (id: string, amount: Cell): Cell[] => [id, 'B', '2026-01-06', null, 'Offer', amount];
    const { deals, report } = await importFiles(
      xlsxFile({ Deals: [HEADER, odd, plain('b', true), plain('c', 5), plain('d', 6)] }),
    );
    expect(deals.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(report.issues.map(({ value, code }) => [value, code])).toEqual([
      ['#N/A', 'badNumber'],
      ['TRUE', 'badNumber'],
    ]);
    const serials = await importFiles(
      xlsxFile({ Deals: [HEADER, ['a', 'A', 46_027, 46_083.75, 'Closed Won', 5]] }),
    );
    expect(serials.deals).toMatchObject([{ created: day('2026-01-05'), closed: day('2026-03-02') }]);
  });

  it('of 20,000 rows is read whole', { timeout: 20_000 }, async () => {
    const rows = Array.from({ length: 20_000 }, (_, row): Cell[] => [
      `id${row}`,
      `Deal ${row}`,
      { day: 45_000 + (row % 900) },
      row % 3 === 0 ? null : { day: 45_100 + (row % 900) },
      ['Offer', 'Closed Won', 'Closed Lost'][row % 3] ?? '',
      row / 7,
    ]);
    const { deals, report } = await importFiles(xlsxFile({ Deals: [HEADER, ...rows] }));
    expect(report).toMatchObject({ rows: 20_000, deals: 20_000 });
    expect(deals[19_999]?.amount).toBe(19_999 / 7);
  });

  it.each([
    ['cut off', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, bytes.length - 400)],
    [
      'with damaged packing',
      (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, at) => (at > 60 && at < 900 ? 7 : byte)),
    ],
  ])('%s is told as such', async (_name, damage) => {
    const whole = new Uint8Array(await xlsxFile({ Deals: ROWS }).slice(0, 1e6).arrayBuffer());
    const result = await inspectFiles([csvFile(damage(whole), 'deals.xlsx')], null, TODAY);
    expect(result).toMatchObject({ ok: false, problem: { code: 'binaryFile' } });
  });
});

describe('cells of a workbook', () => {
  it('are days where their format shows a day or a year', () => {
    expect([14, 22, 0, 2, 9, 20, 46].map((id) => isDateFormat(id, ''))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(
      ['yyyy-mm-dd', '[$-409]d\\-mmm;@', '#,##0.00 "day"', 'h:mm', '0.00', '[h]:mm'].map((code) =>
        isDateFormat(164, code),
      ),
    ).toEqual([true, true, false, false, false, false]);
  });

  it('give serial numbers as days with their time, in either calendar', () => {
    // Excel's own: 1 March 1900 is day 61, 1 January 2000 day 36526, and 34,064 days after 1904-01-01.
    expect(dateOfSerial(61, false)).toBe('1900-03-01');
    expect(dateOfSerial(36_526.5, false)).toBe('2000-01-01 12:00:00');
    expect(dateOfSerial(35_064, true)).toBe('2000-01-01');
    expect(dateOfSerial(-1, false)).toBeNull();
  });

  it('give numbers with all digits, never so that a point could group thousands', () => {
    expect(
      ['1234.5599999999999', '1.234', '1E3', '0.1', '123456789012345680000', ''].map(textOfNumber),
    ).toEqual(['1234.56', '1.2340', '1000', '0.1', '123456789012345680000', '']);
  });
});
