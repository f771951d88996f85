import { describe, expect, it } from 'vitest';
import { inspectFiles } from '../../src/csv';
import { accountedRows, csvFile, day, fixture, importFiles, inspect, TODAY } from './csvFile';
import type { HistoryReport } from '../../src/workspace/importTypes';

function accountedHistory(report: HistoryReport | undefined): number | undefined {
  if (!report) return undefined;
  const { entries, otherChanges, duplicates, unmatched, rejected, ignored } = report;
  return entries + otherChanges + duplicates + unmatched + rejected + ignored;
}

const DEALS =
  'Deal ID,Name,Created,Close date,Stage,Amount\n' +
  'D1,A,2026-01-05,2026-03-01,Closed Won,10\nD2,B,2026-01-06,2026-03-02,Closed Lost,20\nD3,C,2026-02-01,2026-12-01,Offer,30\n';

describe('a Salesforce opportunity history', () => {
  it('is joined to the deals by id, also with the three letters that only check it', async () => {
    const files = [fixture('salesforce.csv'), fixture('salesforce-history.txt')];
    for (const order of [files, [...files].reverse()]) {
      const { mapping, files: shown } = await inspect(...order);
      expect(mapping.vendor).toBe('salesforce');
      expect(shown[mapping.mainFile]?.role).toBe('deals');
      expect(shown[mapping.history?.file ?? -1]).toMatchObject({ role: 'history', encoding: 'utf-16le' });
      const { deals, report } = await importFiles(...order);
      expect(deals[0]?.stageEntries).toEqual([
        { stage: 'Prospecting', day: day('2025-01-14') },
        { stage: 'Negotiation/Review', day: day('2025-01-20') },
      ]);
      expect(deals[1]?.stageEntries.map(({ stage }) => stage)).toEqual([
        'Prospecting',
        'Qualification',
        'Negotiation/Review',
      ]);
      expect(report.history).toEqual({
        rows: 8,
        entries: 4,
        otherChanges: 1,
        duplicates: 1,
        unmatched: 1,
        rejected: 1,
        ignored: 0,
      });
      expect(accountedHistory(report.history)).toBe(report.history?.rows);
      expect(report.notes).toContainEqual({ code: 'historyUnreadable', count: 1, rows: [9] });
      expect(report.notes).toContainEqual({ code: 'historyUnmatched', count: 1, rows: [8] });
      expect(mapping.stageOrder).toEqual(['Prospecting', 'Qualification', 'Negotiation/Review']);
    }
  });

  it('of all fields counts the rows about the stage alone; a deal older than it keeps an unknown beginning', async () => {
    const history = csvFile(
      'history_id,opportunity_id,field,old_value,new_value,created_at\n' +
        'h1,D1,Amount,,10,2026-01-15 03:00:00\nh2,D1,StageName,Lead,Demo,2026-01-15 03:00:00\n' +
        'h3,D3,StageName,Lead,Offer,2026-04-15 03:00:00\nh4,D2,CloseDate,,2026-03-02,2026-01-15 03:00:00\n',
      'history.csv',
    );
    const old = DEALS.replace('2026-01-05', '2025-01-05');
    const { deals, report } = await importFiles(csvFile(old), history);
    expect(deals[0]?.stageEntries).toEqual([{ stage: 'Demo', day: day('2026-01-15') }]);
    expect(deals[2]?.stageEntries).toEqual([
      { stage: 'Lead', day: day('2026-02-01') },
      { stage: 'Offer', day: day('2026-04-15') },
    ]);
    expect(report.history).toMatchObject({ rows: 4, entries: 2, otherChanges: 2 });
    expect(report.notes).toContainEqual({
      code: 'historyBegins',
      count: 1,
      rows: [2],
      example: '2026-01-15',
    });
  });
});

