import { beforeAll, describe, expect, it } from 'vitest';
import { unpackFit } from '../../src/worker/keptFit';
import { crmExportText } from '../bench/crmExport';
import { MemoryRepository } from './memoryRepository';
import { csvFile, forecastRequest, importFile, openTestService } from './testService';
import type { TestService } from './testService';

const DEALS = 300;
/** As many as are worth keeping a fit of. */
const CLAIMED = 10_000;

async function forecastOf({ service }: TestService, settings = forecastRequest().settings) {
  const answer = await service.forecast(forecastRequest({ settings, paths: 200 }));
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

describe('the fit of a large import', () => {
  const repository = new MemoryRepository();
  let settings = forecastRequest().settings;
  let first: Awaited<ReturnType<typeof forecastOf>>;

  /** Somebody who comes back: nothing in memory, everything in the repository. */
  async function comeBack(build = 'test') {
    const opened = await openTestService(repository, build);
    repository.dealReads = 0;
    return opened;
  }

  beforeAll(async () => {
    ({ settings } = await importFile(await openTestService(repository), csvFile(crmExportText(DEALS))));
    // So that the test need not wait for so many.
    const imports = repository.contents.imports.map((record) => ({
      ...record,
      report: { ...record.report, deals: CLAIMED },
    }));
    repository.contents = { ...repository.contents, imports };
    first = await forecastOf(await openTestService(repository), settings);
  });

  it('is kept, and the next visit has the same forecast without reading a deal', async () => {
    const again = await forecastOf(await comeBack(), settings);
    expect(again).toEqual(first);
    expect(repository.dealReads).toBe(0);
  });

  it('is made anew by another build, for other sortings, years, edits, and where it was damaged', async () => {
    const { keptFit } = repository;
    await forecastOf(await comeBack('next'), settings);
    expect(repository.dealReads).toBe(1);

    for (const changed of [
      { ...settings, fiscalYearStart: 4 },
      { ...settings, currency: 'EUR' },
      { ...settings, sourceKinds: { ...settings.sourceKinds, Referrals: 'spear' as const } },
    ]) {
      repository.keptFit = keptFit;
      await forecastOf(await comeBack(), changed);
      expect(repository.dealReads).toBe(1);
    }

    repository.keptFit = keptFit && { ...keptFit, text: keptFit.text.replace('"model"', '"model" ') };
    expect(await forecastOf(await comeBack(), settings)).toEqual(first);
    expect(repository.dealReads).toBe(1);
  });

  it('does not outlive its import', async () => {
    const { service } = await comeBack();
    await forecastOf({ service } as TestService, settings);
    expect(repository.keptFit).not.toBeNull();
    await service.removeImport(settings.activeImport ?? '');
    expect(repository.keptFit).toBeNull();
  });
});

it('is nothing of a few deals: they are read in a blink', async () => {
  const opened = await openTestService();
  const { settings } = await importFile(opened);
  await forecastOf(opened, settings);
  expect(opened.repository.keptFit).toBeNull();
});

it('is none where there is none', () => {
  expect(unpackFit(null, 'key')).toBeNull();
});
