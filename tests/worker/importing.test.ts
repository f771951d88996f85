import { describe, expect, it } from 'vitest';
import { StorageFailure } from '../../src/storage/problem';
import { untouched } from '../../src/workspace/dealEdits';
import { csvFile, exampleCsv, importFile, openTestService, SETTINGS, TODAY } from './testService';

describe('importFiles', () => {
  it('stores deals, record and settings, and tells other tabs', async () => {
    const test = await openTestService();
    const { record, settings } = await importFile(test);
    expect(record.report).toMatchObject({ rows: 40, deals: 40 });
    expect(settings).toMatchObject({ activeImport: record.id, hasStarted: true });
    expect(test.repository.contents.settings).toEqual(settings);
    expect(test.repository.contents.deals.get(record.id)).toHaveLength(40);
    expect(test.told).toEqual(['deals']);
  });

  it('takes the currency of the first import and leaves it to the user afterwards', async () => {
    const test = await openTestService();
    const { settings } = await importFile(test);
    expect(settings.currency).toBe('SEK');
    const later = await importFile(test, csvFile(exampleCsv('USD')), settings);
    expect(later.settings.currency).toBe('SEK');
  });

  it('learns the sources of the file, the sorting in the mapping winning over what was known', async () => {
    const test = await openTestService();
    const known = { ...SETTINGS, sourceKinds: { Referral: 'net' as const, Fair: 'net' as const } };
    await test.service.saveSettings(known);
    const file = csvFile();
    const inspected = await test.service.inspect([file], null, TODAY);
    if (!inspected.ok) throw new Error(inspected.problem.code);
    expect(inspected.value.mapping.sources['Referral']).toBe('net');
    const sources = { ...inspected.value.mapping.sources, Referral: 'seed' as const };
    const commit = await test.service.importFiles(
      [file],
      { ...inspected.value.mapping, sources },
      known,
      TODAY,
    );
    if (!commit.ok) throw new Error(commit.problem.code);
    expect(commit.value.settings.sourceKinds).toMatchObject({ Referral: 'seed', Fair: 'net' });
    expect(Object.hasOwn(commit.value.settings.sourceKinds, 'constructor')).toBe(true);
  });

  it('uses the saved mapping for the next file of the same shape, but for its data day', async () => {
    const test = await openTestService();
    const file = csvFile();
    const first = await test.service.inspect([file], null, TODAY);
    if (!first.ok) throw new Error(first.problem.code);
    const columns = first.value.mapping.columns.map((column) =>
      column.header === 'Amount' ? { ...column, meaning: 'ignore' as const } : column,
    );
    const mapping = { ...first.value.mapping, columns, dataDay: TODAY - 5 };
    await test.service.importFiles([file], mapping, SETTINGS, TODAY);
    const again = await test.service.inspect([csvFile(exampleCsv(), 'next.csv')], null, TODAY);
    if (!again.ok) throw new Error(again.problem.code);
    expect(again.value.mapping.columns.find(({ header }) => header === 'Amount')?.meaning).toBe('ignore');
    expect(again.value.mapping.dataDay).not.toBe(TODAY - 5);
  });

  it('leaves what is stored as it was when the file is no use or the device is full', async () => {
    const test = await openTestService();
    await importFile(test);
    const before = test.repository.contents;
    const { mapping } = before.imports[0]!;
    const empty = await test.service.importFiles([csvFile('')], mapping, SETTINGS, TODAY);
    expect(empty).toMatchObject({ ok: false, problem: { code: 'emptyFile' } });
    test.repository.failure = new StorageFailure('quotaExceeded');
    const full = await test.service.importFiles([csvFile()], mapping, SETTINGS, TODAY);
    expect(full).toMatchObject({ ok: false, problem: { code: 'quotaExceeded' } });
    expect(test.repository.contents).toEqual(before);
  });

  it('stores nothing once it is cancelled', async () => {
    const test = await openTestService();
    const inspected = await test.service.inspect([csvFile()], null, TODAY);
    if (!inspected.ok) throw new Error(inspected.problem.code);
    const importing = test.service.importFiles([csvFile()], inspected.value.mapping, SETTINGS, TODAY);
    await test.service.cancelImport();
    expect(await importing).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(test.repository.contents.imports).toHaveLength(0);
  });

  it('stores nothing once it is cancelled while it is held against the import before it', async () => {
    const test = await openTestService();
    const { settings, record } = await importFile(test);
    const later = csvFile(`${exampleCsv()}\n2000,New,Proposal,2026-11-01,2026-12-15,5,SEK,Referral`);
    const inspected = await test.service.inspect([later], null, TODAY);
    if (!inspected.ok) throw new Error(inspected.problem.code);
    const { mapping } = inspected.value;
    let cancelling: Promise<void> | null = null;
    const importing = test.service.importFiles([later], mapping, settings, TODAY, (_, step) => {
      if (step === 'saving') cancelling ??= test.service.cancelImport();
    });
    expect(await importing).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(cancelling).not.toBeNull();
    expect(test.repository.contents.imports.map(({ id }) => id)).toEqual([record.id]);
  });

  it('says that the example can not be had when it can not be fetched', async () => {
    const { service } = await openTestService();
    expect(await service.importExample(SETTINGS, TODAY)).toMatchObject({ problem: { code: 'unreadable' } });
  });
});

