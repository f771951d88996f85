import { describe, expect, it } from 'vitest';
import { changesTo, untouched } from '../../src/workspace/dealEdits';
import type { ImportRecord } from '../../src/workspace/types';
import { comparedWith, exportBefore } from '../../src/worker/earlierExport';
import { defaultPlan } from '../../src/engine';
import { csvFile, importFile, openTestService, SETTINGS, TODAY } from './testService';
import type { TestService } from './testService';

const HEADERS = 'Record ID,Deal Name,Deal Stage,Create Date,Close Date,Amount,Currency,Original Source';

/** Forty closed deals, and three open ones as the CRM has them. */
function exportOf(open: readonly string[], ids = 0): File {
  const closed = Array.from({ length: 40 }, (_, index) => {
    const month = String((index % 9) + 1).padStart(2, '0');
    const stage = index % 2 === 0 ? 'Closed Won' : 'Closed Lost';
    return `${ids + index},Deal ${index},${stage},2026-${month}-03,2026-${month}-2${index % 8},${900 + index},SEK,Fair`;
  });
  return csvFile([HEADERS, ...closed, ...open].join('\n'));
}

const OCTOBER = [
  '901,Acme,Proposal,2026-09-01,2026-11-30,50000,SEK,Fair',
  '902,Bolt,Proposal,2026-09-10,2026-11-15,20000,SEK,Fair',
  '903,Curl,Proposal,2026-10-02,2026-12-15,10000,SEK,Fair',
];
const NOVEMBER = [
  '901,Acme,Closed Won,2026-09-01,2026-11-12,50000,SEK,Fair',
  '902,Bolt,Contract,2026-09-10,2026-12-20,20000,SEK,Fair',
  '904,Dune,Proposal,2026-11-14,2027-01-15,30000,SEK,Fair',
];
const MONTHS = { from: '2026-10', to: '2026-12', mostDeals: 20 } as const;

async function twoImports(test: TestService) {
  const first = await importFile(test, exportOf(OCTOBER));
  const second = await importFile(test, exportOf(NOVEMBER), first.settings);
  const { settings } = second;
  return { first, second, settings, plan: defaultPlan(settings.currency) };
}

describe('importing once more', () => {
  it('counts what is new, changed, gone and the same', async () => {
    const test = await openTestService();
    const { first, second } = await twoImports(test);
    expect(first.record.compared).toBeUndefined();
    expect(second.record.compared).toEqual({
      importId: first.record.id,
      dataDay: first.record.dataDay,
      added: 1,
      changed: 2,
      gone: 1,
      same: 40,
    });
  });

  it('keeps the stages seen and the days put off with the new import, and leaves the old one as it was', async () => {
    const test = await openTestService();
    const { first, second } = await twoImports(test);
    const dealIn = (importId: string) =>
      test.repository.contents.deals.get(importId)?.find(({ id }) => id === '902');
    expect(dealIn(first.record.id)).toMatchObject({ stageEntries: [] });
    expect(dealIn(second.record.id)).toMatchObject({
      stageEntries: [
        { stage: 'Proposal', day: first.record.dataDay, isSeen: true },
        { stage: 'Contract', day: second.record.dataDay, isSeen: true },
      ],
      slips: { times: 1, days: 35, since: first.record.dataDay },
    });
  });

  it('lets an exclusion follow its deal to another id, and keeps it for the import before', async () => {
    const test = await openTestService();
    const first = await importFile(test, exportOf(OCTOBER));
    await test.service.setExcluded('902', true);
    const renamed = OCTOBER.map((row) => row.replace(/^9/, '77'));
    const second = await importFile(test, exportOf(renamed, 5_000), first.settings);
    expect(second.record.compared).toMatchObject({ added: 0, gone: 0, changed: 0, same: 43 });
    const excluded = test.repository.contents.edits.filter(({ isExcluded }) => isExcluded);
    expect(excluded.map(({ dealId }) => dealId)).toEqual(['902', '7702']);
  });

  it('stands alone where nothing came before, or only the example did', async () => {
    const test = await openTestService();
    const { record } = await importFile(test, exportOf(OCTOBER));
    test.repository.contents = {
      ...test.repository.contents,
      imports: [{ ...record, isExample: true }],
    };
    await test.service.open('test');
    const next = await importFile(test, exportOf(NOVEMBER));
    expect(next.record.compared).toBeUndefined();
  });

  it('imports where the one before can not be read', async () => {
    const test = await openTestService();
    const first = await importFile(test, exportOf(OCTOBER));
    test.repository.readDeals = () => Promise.reject(new Error('damaged'));
    const next = await importFile(test, exportOf(NOVEMBER), first.settings);
    expect(next.record.compared).toBeUndefined();
    expect(test.repository.contents.imports).toHaveLength(2);
  });
});

