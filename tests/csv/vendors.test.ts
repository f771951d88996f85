import { describe, expect, it } from 'vitest';
import { accountedRows, csvFile, day, fixture, importFiles, inspect } from './csvFile';

describe('a HubSpot export', () => {
  it('is recognised, its stage history by the last bracket of the header', async () => {
    const { mapping, questions } = await inspect(fixture('hubspot.csv'));
    expect(mapping.vendor).toBe('hubspot');
    expect(questions).toEqual([]);
    expect(
      mapping.columns.filter((column) => column.meaning === 'stageEntry').map(({ stage }) => stage),
    ).toEqual(['Möte bokat (SQL)', 'Contract Sent', 'Closed Won']);
    expect(mapping.stageOrder).toEqual(['Möte bokat (SQL)', 'Contract Sent']);
  });

  it('takes the filled one of two columns of the same name, and never the weighted amount', async () => {
    const { mapping } = await inspect(fixture('hubspot.csv'));
    const at = (meaning: string) =>
      mapping.columns.filter((column) => column.meaning === meaning).map((c) => c.index);
    expect(at('closeDate')).toEqual([7]);
    expect(at('amount')).toEqual([4]);
  });

  it('leaves web referrals, offline sources and blanks to the user', async () => {
    const { mapping } = await inspect(fixture('hubspot.csv'));
    expect(mapping.sources).toEqual({
      Referrals: 'unsorted',
      'Offline sources': 'unsorted',
      'Organic search': 'net',
      '': 'unsorted',
    });
  });

  it('keeps long ids as text, the stage a lost deal was last in, and closes by the stage entry where no date is', async () => {
    const { deals, report } = await importFiles(fixture('hubspot.csv'));
    expect(deals.map(({ id }) => id)[0]).toBe('9007199254740993123');
    expect(deals[0]).toMatchObject({
      name: 'Fönster, 12 "stora"',
      outcome: 'won',
      closed: day('2025-03-01'),
    });
    expect(deals[0]?.stageEntries).toEqual([
      { stage: 'Möte bokat (SQL)', day: day('2025-01-10') },
      { stage: 'Contract Sent', day: day('2025-02-01') },
    ]);
    expect(deals[1]).toMatchObject({ outcome: 'lost', stage: 'Möte bokat (SQL)', lostReason: 'Price' });
    expect(deals[2]).toMatchObject({ outcome: 'open', closed: null, expectedClose: day('2025-06-30') });
    expect(deals[3]).toMatchObject({ outcome: 'won', closed: day('2025-03-09'), amount: null });
    expect(accountedRows(report)).toBe(report.rows);
    expect(report.notes.map(({ code }) => code)).toContain('wonWithoutAmount');
  });
});

describe('a Salesforce report', () => {
  it('is recognised; Expected Revenue, Closed, Won and Age are not taken', async () => {
    const { mapping } = await inspect(fixture('salesforce.csv'));
    expect(mapping.vendor).toBe('salesforce');
    const ignored = mapping.columns.filter(({ meaning }) => meaning === 'ignore').map(({ header }) => header);
    expect(ignored).toEqual(['Expected Revenue', 'Closed', 'Won', 'Age']);
  });

  it('reads its amounts, percentages and day-first dates, and counts its footer', async () => {
    const { deals, report } = await importFiles(fixture('salesforce.csv'));
    expect(deals.map(({ amount }) => amount)).toEqual([1234567, -2000, 5000]);
    expect(deals.map(({ probability }) => probability)).toEqual([1, 0.75, 0]);
    expect(deals[1]).toMatchObject({
      expectedClose: day('2025-06-01'),
      created: day('2025-02-02'),
      category: 'Commit',
    });
    expect(report).toMatchObject({ rows: 7, deals: 3, footer: 4, rejected: 0 });
    expect(accountedRows(report)).toBe(report.rows);
  });
});

describe('a Pipedrive export', () => {
  it('closes by won and lost time, keeps the last stage and takes the filled source column', async () => {
    const { mapping } = await inspect(fixture('pipedrive.csv'));
    expect(mapping.vendor).toBe('pipedrive');
    expect(mapping.sources).toEqual({ Referral: 'seed', Outbound: 'spear', Webinar: 'net' });
    const { deals } = await importFiles(fixture('pipedrive.csv'));
    expect(deals).toMatchObject([
      { outcome: 'won', closed: day('2025-02-05'), stage: 'Proposal Made', amount: 1000, currency: 'EUR' },
      { outcome: 'lost', closed: day('2025-03-05'), stage: 'Demo Scheduled', lostReason: 'Too dear' },
      { outcome: 'open', closed: null, expectedClose: day('2025-05-01'), probability: 0.5 },
    ]);
  });
});

describe('a file of no known CRM', () => {
  it('is read by its words, every odd row told with its row number', async () => {
    const { deals, report } = await importFiles(fixture('messy.csv'));
    expect(deals.map(({ name }) => name)).toEqual(['Alfa', 'Beta', 'Iota']);
    expect(deals[0]).toMatchObject({
      amount: 3500,
      outcome: 'won',
      created: day('2025-02-03'),
      closed: day('2025-03-05'),
    });
    expect(deals[1]).toMatchObject({
      amount: 11000,
      outcome: 'open',
      created: day('2025-02-14'),
      source: null,
    });
    expect(report.issues.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
      [6, 'Belopp', '1.2.3', 'badNumber'],
      [7, 'Skapad datum', '31.02.2025', 'badDate'],
      [9, 'Avslutad', 'not yet', 'badDate'],
      [10, 'Skapad datum', '', 'missingCreated'],
      [11, 'Avslutad', 'Eta;900;17.02.2025;;Öppen', 'tooFewColumns'],
      [12, '', 'extra', 'tooManyColumns'],
      [14, 'Skapad datum', '17.02.2099', 'createdInFuture'],
    ]);
    expect(report).toMatchObject({
      rows: 14,
      deals: 3,
      duplicates: 1,
      blank: 1,
      footer: 1,
      repeatedHeader: 1,
    });
    expect(accountedRows(report)).toBe(report.rows);
  });
});

describe('a file of open deals alone', () => {
  it('is taken by its status, although no label says won or lost', async () => {
    const { deals, report } = await importFiles(
      csvFile('Deal ID,Created,Status,Value\n1,2026-03-12,open,100\n2,2026-04-12,open,200\n'),
    );
    expect(deals.map(({ outcome }) => outcome)).toEqual(['open', 'open']);
    expect(report.notes.map(({ code }) => code)).toContain('onlyOpen');
  });
});
