import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { hubspotExport } from './exports.ts';
import { expect, test } from './harness.ts';
import { like } from './words.ts';

interface OldBackup {
  settings: { activeImport: string };
  plan: unknown;
  imports: { id: string }[];
  deals: Record<string, unknown[]>;
  edits: { dealId: string; isExcluded: boolean }[];
}

const fixture = (version: string): OldBackup =>
  JSON.parse(readFileSync(`tests/fixtures/workspace/${version}.json`, 'utf8')) as OldBackup;

/** Makes the database as a Seedcast of that schema left it; the page must not have been opened before. */
async function leaveDatabase(page: Page, schema: number, backup: OldBackup): Promise<void> {
  // A page of the same origin, without the app; browsers look for its icon at the root.
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  await page.goto('./icons/icon.svg');
  await page.evaluate(
    async ([version, { settings, plan, imports, deals, edits }]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('seedcast:/', version);
        request.onupgradeneeded = () => {
          const made = request.result;
          made.createObjectStore('documents', { keyPath: 'name' });
          made.createObjectStore('imports', { keyPath: 'id' });
          made.createObjectStore('blocks', { keyPath: ['importId', 'index'] });
          made.createObjectStore('edits', { keyPath: 'dealId' });
          if (version >= 30) made.createObjectStore('files', { keyPath: 'importId' });
        };
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('unknown'));
      });
      const transaction = database.transaction(['documents', 'imports', 'blocks', 'edits'], 'readwrite');
      transaction.objectStore('documents').put({ name: 'settings', value: settings });
      transaction.objectStore('documents').put({ name: 'plan', value: plan });
      for (const record of imports) transaction.objectStore('imports').put({ id: record.id, record });
      for (const [importId, own] of Object.entries(deals))
        transaction.objectStore('blocks').put({ importId, index: 0, deals: own });
      for (const edit of edits) transaction.objectStore('edits').put(edit);
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    },
    [10 * schema, backup] as const,
  );
}

const readStore = (page: Page, name: string) =>
  page.evaluate(async (store) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('unknown'));
      });
    const database = await answer(indexedDB.open('seedcast:/'));
    const { version } = database;
    const rows = database.objectStoreNames.contains(store)
      ? await answer(database.transaction(store).objectStore(store).getAll() as IDBRequest<unknown[]>)
      : null;
    database.close();
    return { version, rows };
  }, name);

for (const [schema, version] of [
  [1, 'first'],
  [2, 'drivers'],
  [3, 'dealEdits'],
  [4, 'scenarios'],
] as const) {
  test(`a database of version ${version} is upgraded with all that is in it`, async ({ page }) => {
    const backup = fixture(version);
    await leaveDatabase(page, schema, backup);
    await page.goto('./#/pipeline');
    await expect(page.getByRole('heading', { level: 1, name: /2/ })).toBeVisible();
    expect(await readStore(page, 'edits')).toEqual({
      version: 50,
      rows: backup.edits.map((edit) => ({ changes: {}, added: null, ...edit })),
    });
    expect((await readStore(page, 'files')).rows).toEqual([]);
    const { rows } = await readStore(page, 'documents');
    expect(rows).toContainEqual(
      expect.objectContaining({
        name: 'settings',
        value: { rates: {}, backedUpAt: null, sellers: {}, paymentDelayDays: null, ...backup.settings },
      }),
    );
    expect((await readStore(page, 'blocks')).rows).toEqual(
      Object.entries(backup.deals).map(([importId, deals]) => ({ importId, index: 0, deals })),
    );
  });
}

test('an imported file is kept beside its import', async ({ page }) => {
  await page.goto('./#/pipeline');
  const file = hubspotExport();
  await page.locator('input[type=file][accept*=csv]').first().setInputFiles(file);
  await page.getByRole('button', { name: like('en', 'pipeline_check_import') }).click();
  const kept = () =>
    page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name);
      if (!names.includes('seedcast:/')) return null;
      const answer = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('unknown'));
        });
      const database = await answer(indexedDB.open('seedcast:/'));
      if (!database.objectStoreNames.contains('files')) return null;
      const rows = await answer(
        database.transaction('files').objectStore('files').getAll() as IDBRequest<{ files: File[] }[]>,
      );
      database.close();
      return await Promise.all(
        rows.flatMap(({ files }) => files).map(async (own) => [own.name, await own.text()]),
      );
    });
  await expect.poll(kept).toEqual([[file.name, file.buffer.toString('utf8')]]);
});
