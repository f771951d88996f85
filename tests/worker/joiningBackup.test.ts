import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../../src/engine';
import { StorageFailure } from '../../src/storage/problem';
import { untouched } from '../../src/workspace/dealEdits';
import { bookWith } from '../../src/workspace/planBook';
import { csvFile, exampleCsv, importFile, openTestService } from './testService';
import type { TestService } from './testService';

async function backupOf({ service }: TestService, passphrase: string | null = null): Promise<Blob> {
  const backup = await service.backup(passphrase);
  if (!backup.ok) throw new Error(backup.problem.code);
  return backup.value;
}

/** Another device: its own import and plan, a deal left out. */
async function otherDevice(): Promise<TestService> {
  const other = await openTestService();
  await importFile(other, csvFile(exampleCsv('NOK'), 'theirs.csv'));
  await other.service.savePlans({
    ...bookWith(defaultPlan('SEK')),
    scenarios: { base: 'asForecast', variants: [{ id: 'v', name: 'Fewer leads', changes: [] }] },
  });
  await other.service.saveEdit({ ...untouched('1001'), isExcluded: true });
  return other;
}

describe('inspectBackup', () => {
  it('says what a backup holds and what of it is new here, and stores nothing', async () => {
    const file = await backupOf(await otherDevice());
    const here = await openTestService();
    await here.service.savePlans(bookWith(defaultPlan('EUR')));
    const before = here.repository.contents;
    expect(await here.service.inspectBackup(file, null)).toMatchObject({
      ok: true,
      value: {
        savedAt: expect.any(Number) as number,
        plans: [''],
        variants: ['Fewer leads'],
        kept: [],
        imports: [{ files: ['theirs.csv'], isExample: false, deals: 40 }],
        edits: 1,
        adds: { plans: 1, variants: 1, kept: 0, imports: 1, edits: 1, noRoom: 0 },
      },
    });
    expect(here.repository.contents).toEqual(before);
  });

  it('asks for the passphrase of a locked one', async () => {
    const other = await otherDevice();
    const file = await backupOf(other, 'correct horse battery staple');
    expect(await other.service.inspectBackup(file, null)).toMatchObject({
      problem: { code: 'needsPassphrase' },
    });
    expect(await other.service.inspectBackup(file, 'wrong')).toMatchObject({
      problem: { code: 'wrongPassphrase' },
    });
    expect(await other.service.inspectBackup(file, 'correct horse battery staple')).toMatchObject({
      ok: true,
    });
  });
});

describe('joinBackup', () => {
  it('adds plans, scenarios, imports with their deals and edits beside what is here, once', async () => {
    const other = await otherDevice();
    const file = await backupOf(other);
    const here = await openTestService();
    const { settings } = await importFile(here);
    await here.service.savePlans(bookWith(defaultPlan('EUR')));
    const before = here.repository.contents;
    const joined = await here.service.joinBackup(file, null, 'Theirs');
    expect(joined).toEqual({
      ok: true,
      value: { plans: 1, variants: 1, kept: 0, imports: 1, edits: 1, noRoom: 0 },
    });
    const after = here.repository.contents;
    expect(after.settings).toMatchObject({
      activeImport: settings.activeImport,
      currency: settings.currency,
    });
    expect(after.plans?.plans.map(({ name }) => name)).toEqual(['', 'Theirs']);
    expect(after.plans?.active).toBe(before.plans?.active);
    expect(after.imports).toHaveLength(2);
    for (const [id, deals] of before.deals) expect(after.deals.get(id)).toEqual(deals);
    for (const [id, deals] of other.repository.contents.deals) expect(after.deals.get(id)).toEqual(deals);
    expect(here.told).toContain('deals');

    await here.service.joinBackup(file, null, 'Theirs');
    expect(here.repository.contents).toEqual(after);
  });

  it('brings the import into use that a backup uses, where there was none', async () => {
    const other = await otherDevice();
    const here = await openTestService();
    await here.service.joinBackup(await backupOf(other), null, 'Theirs');
    expect(here.repository.contents.settings?.activeImport).toBe(
      other.repository.contents.settings?.activeImport,
    );
  });

  it('changes nothing where the file is damaged or the device is full', async () => {
    const file = await backupOf(await otherDevice());
    const here = await openTestService();
    await importFile(here);
    const before = here.repository.contents;
    const damaged = new Blob([(await file.text()).replace(/"isExcluded":true/, '"isExcluded":1')]);
    expect(await here.service.joinBackup(damaged, null, '')).toMatchObject({
      problem: { code: 'damagedBackup' },
    });
    here.repository.failure = new StorageFailure('quotaExceeded');
    expect(await here.service.joinBackup(file, null, '')).toMatchObject({
      problem: { code: 'quotaExceeded' },
    });
    expect(here.repository.contents).toEqual(before);
  });
});
