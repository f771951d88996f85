import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../src/engine';
import { bookWith } from '../../src/workspace/planBook';
import { createInlineService } from '../../src/worker/inline';
import { EMPTY, MemoryRepository } from './memoryRepository';
import { EVERY_DEAL, forecastRequest, importFile, openTestService, SETTINGS } from './testService';

describe('backup and restore', () => {
  it('carry everything to another device', async () => {
    const test = await openTestService();
    await importFile(test);
    await test.service.savePlans(bookWith(defaultPlan('SEK')));
    await test.service.setExcluded('1001', true);
    const backup = await test.service.backup();
    if (!backup.ok) throw new Error(backup.problem.code);
    const other = await openTestService();
    const restored = await other.service.restore(backup.value);
    expect(restored.ok).toBe(true);
    expect(other.repository.contents).toEqual(test.repository.contents);
    expect(other.told).toEqual(['deals']);
  });

  it('leave all as it was where the file is no backup', async () => {
    const test = await openTestService();
    await importFile(test);
    const before = test.repository.contents;
    for (const text of ['', '{', 'null', '{"format":"seedcast-backup","version":"first"}']) {
      expect((await test.service.restore(new Blob([text]))).ok).toBe(false);
    }
    expect(test.repository.contents).toEqual(before);
  });

  it('erase leaves nothing', async () => {
    const test = await openTestService();
    await importFile(test);
    await test.service.eraseEverything();
    expect(test.repository.contents).toEqual(EMPTY);
    expect(await test.service.deals(ALL)).toEqual({ total: 0, rows: [] });
  });
});

const ALL = { ...EVERY_DEAL, descending: false, limit: 10 };

describe('the service', () => {
  it('answers before it is opened that there is no storage, and still forecasts a plan', async () => {
    const service = createInlineService({
      openRepository: () => Promise.reject(new Error('private browsing')),
      joinTabs: () => ({ tell: () => undefined, listen: () => undefined, close: () => undefined }),
      loadCsvReader: () => Promise.reject(new Error('not needed')),
      startSecondThread: () => null,
      build: 'test',
      fetchExample: () => Promise.resolve(null),
      now: () => 0,
    });
    expect(await service.open('x')).toMatchObject({ ok: false, problem: { code: 'storageUnavailable' } });
    expect(await service.saveSettings(SETTINGS)).toMatchObject({ problem: { code: 'storageUnavailable' } });
    expect(await service.forecast(forecastRequest())).toMatchObject({ ok: true });
  });

  it('passes on what other tabs say, and reads deals again where it is about them', async () => {
    const test = await openTestService(new MemoryRepository());
    const { settings } = await importFile(test);
    await test.service.forecast(forecastRequest({ settings }));
    const heard: string[] = [];
    await test.service.onOutsideChange((what) => heard.push(what));
    test.hearFromOtherTab('plan');
    await test.service.deals(ALL);
    expect(test.repository.dealReads).toBe(1);
    test.hearFromOtherTab('deals');
    test.showNewerSchema();
    expect(heard).toEqual(['plan', 'deals', 'newerSchema']);
    await test.service.forecast(forecastRequest({ settings }));
    expect(test.repository.dealReads).toBe(2);
  });

  it('accepts nothing that could not cross to a worker', async () => {
    const { service } = await openTestService();
    const settings = new Proxy(SETTINGS, {});
    await expect(service.saveSettings(settings)).rejects.toThrow();
  });
});

describe('deals', () => {
  it('finds, sorts and pages the deals in use', async () => {
    const test = await openTestService();
    await importFile(test);
    await test.service.setExcluded('1038', true);
    const newest = await test.service.deals({ ...ALL, sort: 'amount', descending: true, limit: 2 });
    expect(newest.total).toBe(40);
    expect(newest.rows.map(({ id, isExcluded }) => [id, isExcluded])).toEqual([
      ['1039', false],
      ['1038', true],
    ]);
    const found = await test.service.deals({
      ...ALL,
      search: 'deal CONSTR',
      outcome: 'won',
      sort: 'name',
    });
    expect(found.rows.every(({ source, outcome }) => source === 'constructor' && outcome === 'won')).toBe(
      true,
    );
    expect(found.rows.map(({ name }) => name).slice(0, 2)).toEqual(['Deal 2', 'Deal 6']);
  });
});