describe('compareImports', () => {
  it('takes what is typed for a day after the import before for something that happened since', async () => {
    const test = await openTestService();
    const { settings, plan } = await twoImports(test);
    const won = (await test.service.dealDetails('902'))?.imported;
    if (!won) throw new Error('not imported');
    const changes = changesTo(won, { outcome: 'won', closed: TODAY, amount: 21_000 });
    await test.service.saveEdit({ ...untouched('902'), changes });
    const added = { ...won, id: 'own-1', name: 'By hand', company: 'Hand AB', created: TODAY };
    await test.service.saveEdit({ ...untouched('own-1'), added });
    const compared = await test.service.compareImports({ settings, plan, ...MONTHS });
    const changesOf = (id: string) => compared?.deals.find((deal) => deal.id === id);
    expect(changesOf('902')).toMatchObject({
      changes: ['won'],
      before: { outcome: 'open', stage: 'Proposal', amount: 21_000 },
      after: { outcome: 'won' },
    });
    expect(changesOf('own-1')).toMatchObject({ changes: ['added'], before: null });
    expect(compared?.counts).toMatchObject({ redated: 0, corrected: 0 });
  });

  it('explains the change of the figure to the last krona', async () => {
    const test = await openTestService();
    const { first, second, settings, plan } = await twoImports(test);
    const changes = await test.service.compareImports({ settings, plan, ...MONTHS });
    if (!changes) throw new Error('nothing to compare');
    expect(changes).toMatchObject({
      previousDay: first.record.dataDay,
      day: second.record.dataDay,
      counts: { won: 1, lost: 0, added: 1, gone: 1, moved: 1, slipped: 1 },
    });
    expect(changes.deals[0]).toMatchObject({ id: '901', changes: ['won'], after: { expected: 50_000 } });
    const { rest, figure } = changes;
    const effects = changes.deals.reduce((sum, { effect }) => sum + effect, 0);
    expect(effects + rest.otherDeals.effect + rest.sameDeals.effect + rest.newLeads).toBeCloseTo(
      figure.after - figure.before,
      6,
    );
  });

  it('takes no notice of excluded deals', async () => {
    const test = await openTestService();
    const { settings, plan } = await twoImports(test);
    await test.service.setExcluded('901', true);
    const changes = await test.service.compareImports({ settings, plan, ...MONTHS });
    expect(changes?.counts.won).toBe(0);
    expect(changes?.deals.some(({ id }) => id === '901')).toBe(false);
  });

  it('has nothing to say of a first import, nor without one', async () => {
    const test = await openTestService();
    const plan = defaultPlan('SEK');
    expect(await test.service.compareImports({ settings: SETTINGS, plan, ...MONTHS })).toBeNull();
    const { settings } = await importFile(test, exportOf(OCTOBER));
    expect(await test.service.compareImports({ settings, plan, ...MONTHS })).toBeNull();
  });

  it('tells the same again after the same file was imported once more', async () => {
    const test = await openTestService();
    const { settings, plan, first } = await twoImports(test);
    const again = await importFile(test, exportOf(NOVEMBER), settings);
    expect(again.record.compared).toMatchObject({ added: 0, changed: 0, gone: 0 });
    const changes = await test.service.compareImports({ settings: again.settings, plan, ...MONTHS });
    expect(changes).toMatchObject({ previousDay: first.record.dataDay, counts: { won: 1 } });
  });
});

describe('the same files read in another way', () => {
  /** Reads the file as `settings` have it, but with proposals as lost deals. */
  async function readOtherwise(test: TestService, file: File, settings = SETTINGS) {
    const inspected = await test.service.inspect([file], null, TODAY);
    if (!inspected.ok) throw new Error(inspected.problem.code);
    const outcomes = { ...inspected.value.mapping.outcomes, Proposal: 'lost' as const };
    const dataDay = TODAY - 1;
    const mapping = { ...inspected.value.mapping, outcomes, dataDay };
    const commit = await test.service.importFiles([file], mapping, settings, TODAY);
    if (!commit.ok) throw new Error(commit.problem.code);
    return commit.value;
  }

  it('are no news of deals: nothing is told where nothing came before', async () => {
    const test = await openTestService();
    const { settings } = await importFile(test, exportOf(OCTOBER));
    const again = await readOtherwise(test, exportOf(OCTOBER), settings);
    expect(again.record.dataDay).toBe(TODAY - 1);
    expect(again.record.compared).toBeUndefined();
    const plan = defaultPlan('SEK');
    expect(await test.service.compareImports({ settings: again.settings, plan, ...MONTHS })).toBeNull();
  });

  it('are held against the import before both', async () => {
    const test = await openTestService();
    const { first, settings } = await twoImports(test);
    const again = await readOtherwise(test, exportOf(NOVEMBER), settings);
    expect(again.record.compared).toMatchObject({ importId: first.record.id });
  });
});

describe('the import before', () => {
  const record = (id: string, dataDay: number, more: Partial<ImportRecord> = {}) => ({
    ...({ id, dataDay, isExample: false, importedAt: dataDay } as ImportRecord),
    ...more,
  });

  it('is the one in use, else the latest one that shows no later day, never the example', () => {
    const next = record('next', 300);
    const stored = [
      record('a', 100),
      record('b', 200),
      record('later', 400),
      record('ex', 250, { isExample: true }),
    ];
    expect(exportBefore(next, stored, 'a')?.id).toBe('a');
    expect(exportBefore(next, stored, 'later')?.id).toBe('b');
    expect(exportBefore(next, stored, 'ex')?.id).toBe('b');
    expect(exportBefore(record('ex', 300, { isExample: true }), stored, 'a')).toBeNull();
    expect(exportBefore(next, [], null)).toBeNull();
  });

  it('is the latest older one where the one it followed is gone', () => {
    const compared = { importId: 'gone', dataDay: 200, added: 1, changed: 0, gone: 0, same: 5 };
    const active = record('active', 300, { compared });
    expect(comparedWith(active, [active, record('a', 100), record('b', 150)])?.id).toBe('b');
    expect(comparedWith(active, [active])).toBeNull();
  });
});