describe('a list of deal, stage and date', () => {
  const rows = ['D1,Offer,03.02.2026', 'D1,Demo,03.02.2026', 'D1,Lead,05.01.2026', 'D3,Lead,01.02.2026'];

  it('gives each deal its stages in order, also where the newest row comes first', async () => {
    const { deals } = await importFiles(
      csvFile(DEALS),
      csvFile(`deal,stage,date\n${rows.join('\n')}\n`, 'stages.csv'),
    );
    expect(deals[0]?.stageEntries.map(({ stage }) => stage)).toEqual(['Lead', 'Demo', 'Offer']);
    expect(deals[1]?.stageEntries).toEqual([]);
    expect(deals[2]).toMatchObject({ stage: 'Offer', stageEntries: [{ stage: 'Lead' }] });
  });

  it('asks for the date order where all its dates read both ways, with the first choice used meanwhile', async () => {
    const history = csvFile('deal,stage,date\nD1,Demo,3/2/2026\nD1,Lead,5/1/2026\n', 'stages.csv');
    const { questions, mapping } = await inspect(csvFile(DEALS), history);
    expect(questions).toMatchObject([{ code: 'dateOrder', file: 1, column: 2, example: '3/2/2026' }]);
    expect(mapping.history?.dateOrder).toBeUndefined();
  });
});

describe('several files', () => {
  const second =
    'Name,Deal ID,Created,Close date,Stage,Amount\nC2,D3,2026-02-01,2026-12-01,Demo,35\nE,D4,2026-02-02,,Demo,5\n,D5,never,,Demo,5\n';

  it('with the same columns, in whatever order, are read as one, duplicates across them counted', async () => {
    const files = [csvFile(DEALS, 'one.csv'), csvFile(second.replaceAll(',', ';'), 'two.csv')];
    const inspection = await inspect(...files);
    expect(inspection.files).toHaveLength(1);
    expect(inspection.files[0]?.parts).toEqual([
      { name: 'one.csv', rows: 3 },
      { name: 'two.csv', rows: 3 },
    ]);
    const { deals, report } = await importFiles(...files);
    expect(deals.map(({ id, name }) => [id, name])).toEqual([
      ['D1', 'A'],
      ['D2', 'B'],
      ['D3', 'C2'],
      ['D4', 'E'],
    ]);
    expect(report).toMatchObject({ rows: 6, deals: 4, duplicates: 1, duplicatesAcrossFiles: 1, rejected: 1 });
    expect(report.issues).toMatchObject([{ file: 'two.csv', row: 4, column: 'Created', code: 'badDate' }]);
    expect(accountedRows(report)).toBe(report.rows);
  });

  it('of deals, leads and stage history are told apart', async () => {
    const deals = csvFile(DEALS.replace('Amount', 'Lead ID').replaceAll(/,(10|20|30)\n/g, ',L$1\n'));
    const leads = csvFile('Lead ID,Lead Source\nL10,Referral\nL20,Webinar\n', 'leads.csv');
    const history = csvFile('Deal ID,From stage,To stage,Changed at\nD1,Lead,Demo,2026-02-01\n', 'h.csv');
    for (const files of [
      [deals, leads, history],
      [history, leads, deals],
    ]) {
      const imported = await importFiles(...files);
      expect(imported.deals.map(({ source }) => source)).toEqual(['Referral', 'Webinar', null]);
      expect(imported.deals[0]?.stageEntries).toHaveLength(2);
    }
  });
});

describe('an inspection', () => {
  it('carries what a screen shows: sample rows, how values are read, stages with outcomes, pipelines', async () => {
    const { files, stages, pipelines } = await inspect(fixture('copper.csv'));
    expect(files[0]?.sampleRows[0]?.slice(0, 4)).toEqual(['98765001', 'Roof', 'Åker AB', 'Won']);
    const column = (header: string) => files[0]?.columns.find((candidate) => candidate.header === header);
    expect(column('Created At')).toMatchObject({
      confidence: 'sure',
      dateOrder: 'mdy',
      example: { text: '3/5/2026', day: day('2026-03-05') },
    });
    expect(column('Value')).toMatchObject({ decimalMark: '.', example: { amount: 3500 } });
    expect(pipelines).toEqual([
      { value: 'Installations', count: 2 },
      { value: 'Service', count: 2 },
    ]);
    expect(stages).toContainEqual({ label: 'Qualified', outcome: 'open', count: 2, pipelines: ['Service'] });
  });
});

describe('a stage history without its deals', () => {
  it('is refused: each change would pass for a deal', async () => {
    const file = csvFile('Deal ID,From stage,To stage,Changed at\nD1,Lead,Demo,2026-02-01\n', 'h.csv');
    expect(await inspectFiles([file], null, TODAY)).toEqual({
      ok: false,
      problem: { code: 'onlyHistory', params: { file: 'h.csv' } },
    });
  });
});
