import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeOf, inspectFiles, readDeals } from '../../src/csv';
import type { ImportMapping } from '../../src/workspace/importTypes';
import { accountedRows, csvFile, day, fixture, importFiles, inspect, TODAY } from './csvFile';

const HEADER = 'Id,Name,Created,Close date,Stage,Amount,Source\n';

describe('rows', () => {
  it('of a repeated id: the last counts, the earlier is a duplicate', async () => {
    const { deals, report } = await importFiles(
      csvFile(
        `${HEADER}1,A,2025-01-01,,Open,5,x\n2,B,2025-01-01,,Open,5,x\n1,A,2025-01-01,2025-02-01,Won,9,x\n3,C,2025-01-01,,Lost,,\n`,
      ),
    );
    expect(deals.map(({ id, outcome, amount }) => [id, outcome, amount])).toEqual([
      ['1', 'won', 9],
      ['2', 'open', 5],
      ['3', 'lost', null],
    ]);
    expect(report).toMatchObject({ rows: 4, deals: 3, duplicates: 1 });
  });

  it('without ids are duplicates only when alike in every cell, and get the same ids in any order', async () => {
    const rows = ['A,2025-01-01,Won,5', 'A,2025-01-01,Won,6', 'B,2025-01-01,Lost,6', 'A,2025-01-01,Won,5'];
    const header = 'Name,Created,Status,Amount\n';
    const first = await importFiles(csvFile(header + rows.join('\n')));
    const other = await importFiles(csvFile(header + [...rows].reverse().join('\n')));
    expect(first.report).toMatchObject({ deals: 3, duplicates: 1 });
    expect(first.deals.map(({ id }) => id).sort()).toEqual(other.deals.map(({ id }) => id).sort());
    expect(new Set(first.deals.map(({ id }) => id)).size).toBe(3);
  });

  it('whose ids a spreadsheet rounded are told apart by content', async () => {
    const { deals, report } = await importFiles(
      csvFile(`${HEADER}1.23457E+18,A,2025-01-01,,Open,5,x\n1.23457E+18,B,2025-01-01,2025-02-02,Won,5,x\n`),
    );
    expect(deals.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(report.notes).toContainEqual({
      code: 'numericIdsRounded',
      count: 2,
      rows: [2, 3],
      example: '1.23457E+18',
    });
  });

  it('with a stray quote are rejected alone, the rest of the file is read', async () => {
    const good = '2,"B, ""b""",2025-01-01,,Open,5,x\n3,"two\nlines",2025-01-01,2025-02-02,Won,5,x\n';
    const { deals, report } = await importFiles(
      csvFile(`${HEADER}1,"A,2025-01-01,,Open,5,x\n${good}4,"Z,2025-01-01,,Open,5,x\n`),
    );
    expect(deals.map(({ name }) => name)).toEqual(['B, "b"', 'two\nlines']);
    expect(report.issues).toMatchObject([
      { row: 2, code: 'badQuotes', value: '1,"A,2025-01-01,,Open,5,x' },
      { row: 5, code: 'badQuotes' },
    ]);
    expect(accountedRows(report)).toBe(report.rows);
  });

  it('are numbered as a spreadsheet does, below a title of several lines', async () => {
    const { report } = await importFiles(
      csvFile(
        `Sales report\nGenerated,2025-03-03\n\n${HEADER}1,A,never,,Open,5,x\n2,B,2025-01-01,,Open,5,x\n`,
      ),
    );
    expect(report).toMatchObject({
      rows: 2,
      deals: 1,
      issues: [{ row: 5, column: 'Created', value: 'never', code: 'badDate' }],
    });
  });
});

describe('quality notes', () => {
  it('name what is odd and how it is treated', async () => {
    const { deals, report } = await importFiles(
      csvFile(
        HEADER +
          '1,A,2025-03-01,2025-02-01,Won,5,x\n' + // closed before it was created
          '2,B,2025-03-01,,Won,5,x\n' +
          '3,C,2025-03-02,2025-01-01,Open,5,x\n' +
          '4,D,2025-03-02,2025-09-01,Won,,x\n' + // nothing else happened that late
          '5,E,2025-03-03,2025-04-01,Open,5,x\n' +
          '6,F,2025-03-01,2025-03-02,Lost,0,x\n',
      ),
    );
    const counts = Object.fromEntries(report.notes.map(({ code, count }) => [code, count]));
    expect(counts).toEqual({
      closedBeforeCreated: 1,
      wonWithoutDate: 1,
      wonWithoutAmount: 1,
      expectedInPast: 1,
      closedInFuture: 1,
    });
    expect(report.dataDay).toBe(day('2025-03-03'));
    expect(deals[0]).toMatchObject({ created: day('2025-02-01'), closed: day('2025-02-01') });
    // Zero on every loss means that the export keeps no amount for losses.
    expect(deals[5]).toMatchObject({ outcome: 'lost', amount: null });
  });

  it('tell of a status against its stage, of several currencies, and of files with open or won deals alone', async () => {
    const mixed = await importFiles(
      csvFile(
        'Id,Created,Status,Stage,Amount,Currency\n1,2025-01-01,Open,Closed Won,5,SEK\n2,2025-01-01,Lost,Demo,5,EUR\n3,2025-01-02,Won,Demo,5,SEK\n',
      ),
    );
    expect(mixed.report.notes).toContainEqual(
      expect.objectContaining({ code: 'statusContradictsStage', count: 1, rows: [2] }),
    );
    expect(mixed.report.notes).toContainEqual({
      code: 'severalCurrencies',
      count: 1,
      rows: [3],
      deals: [{ row: 3, name: '2', text: 'EUR' }],
    });
    const open = await importFiles(csvFile('Id,Created,Stage\n1,2025-01-01,Demo\n2,2025-01-01,Offer\n'));
    expect(open.report.notes.map(({ code }) => code)).toEqual([
      'noSourceColumn',
      'noAmountColumn',
      'onlyOpen',
    ]);
    const won = await importFiles(
      csvFile('Id,Created,Won date\n1,2025-01-01,2025-01-04\n2,2025-01-01,2025-02-02\n'),
    );
    expect(won.deals.every(({ outcome }) => outcome === 'won')).toBe(true);
    expect(won.report.notes.map(({ code }) => code)).toContain('onlyWon');
  });
});

describe('questions', () => {
  const file = csvFile('Id,Created,Stage,Amount\n1,01/02/2025,Won,1.234\n2,03/04/2025,Demo,950\n');

  it('are asked with an example, and stay until each is answered', async () => {
    const first = await inspect(file);
    expect(first.questions).toEqual([
      {
        code: 'dateOrder',
        file: 0,
        column: 1,
        header: 'Created',
        example: '01/02/2025',
        choices: ['dmy', 'mdy'],
      },
      { code: 'decimalMark', file: 0, column: 3, header: 'Amount', example: '1.234' },
    ]);
    expect(first.preview[0]).toMatchObject({ created: day('2025-02-01'), amount: 1234 });
    const columns = first.mapping.columns.map((column) =>
      column.meaning === 'created' ? { ...column, dateOrder: 'mdy' as const } : column,
    );
    const second = await inspectFiles([file], { ...first.mapping, columns }, TODAY);
    expect(second.ok && second.value.questions.map(({ code }) => code)).toEqual(['decimalMark']);
    expect(second.ok && second.value.preview[0]?.created).toBe(day('2025-01-02'));
  });
});

describe('a mapping', () => {
  it('given back reads the same deals, and a fingerprint tells the same shape of file', async () => {
    const { mapping, fingerprint, preview } = await inspect(fixture('hubspot.csv'));
    const again = await inspectFiles([fixture('hubspot.csv')], structuredClone(mapping), TODAY);
    expect(again.ok && again.value).toMatchObject({ mapping, fingerprint, preview, questions: [] });
    expect(shapeOf(['a', 'b'])).not.toBe(shapeOf(['b', 'a']));
    expect(shapeOf(['\uFEFFa ', 'b'])).toBe(shapeOf(['a', 'b']));
  });

  it('corrected by the user is obeyed', async () => {
    const { mapping } = await inspect(fixture('pipedrive.csv'));
    const corrected: ImportMapping = {
      ...mapping,
      outcomes: { ...mapping.outcomes, Open: 'lost' },
      dataDay: day('2025-06-01'),
    };
    const result = await readDeals([fixture('pipedrive.csv')], corrected, TODAY);
    expect(result.ok && result.value.deals[2]?.outcome).toBe('lost');
    expect(result.ok && result.value.report.dataDay).toBe(day('2025-06-01'));
  });

  it('that lacks a needed column is told so', async () => {
    const { mapping } = await inspect(fixture('pipedrive.csv'));
    const columns = mapping.columns.map((column) =>
      column.meaning === 'created' ? { ...column, meaning: 'ignore' as const } : column,
    );
    const result = await readDeals([fixture('pipedrive.csv')], { ...mapping, columns }, TODAY);
    expect(result).toEqual({
      ok: false,
      problem: { code: 'noUsableColumns', params: { file: 'pipedrive.csv', missing: 'created' } },
    });
  });

  it('under which no row is left gives the first reason', async () => {
    const file = csvFile(`${HEADER}1,A,2099-01-01,,Open,5,x\n2,B,2099-01-01,,Open,5,x\n`);
    const { mapping } = await inspect(file);
    expect(await readDeals([file], mapping, TODAY)).toEqual({
      ok: false,
      problem: {
        code: 'allRejected',
        params: {
          file: 'deals.csv',
          rows: 2,
          row: 2,
          column: 'Created',
          value: '2099-01-01',
          code: 'createdInFuture',
        },
      },
    });
  });
});

describe('progress and cancel', () => {
  const many = csvFile(HEADER + `1,${'A'.repeat(100)},2025-01-01,,Open,5,x\n`.repeat(30_000));

  it('progress rises from 0 to 1', async () => {
    const seen: number[] = [];
    await inspectFiles([many], null, TODAY, { onProgress: (done) => seen.push(done) });
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
    expect(seen.at(-1)).toBe(1);
    expect(seen.length).toBeGreaterThan(3);
  });

  it('a cancelled import ends at the next chunk', async () => {
    let asked = 0;
    const result = await inspectFiles([many], null, TODAY, { isCancelled: () => (asked += 1) > 1 });
    expect(result).toEqual({ ok: false, problem: { code: 'cancelled', params: {} } });
    expect(asked).toBe(2);
  });
});

describe('mangled files', () => {
  const text = `${HEADER}1,"A, a",2025-01-01,2025-02-01,Won,"1,234.50",Web\n2,B,02/03/2025,,Demo,€ 5,\n\n${HEADER}Total,,,,,9,\n`;
  const mangled = fc
    .array(
      fc.tuple(
        fc.nat(text.length),
        fc.constantFrom('"', ',', ';', '\n', '\r', '\t', '-', 'é', '\u0000', '9', ''),
      ),
      { maxLength: 12 },
    )
    .map((cuts) =>
      cuts.reduce((whole, [at, letter]) => whole.slice(0, at) + letter + whole.slice(at + 1), text),
    );
  const anything = fc.oneof(
    mangled,
    fc.string({ unit: 'grapheme', maxLength: 200 }).map((noise) => HEADER + noise),
  );

  it('never throw, and every row is accounted for', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (content) => {
        const file = csvFile(content);
        const inspected = await inspectFiles([file], null, TODAY);
        if (!inspected.ok) return;
        const read = await readDeals([file], inspected.value.mapping, TODAY);
        if (!read.ok) return;
        expect(accountedRows(read.value.report)).toBe(read.value.report.rows);
        expect(new Set(read.value.deals.map(({ id }) => id)).size).toBe(read.value.deals.length);
      }),
      { numRuns: 200, seed: 7 },
    );
  }, 30_000);

  it('of random bytes never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const result = await inspectFiles([csvFile(new Uint8Array(bytes))], null, TODAY);
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 150, seed: 7 },
    );
  }, 30_000);
});
