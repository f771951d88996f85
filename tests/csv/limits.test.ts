import { describe, expect, it } from 'vitest';
import { inspectFiles } from '../../src/csv';
import { AMOUNT, DEALS_PER_IMPORT, TEXT_LENGTH } from '../../src/workspace/limits';
import { restore, restoreList } from '../../src/workspace/restore';
import { accountedRows, csvFile, importFiles, inspect, TODAY } from './csvFile';

const HEADER = 'Id,Name,Created,Close date,Stage,Amount,Source,Owner,Company\n';

function rowOf(patch: Partial<Record<'id' | 'name' | 'stage' | 'amount' | 'source', string>>): string {
  const { id = '1', name = 'A', stage = 'Open', amount = '5', source = 'x' } = patch;
  return `${id},${name},2025-01-01,,${stage},${amount},${source},Kim,Acme\n`;
}

describe('what can be saved', () => {
  it.each(['1000000000000001', '-1000000000000001', '2e15', '9'.repeat(400)])(
    'is no amount of %s: the row is left out as not a number, the others are taken',
    async (amount) => {
      const rows = [rowOf({ id: '1' }), rowOf({ id: '2', amount }), rowOf({ id: '3' })];
      const { deals, report } = await importFiles(csvFile(HEADER + rows.join('')));
      expect(deals.map(({ id }) => id)).toEqual(['1', '3']);
      expect(report.issues).toMatchObject([{ row: 3, column: 'Amount', value: amount, code: 'badNumber' }]);
      expect(accountedRows(report)).toBe(report.rows);
    },
  );

  it('are amounts up to the limit', async () => {
    const rows = [rowOf({ id: '1', amount: String(AMOUNT) }), rowOf({ id: '2', amount: String(-AMOUNT) })];
    const { deals } = await importFiles(csvFile(HEADER + rows.join('')));
    expect(deals.map(({ amount }) => amount)).toEqual([AMOUNT, -AMOUNT]);
  });

  it.each(['id', 'name', 'stage', 'source'] as const)(
    'a %s that is too long is cut, with a note',
    async (field) => {
      const rows = [
        rowOf({ id: '1' }),
        rowOf({ id: '2', [field]: 'å'.repeat(TEXT_LENGTH + 1) }),
        rowOf({ id: '3' }),
      ];
      const { deals, report } = await importFiles(csvFile(HEADER + rows.join('')));
      expect(deals).toHaveLength(3);
      expect(deals[1]?.[field]).toBe(`${'å'.repeat(TEXT_LENGTH - 1)}…`);
      expect(report.notes).toContainEqual(expect.objectContaining({ code: 'textCut', count: 1, rows: [3] }));
      expect(restoreList('deal', deals, 10).ok).toBe(true);
    },
  );

  it('is a text of exactly the longest length, without a note', async () => {
    const name = 'n'.repeat(TEXT_LENGTH);
    const { deals, report } = await importFiles(csvFile(HEADER + rowOf({ name })));
    expect(deals[0]?.name).toBe(name);
    expect(report.notes.map(({ code }) => code)).not.toContain('textCut');
  });

  it('never ends in half a character', async () => {
    const { deals } = await importFiles(csvFile(HEADER + rowOf({ name: `x${'🌱'.repeat(TEXT_LENGTH)}` })));
    expect(deals[0]?.name.isWellFormed()).toBe(true);
  });

  it('are headers, rejected values and reports of a file whatever is in it', async () => {
    const long = 'v'.repeat(3 * TEXT_LENGTH);
    const header = `${long},${HEADER}`;
    const rows = [`x,${rowOf({})}`, `x,${rowOf({ id: '2', amount: long })}`, `x,3,"${long},2025-01-01\n`];
    const file = csvFile(header + rows.join(''));
    const { mapping } = await inspect(file);
    const { report } = await importFiles(file);
    expect(report.rejected).toBe(2);
    const record = {
      id: 'x',
      files: ['deals.csv'],
      isExample: false,
      importedAt: 0,
      dataDay: report.dataDay,
      mapping,
      report,
    };
    expect(restore('importRecord', record)).toMatchObject({ ok: true });
  });

  it('is not a file of more rows than an import holds, which says so', async () => {
    const file = csvFile(`Name,Created,Stage\n${'\n'.repeat(DEALS_PER_IMPORT + 200)}`);
    expect(await inspectFiles([file], null, TODAY)).toEqual({
      ok: false,
      problem: { code: 'tooManyRows', params: { file: 'deals.csv', limit: DEALS_PER_IMPORT } },
    });
  });
});