describe('imports that are kept', () => {
  it('can be made active again, and removed: then the newest other one is active', async () => {
    const test = await openTestService();
    const first = await importFile(test);
    const second = await importFile(test, csvFile(exampleCsv(), 'second.csv'), first.settings);
    const back = await test.service.activateImport(first.record.id);
    expect(back).toMatchObject({ ok: true, value: { activeImport: first.record.id } });
    expect(await test.service.activateImport('no such import')).toEqual(back);
    const removed = await test.service.removeImport(first.record.id);
    expect(removed).toMatchObject({ ok: true, value: { activeImport: second.record.id } });
    expect(await test.service.removeImport(second.record.id)).toMatchObject({
      value: { activeImport: null },
    });
  });

  it('are three at most', async () => {
    const test = await openTestService();
    for (let count = 0; count < 5; count += 1) await importFile(test);
    expect(test.repository.contents.imports).toHaveLength(3);
    expect(test.repository.contents.deals.size).toBe(3);
  });
});

describe('an import that was removed', () => {
  it('can be put back as it was, in use if it was, with its files', async () => {
    const test = await openTestService();
    const first = await importFile(test);
    await importFile(test, csvFile(exampleCsv(), 'second.csv'), first.settings);
    await test.service.activateImport(first.record.id);
    const { contents, files } = test.repository;
    await test.service.binImport(first.record.id);
    expect(test.repository.contents.imports).toHaveLength(1);
    const back = await test.service.putImportBack();
    expect(back).toMatchObject({ ok: true, value: { activeImport: first.record.id } });
    expect(test.repository.contents.imports).toEqual(contents.imports);
    expect(test.repository.contents.deals.get(first.record.id)).toEqual(contents.deals.get(first.record.id));
    expect(test.repository.files.size).toBe(files.size);
    expect(await test.service.putImportBack()).toEqual({ ok: true, value: null });
  });

  it('comes back with the edits that went with the last one', async () => {
    const test = await openTestService();
    const { record } = await importFile(test);
    await test.service.setExcluded('1001', true);
    const { edits } = test.repository.contents;
    await test.service.binImport(record.id);
    expect(test.repository.contents.edits).toEqual([]);
    await test.service.putImportBack();
    expect(test.repository.contents.edits).toEqual(edits);
  });

  it('can be put back once there is room, where there was none the first time', async () => {
    const test = await openTestService();
    const { record } = await importFile(test);
    await test.service.setExcluded('1001', true);
    const { imports, edits } = test.repository.contents;
    await test.service.binImport(record.id);
    test.repository.failure = new StorageFailure('quotaExceeded');
    expect(await test.service.putImportBack()).toMatchObject({ ok: false });
    test.repository.failure = null;
    expect(await test.service.putImportBack()).toMatchObject({ value: { activeImport: record.id } });
    expect(test.repository.contents).toMatchObject({ imports, edits });
  });

  it('leaves what was said of its deals since then as it is', async () => {
    const test = await openTestService();
    const { record } = await importFile(test);
    await test.service.setExcluded('1001', true);
    await test.service.binImport(record.id);
    await test.service.saveEdit({ ...untouched('1001'), changes: { name: { from: 'Deal 1', to: 'Newer' } } });
    const { edits } = test.repository.contents;
    await test.service.putImportBack();
    expect(test.repository.contents.edits).toEqual(edits);
  });

  it('is told as removed though what is left can be read only once', async () => {
    const test = await openTestService();
    const { record } = await importFile(test);
    const { repository } = test;
    const read = repository.read.bind(repository);
    let reads = 0;
    repository.read = () => {
      reads += 1;
      // Before the removal and after it; whatever is read beyond that fails.
      return reads > 2 ? Promise.reject(new Error('disk')) : read();
    };
    expect(await test.service.binImport(record.id)).toMatchObject({
      ok: true,
      value: { activeImport: null },
    });
  });

  it('leaves the one in use where another is put back', async () => {
    const test = await openTestService();
    const first = await importFile(test);
    const second = await importFile(test, csvFile(exampleCsv(), 'second.csv'), first.settings);
    await test.service.binImport(first.record.id);
    expect(await test.service.putImportBack()).toMatchObject({ value: { activeImport: second.record.id } });
  });
});
