import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardText, unguardText } from '../../src/csv/guardText';
import { csvStyleOf, writeCsv } from '../../src/csv/writeCsv';
import { ExportCancelled, tableOfDeals, writeTable } from '../../src/csv/writing';
import type { ExportCell, ExportFormat } from '../../src/csv/writing';
import type { DealRecord } from '../../src/engine';
import { day, importFiles, TODAY } from './csvFile';

const FIRST = day('2015-01-01');
/** As an import leaves them: trimmed, with `\n` for line ends, of whole characters. */
const text = fc
  .string({ unit: fc.constantFrom(...'aB9åß🌱,;"\n\t\'=+-@ (%€.|'), minLength: 1, maxLength: 12 })
  .map((value) => value.trim())
  .filter((value) => value !== '');
const orNull = fc.option(text, { nil: null });
const label = fc.constantFrom(
  'Lead',
  'Demo (SQL)',
  'Win-back',
  '=Offer',
  'Lost & found',
  'Päivä',
  '1. "Sign"',
);
/** As the worker adds them to the deals. */
const EXTRA_HEADERS = ['Seedcast Kind', 'Seedcast Left Out', 'Seedcast Chance', 'Seedcast Expected'];
const amount = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
  fc.double({ min: -1e6, max: 1e12, noNaN: true }).filter((value) => !Object.is(value, -0)),
  fc.integer({ min: -999_999, max: 999_999 }).map((value) => value / 1000 || 0),
);

const deal: fc.Arbitrary<Omit<DealRecord, 'id'>> = fc
  .record({
    name: text,
    company: orNull,
    owner: orNull,
    source: orNull,
    pipeline: orNull,
    created: fc.integer({ min: FIRST, max: TODAY - 400 }),
    outcome: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
    closedAfter: fc.option(fc.nat(300), { nil: null }),
    expectedAfter: fc.option(fc.nat(900), { nil: null }),
    amount: fc.option(amount, { nil: null }),
    currency: fc.constantFrom('SEK', 'EUR', null),
    stage: fc.option(label, { nil: null }),
    visits: fc.array(fc.tuple(label, fc.nat(40)), { maxLength: 5 }),
    lostReason: orNull,
    probability: fc.option(
      fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000),
      { nil: null },
    ),
    category: orNull,
  })
  .map(({ closedAfter, expectedAfter, visits, ...rest }) => ({
    ...rest,
    // An import takes the latest entry where nothing else says the stage.
    stage: rest.stage ?? visits.sort((a, b) => a[1] - b[1])[visits.length - 1]?.[0] ?? null,
    closed: rest.outcome === 'open' || closedAfter === null ? null : rest.created + closedAfter,
    expectedClose: rest.outcome !== 'open' || expectedAfter === null ? null : rest.created + expectedAfter,
    lostReason: rest.outcome === 'lost' ? rest.lostReason : null,
    stageEntries: visits
      .sort((a, b) => a[1] - b[1])
      .map(([stage, after]) => ({ stage, day: rest.created + after })),
  }));

async function fileOf(deals: readonly DealRecord[], format: ExportFormat, language: string) {
  const blob = await writeTable(tableOfDeals(deals), format, language);
  return Object.assign(blob, { name: `deals.${format}` });
}

