import { describe, expect, it } from 'vitest';
import type { DealRecord } from '../../src/engine';
import { changesTo, untouched } from '../../src/workspace/dealEdits';
import type { DealEdit, Settings } from '../../src/workspace/types';
import { longHistoryCsv } from './longHistory';
import { MemoryRepository } from './memoryRepository';
import {
  csvFile,
  EVERY_DEAL,
  forecastRequest,
  importFile,
  openTestService,
  TODAY,
  type TestService,
} from './testService';

async function openLong() {
  const test = await openTestService();
  return { test, ...(await importFile(test, csvFile(longHistoryCsv()))) };
}

async function forecastOf({ service }: TestService, settings: Settings) {
  const result = await service.forecast(forecastRequest({ settings, paths: 200 }));
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

/** All that was won, as the forecast has it. */
function pastOf({ forecast }: Awaited<ReturnType<typeof forecastOf>>) {
  const sum = (numberOf: (month: (typeof forecast.past)[number]) => number): number =>
    forecast.past.reduce((total, month) => total + numberOf(month), 0);
  return { wins: sum(({ wins }) => wins), value: sum(({ value }) => value) };
}

async function isReplayed({ service }: TestService, settings: Settings): Promise<boolean> {
  return (await service.trackRecord(settings)) !== null;
}

async function openDeal({ service }: TestService) {
  const { rows } = await service.deals({ ...EVERY_DEAL, outcome: 'open', limit: 1 });
  const details = await service.dealDetails(rows[0]?.id ?? '');
  if (!details?.imported) throw new Error('no open deal');
  return details.imported;
}

async function saved({ service }: TestService, edit: DealEdit): Promise<DealEdit | null> {
  const answer = await service.saveEdit(edit);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
}

const changing = (deal: DealRecord, wanted: Parameters<typeof changesTo>[1]): DealEdit => ({
  ...untouched(deal.id),
  changes: changesTo(deal, wanted),
});

const OWN: DealRecord = {
  id: 'own-1',
  name: 'By hand',
  company: null,
  owner: 'Kim',
  source: 'Referral',
  pipeline: null,
  created: TODAY,
  outcome: 'open',
  closed: null,
  expectedClose: TODAY + 30,
  amount: 5_000,
  currency: 'SEK',
  stage: 'Proposal',
  stageEntries: [],
  lostReason: null,
  probability: null,
  category: null,
};

describe('an edit', () => {
  it('changes the forecast at once, shows in its row, and is undone by what it answered', async () => {
    const { test, settings } = await openLong();
    const before = await forecastOf(test, settings);
    const deal = await openDeal(test);
    const none = await saved(test, changing(deal, { outcome: 'won', closed: TODAY, amount: 9_000 }));
    expect(none).toBeNull();
    const after = await forecastOf(test, settings);
    expect(pastOf(after)).toEqual({ wins: pastOf(before).wins + 1, value: pastOf(before).value + 9_000 });
    const [row] = (await test.service.deals({ ...EVERY_DEAL, only: 'edited' })).rows;
    expect(row).toMatchObject({
      id: deal.id,
      outcome: 'won',
      // As typed, though the export knows nothing of this day.
      closed: TODAY,
      expectedClose: null,
      changedFields: ['outcome', 'closed', 'amount'],
      chance: null,
    });
    expect(test.told).toContain('deals');
    await saved(test, none ?? untouched(deal.id));
    expect(test.repository.contents.edits).toEqual([]);
    expect(await forecastOf(test, settings)).toEqual(before);
  });

  it('answers the one before it, which brings that one back', async () => {
    const { test } = await openLong();
    const deal = await openDeal(test);
    const first = changing(deal, { amount: 1 });
    await saved(test, first);
    expect(await saved(test, changing(deal, { amount: 2 }))).toEqual(first);
    expect((await test.service.dealDetails(deal.id))?.written.amount).toBe(2);
    await saved(test, first);
    expect((await test.service.dealDetails(deal.id))?.written.amount).toBe(1);
  });

  it('keeps its changes when the deal is excluded, also when both are asked for at once', async () => {
    const { test } = await openLong();
    const deal = await openDeal(test);
    const edit = changing(deal, { name: 'Other' });
    await Promise.all([test.service.saveEdit(edit), test.service.setExcluded(deal.id, true)]);
    expect(test.repository.contents.edits).toEqual([{ ...edit, isExcluded: true }]);
    const [row] = (await test.service.deals({ ...EVERY_DEAL, only: 'leftOut' })).rows;
    expect(row).toMatchObject({ name: 'Other', isExcluded: true, leftOutAs: null, chance: null });
  });

  it('of something else does not close what the export says will close', async () => {
    const test = await openTestService();
    const rows = ['a,One,Closed Won,2026-10-01,2026-11-20,1', 'b,Two,Closed Won,2026-10-01,2027-03-01,2'];
    const csv = ['Record ID,Deal Name,Deal Stage,Create Date,Closed Date,Amount', ...rows].join('\n');
    const { settings } = await importFile(test, csvFile(csv));
    const before = await forecastOf(test, settings);
    expect(pastOf(before)).toEqual({ wins: 1, value: 1 });
    const imported = (await test.service.dealDetails('b'))?.imported;
    await saved(test, changing(imported!, { name: 'Other' }));
    const [row] = (await test.service.deals({ ...EVERY_DEAL, only: 'edited' })).rows;
    expect(row).toMatchObject({ name: 'Other', outcome: 'open', closed: null });
    expect(pastOf(await forecastOf(test, settings))).toEqual({ wins: 1, value: 1 });
  });

  it('has the past replayed anew', async () => {
    const { test, settings } = await openLong();
    await test.service.replay(settings);
    expect(await isReplayed(test, settings)).toBe(true);
    const deal = await openDeal(test);
    await saved(test, changing(deal, { source: 'Elsewhere' }));
    expect(await isReplayed(test, settings)).toBe(false);
    const replayed = await test.service.replay(settings);
    expect(replayed).toMatchObject({ ok: true, isNew: true });
    await saved(test, untouched(deal.id));
    expect(await isReplayed(test, settings)).toBe(false);
  });

  it('reaches a tab that hears of it', async () => {
    const { test, settings } = await openLong();
    const other = await openTestService(test.repository);
    const before = await forecastOf(other, settings);
    const deal = await openDeal(test);
    await saved(test, changing(deal, { outcome: 'won', closed: TODAY }));
    other.hearFromOtherTab('deals');
    await other.service.open('test');
    expect(await forecastOf(other, settings)).not.toEqual(before);
    expect(await forecastOf(other, settings)).toEqual(await forecastOf(test, settings));
  });
});

describe('a deal added by hand', () => {
  it('counts at once, over every import, until it is removed', async () => {
    const { test, settings } = await openLong();
    const { total } = await test.service.deals(EVERY_DEAL);
    const before = await forecastOf(test, settings);
    await saved(test, { ...untouched(OWN.id), added: OWN });
    expect(await forecastOf(test, settings)).not.toEqual(before);
    const found = await test.service.deals({ ...EVERY_DEAL, search: 'by hand' });
    expect(found.rows).toMatchObject([{ id: OWN.id, isAdded: true, created: TODAY }]);
    expect(found.rows[0]?.chance).toBeGreaterThan(0);
    expect(await test.service.dealReasons(OWN.id, settings)).toMatchObject({
      total: found.rows[0]?.chance,
    });
    await importFile(test, csvFile(longHistoryCsv(), 'again.csv'));
    expect((await test.service.deals(EVERY_DEAL)).total).toBe(total + 1);
    await saved(test, untouched(OWN.id));
    expect((await test.service.deals(EVERY_DEAL)).total).toBe(total);
  });

  it('counts once where an import has it too, such as an export of the app’s own', async () => {
    const { test } = await openLong();
    await saved(test, { ...untouched(OWN.id), added: OWN });
    const { total } = await test.service.deals(EVERY_DEAL);
    const exported = await test.service.exportDeals({ format: 'csv', language: 'en-GB', query: null });
    if (!exported.ok || !exported.value) throw new Error('not exported');
    const file = csvFile(await exported.value.text(), 'own.csv');
    const { record } = await importFile(test, file);
    const found = await test.service.deals({ ...EVERY_DEAL, search: 'by hand' });
    expect(found.rows).toMatchObject([{ id: OWN.id, isAdded: false, changedFields: [] }]);
    expect((await test.service.deals(EVERY_DEAL)).total).toBe(total);
    // It stays for other imports, and changes of it lie over the import's.
    const details = await test.service.dealDetails(OWN.id);
    expect(details?.edit?.added).toEqual(OWN);
    await saved(test, { ...details!.edit!, changes: changesTo(details!.imported!, { amount: 1 }) });
    expect((await test.service.dealDetails(OWN.id))?.written.amount).toBe(1);
    await test.service.removeImport(record.id);
    expect((await test.service.dealDetails(OWN.id))?.written).toEqual(OWN);
  });

  it('is no deal that an import has under another id by now', async () => {
    const { test } = await openLong();
    await saved(test, { ...untouched(OWN.id), added: OWN });
    const exported = await test.service.exportDeals({ format: 'csv', language: 'en-GB', query: null });
    if (!exported.ok || !exported.value) throw new Error('not exported');
    const text = await exported.value.text();
    await importFile(test, csvFile(text, 'own.csv'));
    const renamed: unknown[] = [];
    const { saveImport } = test.repository;
    test.repository.saveImport = (...all) => {
      renamed.push(all[3]);
      return saveImport(...all);
    };
    await importFile(test, csvFile(text.replace(`\n${OWN.id},`, '\n4711,'), 'renamed.csv'));
    expect(renamed).toEqual([new Map()]);
  });

  it('on the example stays with the example', async () => {
    const { test, settings } = await openLong();
    const [record] = test.repository.contents.imports;
    const example = { ...record!, id: 'example', isExample: true };
    const contents = test.repository.contents;
    const deals = new Map([...contents.deals, ['example', contents.deals.get(record!.id) ?? []] as const]);
    test.repository.contents = {
      ...contents,
      settings: { ...settings, activeImport: 'example' },
      imports: [example, ...contents.imports],
      deals,
    };
    await test.service.open('test');
    const { total } = await test.service.deals(EVERY_DEAL);
    await saved(test, { ...untouched(OWN.id), added: OWN });
    expect((await test.service.deals(EVERY_DEAL)).total).toBe(total + 1);
    await test.service.activateImport(record!.id);
    expect((await test.service.deals(EVERY_DEAL)).total).toBe(total);
    await test.service.removeImport('example');
    expect(test.repository.contents.edits).toEqual([]);
  });
});

describe('rates', () => {
  it('bring amounts into sums that were left out of them, and are never guessed', async () => {
    const { test, settings } = await openLong();
    const inEuro = { ...settings, currency: 'EUR', rates: {} };
    const value = (answer: Awaited<ReturnType<typeof forecastOf>>) => pastOf(answer).value;
    expect(value(await forecastOf(test, inEuro))).toBe(0);
    const half = value(await forecastOf(test, { ...inEuro, rates: { SEK: 0.05 } }));
    const whole = value(await forecastOf(test, { ...inEuro, rates: { SEK: 0.1 } }));
    expect(half).toBeGreaterThan(0);
    // Each amount is rounded by itself.
    expect(whole / half).toBeCloseTo(2, 10);
    expect(whole).toBeCloseTo(0.1 * value(await forecastOf(test, settings)), 6);
  });

  it('are part of what a track record rests on', async () => {
    const { test, settings } = await openLong();
    await test.service.replay(settings);
    expect(await isReplayed(test, { ...settings, rates: { EUR: 11 } })).toBe(false);
    expect(await isReplayed(test, settings)).toBe(true);
  });

  it('show in rows beside what was written, and in the currencies to choose from', async () => {
    const { test, settings } = await openLong();
    await test.service.saveSettings({ ...settings, currency: 'EUR', rates: {} });
    const { total } = await test.service.deals(EVERY_DEAL);
    expect((await test.service.deals({ ...EVERY_DEAL, only: 'withoutRate' })).total).toBe(total);
    expect((await test.service.dealFacets()).currencies).toEqual([
      { value: 'SEK', count: total, rate: null },
    ]);
    await test.service.saveSettings({ ...settings, currency: 'EUR', rates: { SEK: 0.1 } });
    const { rows } = await test.service.deals({ ...EVERY_DEAL, limit: 1 });
    const { amount, currency, original, lacksRate } = rows[0]!;
    expect({ currency, lacksRate }).toEqual({ currency: 'EUR', lacksRate: false });
    expect(amount).toBeCloseTo(0.1 * (original?.amount ?? 0), 9);
    expect(original?.currency).toBe('SEK');
    expect((await test.service.deals({ ...EVERY_DEAL, only: 'withoutRate' })).total).toBe(0);
  });
});

describe('sorts that are left out', () => {
  const HEADER =
    'Record ID,Deal Name,Deal Stage,Create Date,Close Date,Amount,Currency,Lead Source,Closed Lost Reason';
  const csv = [HEADER, ...longHistoryCsv().split('\n').slice(1)]
    .map((line, index) => (index > 0 && line.includes('Closed Lost') ? `${line},Duplicate` : line))
    .join('\n');

  it('change the forecast at once, the mapping of files alike, and the key of the replay', async () => {
    const test = await openTestService();
    const { settings, record } = await importFile(test, csvFile(csv));
    const before = await forecastOf(test, settings);
    const answer = await test.service.setLeaveOut(record.id, ['notRealLosses']);
    expect(answer).toMatchObject({ ok: true, value: { mapping: { leaveOut: ['notRealLosses'] } } });
    const after = await forecastOf(test, settings);
    expect(after).not.toEqual(before);
    const { total, rows } = await test.service.deals({ ...EVERY_DEAL, only: 'leftOut' });
    expect(total).toBeGreaterThan(10);
    expect(new Set(rows.map(({ leftOutAs, outcome }) => `${leftOutAs} ${outcome}`))).toEqual(
      new Set(['notRealLosses lost']),
    );
    const { contents } = test.repository;
    expect(Object.values(contents.settings?.mappings ?? {})).toMatchObject([{ leaveOut: ['notRealLosses'] }]);
    expect(contents.imports[0]?.mapping.leaveOut).toEqual(['notRealLosses']);
    await test.service.setLeaveOut(record.id, []);
    expect(await forecastOf(test, settings)).toEqual(before);
    await test.service.replay(settings);
    await test.service.setLeaveOut(record.id, ['notRealLosses']);
    expect(await isReplayed(test, settings)).toBe(false);
  });

  it('of an import that is gone are told', async () => {
    const { test } = await openLong();
    expect(await test.service.setLeaveOut('gone', [])).toMatchObject({ ok: false });
  });
});

describe('chances in rows', () => {
  it('are the ones their reasons explain, sort the deals, and are none of closed ones', async () => {
    const { test, settings } = await openLong();
    const { rows } = await test.service.deals({ ...EVERY_DEAL, sort: 'chance' });
    const chances = rows.map(({ chance }) => chance);
    const known = chances.filter((chance) => chance !== null);
    expect(known.length).toBe(rows.filter(({ outcome }) => outcome === 'open').length);
    expect(chances.slice(0, known.length)).toEqual([...known].sort((one, other) => other - one));
    const first = rows[0]!;
    const reasons = await test.service.dealReasons(first.id, settings);
    expect(first.chance).toBeCloseTo(reasons?.total ?? -1, 10);
    expect(first.expected).toBeCloseTo(reasons?.expectedValue ?? -1, 6);
    expect(await test.service.dealReasons('gone', settings)).toBeNull();
  });
});

describe('the files of an import', () => {
  it('are kept for the newest few, and for none whose device has no room', async () => {
    const { test, record } = await openLong();
    expect((await test.service.keptFiles(record.id)).map(({ name }) => name)).toEqual(['deals.csv']);
    expect(await test.service.keptFiles('gone')).toEqual([]);
    const full = new MemoryRepository();
    full.saveFiles = () => Promise.reject(new Error('full'));
    const other = await openTestService(full);
    const imported = await importFile(other, csvFile(longHistoryCsv()));
    expect(await other.service.keptFiles(imported.record.id)).toEqual([]);
  });
});

describe('backup and restore', () => {
  it('carry edits and rates, but not the files', async () => {
    const { test, settings, record } = await openLong();
    await test.service.saveSettings({ ...settings, rates: { EUR: 11.35 } });
    await saved(test, changing(await openDeal(test), { amount: 7 }));
    await saved(test, { ...untouched(OWN.id), added: OWN });
    const backup = await test.service.backup();
    if (!backup.ok) throw new Error(backup.problem.code);
    const other = await openTestService();
    expect(await other.service.restore(backup.value)).toMatchObject({ ok: true });
    expect(other.repository.contents).toEqual(test.repository.contents);
    expect(await other.service.deals(EVERY_DEAL)).toEqual(await test.service.deals(EVERY_DEAL));
    expect(await other.service.keptFiles(record.id)).toEqual([]);
  });
});
