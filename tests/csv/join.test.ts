import { describe, expect, it } from 'vitest';
import { csvFile, day, importFiles, inspect } from './csvFile';

describe('a second file', () => {
  const leads = csvFile(
    'lead_id,lead_source,status,created_date\nL1,Referral,Dead,2024-01-01\nL2,Website,New,2024-01-02\nL2,Event,New,2024-01-02\n',
    'leads.csv',
  );
  const deals = csvFile(
    'opportunity_id,lead_id,deal_stage,engage_date,close_date\nO1,L1,Won,2024-02-01,2024-03-01\nO2,L1,Demo,2024-02-02,\nO3,L2,Lost,2024-02-03,2024-03-05\nO4,,Demo,2024-02-04,\nO5,L9,Demo,2024-02-05,\n',
    'deals.csv',
  );

  it('adds what the file of deals lacks, in either order of the files', async () => {
    for (const files of [
      [leads, deals],
      [deals, leads],
    ]) {
      const { mapping } = await inspect(...files);
      expect(files[mapping.mainFile]).toBe(deals);
      const taken = mapping.join?.columns
        .filter(({ meaning }) => meaning !== 'ignore')
        .map(({ header }) => header);
      expect(taken).toEqual(['lead_source']);
      const imported = await importFiles(...files);
      expect(imported.deals.map(({ source }) => source)).toEqual([
        'Referral',
        'Referral',
        'Website',
        null,
        null,
      ]);
      expect(imported.deals[0]?.created).toBe(day('2024-02-01'));
      expect(imported.report.notes).toContainEqual({ code: 'unmatchedKeys', count: 1, rows: [6] });
      expect(imported.report.notes).toContainEqual({ code: 'duplicateKeys', count: 1, rows: [4] });
      expect(imported.report.rows).toBe(5);
    }
  });

  it('of won deals closes the leads it names, the others are open', async () => {
    const all = csvFile(
      'mql_id,first_contact_date,origin\na1,2024-01-01,email\nb2,2024-01-02,\nc3,2024-01-03,social\n',
      'mql.csv',
    );
    const won = csvFile(
      'mql_id,won_date,revenue\nb2,2024-02-01 10:00:00,10\nzz,2024-02-02 10:00:00,20\n',
      'won.csv',
    );
    const { deals: imported, report } = await importFiles(won, all);
    expect(imported.map(({ id, outcome, closed }) => [id, outcome, closed])).toEqual([
      ['a1', 'open', null],
      ['b2', 'won', day('2024-02-01')],
      ['c3', 'open', null],
    ]);
    // A lead without a row there is an open lead; a win without its lead is lost on the way.
    expect(report.notes).toContainEqual({ code: 'unmatchedKeys', count: 1, rows: [3] });
  });
});