describe('deals written to a file', () => {
  it.each([
    ['csv', 60],
    ['xlsx', 40],
  ] as const)(
    'lose nothing on the way out and back in, as %s',
    { timeout: 20_000 },
    async (format, numRuns) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(deal, { minLength: 2, maxLength: 8 }),
          fc.constantFrom('en', 'sv', 'de'),
          async (given, language) => {
            const deals = given.map((each, index): DealRecord => ({ ...each, id: `d${index}` }));
            const { deals: back, report } = await importFiles(await fileOf(deals, format, language));
            expect(back).toEqual(deals);
            expect(report).toMatchObject({ rejected: 0, duplicates: 0, rows: deals.length });
          },
        ),
        { seed: 81, numRuns },
      );
    },
  );

  it('leave out stages that imports have merely seen: they would come back as dates of the CRM', () => {
    const [first] = fc.sample(deal, { seed: 3, numRuns: 1 });
    if (!first) throw new Error('no deal');
    const noted = [{ stage: 'Offer', day: first.created }];
    const seen = { stage: 'Demo', day: first.created + 9, isSeen: true as const };
    const headersOf = (stageEntries: DealRecord['stageEntries']) =>
      tableOfDeals([{ ...first, id: 'a', stageEntries }]).headers;
    expect(headersOf([...noted, seen])).toEqual(headersOf(noted));
  });

  it('have columns of the app’s own that are not read back as something else', async () => {
    const [first] = fc.sample(deal, { seed: 3, numRuns: 1 });
    if (!first) throw new Error('no deal');
    const deals = [{ ...first, id: 'a', outcome: 'open' as const, closed: null, lostReason: null }];
    const table = tableOfDeals(
      deals,
      EXTRA_HEADERS.map((header) => [header, () => 0.5] as const),
    );
    const csv = await writeTable(table, 'csv', 'en');
    const { deals: back } = await importFiles(Object.assign(csv, { name: 'deals.csv' }));
    expect(back).toEqual(deals);
  });

  it('tell how far they are and stop when told to', async () => {
    const rows = Array.from({ length: 2000 }, (_, row): ExportCell[] => [row]);
    for (const format of ['csv', 'xlsx'] as const) {
      const told: number[] = [];
      const table = () => ({ name: 'T', headers: ['N'], rows, count: rows.length });
      await writeTable(table(), format, 'en', { onProgress: (done) => told.push(done) });
      expect(told).toEqual([0.25, 0.5, 0.75, 1]);
      await expect(writeTable(table(), format, 'en', { isCancelled: () => true })).rejects.toBeInstanceOf(
        ExportCancelled,
      );
    }
  });
});

async function csvOf(headers: string[], rows: ExportCell[][], language: string): Promise<string> {
  const blob = await writeCsv({ name: '', headers, rows, count: rows.length }, csvStyleOf(language));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
}

describe('writeCsv', () => {
  it('separates and marks as spreadsheets of the language do', async () => {
    expect(csvStyleOf('sv')).toEqual({ delimiter: ';', decimalMark: ',' });
    expect(csvStyleOf('en')).toEqual({ delimiter: ',', decimalMark: '.' });
    expect(await csvOf(['A', 'B'], [[1.5, 'x;y']], 'sv')).toBe('\uFEFFA;B\r\n1,5;"x;y"\r\n');
    expect(await csvOf(['A', 'B'], [[null, 'x;y']], 'en')).toBe('\uFEFFA,B\r\n,x;y\r\n');
  });

  it('leads what a spreadsheet would run with an apostrophe, but not numbers', async () => {
    const text = await csvOf(['=H'], [['=1+1'], ['-x'], ['@a'], [-5], ['a=b']], 'en');
    expect(text).toBe("\uFEFF'=H\r\n'=1+1\r\n'-x\r\n'@a\r\n-5\r\na=b\r\n");
  });

  it('leaves blank what is no number', async () => {
    expect(await csvOf(['A', 'B'], [[NaN, Infinity]], 'en')).toBe('\uFEFFA,B\r\n,\r\n');
  });

  it('writes numbers so that no one takes a decimal mark for one of thousands', async () => {
    const text = await csvOf(['A'], [[1.234], [1e-7], [1e15], [-0.125]], 'sv');
    expect(text.split('\r\n')).toEqual(['\uFEFFA', '1,2340', '0,0000001', '1000000000000000', '-0,1250', '']);
  });
});

describe('guardText', () => {
  it('is taken off again, whatever the text, and only then', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', 'a', '\t') }), (value) => {
        expect(unguardText(guardText(value))).toBe(value);
        expect(guardText(value)).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { seed: 82 },
    );
  });
});
