import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvStyleOf, exportDeals, writeCsv } from '../../src/csv';
import { guardText, unguardText } from '../../src/csv/guardText';
import type { DealRecord } from '../../src/engine';
import { csvFile, day, importFiles, TODAY } from './csvFile';

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

describe('exportDeals', () => {
  it('loses nothing on the way out and back in, in either style', { timeout: 20_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deal, { minLength: 2, maxLength: 8 }),
        fc.constantFrom('en', 'sv', 'de'),
        async (given, language) => {
          const deals = given.map((each, index): DealRecord => ({ ...each, id: `d${index}` }));
          const { deals: back, report } = await importFiles(
            csvFile(exportDeals(deals, csvStyleOf(language))),
          );
          expect(back).toEqual(deals);
          expect(report).toMatchObject({ rejected: 0, duplicates: 0, rows: deals.length });
        },
      ),
      { seed: 81, numRuns: 80 },
    );
  });

  it('adds columns that are not read back as something else', async () => {
    const [first] = fc.sample(deal, { seed: 3, numRuns: 1 });
    if (!first) throw new Error('no deal');
    const deals = [{ ...first, id: 'a', outcome: 'open' as const, closed: null, lostReason: null }];
    const csv = exportDeals(deals, csvStyleOf('en'), {
      headers: ['Chance', 'Expected Value'],
      cellsOf: () => [0.5, 1234.5],
    });
    const { deals: back } = await importFiles(csvFile(csv));
    expect(back).toMatchObject([{ amount: first.amount, probability: first.probability }]);
  });
});

describe('writeCsv', () => {
  it('separates and marks as spreadsheets of the language do', () => {
    expect(csvStyleOf('sv')).toEqual({ delimiter: ';', decimalMark: ',' });
    expect(csvStyleOf('en')).toEqual({ delimiter: ',', decimalMark: '.' });
    expect(writeCsv(['A', 'B'], [[1.5, 'x;y']], csvStyleOf('sv'))).toBe('\uFEFFA;B\r\n1,5;"x;y"\r\n');
    expect(writeCsv(['A', 'B'], [[null, 'x;y']], csvStyleOf('en'))).toBe('\uFEFFA,B\r\n,x;y\r\n');
  });

  it('leads what a spreadsheet would run with an apostrophe, but not numbers', () => {
    const line = writeCsv(['=H'], [['=1+1'], ['-x'], ['@a'], [-5], ['a=b']], csvStyleOf('en'));
    expect(line).toBe("\uFEFF'=H\r\n'=1+1\r\n'-x\r\n'@a\r\n-5\r\na=b\r\n");
  });

  it('writes numbers so that no one takes a decimal mark for one of thousands', () => {
    expect(writeCsv(['A'], [[1.234], [1e-7], [1e15], [-0.125]], csvStyleOf('sv')).split('\r\n')).toEqual([
      '\uFEFFA',
      '1,2340',
      '0,0000001',
      '1000000000000000',
      '-0,1250',
      '',
    ]);
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
