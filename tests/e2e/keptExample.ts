import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { MessageLocale } from '../../tooling/build/messageOptions.ts';

const FOLDER = 'test-results/kept-example';

/** A database as it lies in the browser: whatever its tables are, so that no change of them needs a change here. */
interface KeptDatabase {
  version: number;
  stores: { name: string; keyPath: string | string[]; rows: unknown[] }[];
}

/** Named by all that it depends on: the build that made it, and the day, to which the example's dates are moved. */
function fileOf(locale: MessageLocale): string {
  const made = createHash('sha256').update(new Date().toLocaleDateString('sv-SE'));
  for (const file of ['sw.js', 'example-company.csv']) made.update(readFileSync(`dist/${file}`));
  return `${FOLDER}/${locale}-${made.digest('hex').slice(0, 16)}.json`;
}

export const isKept = (locale: MessageLocale): boolean => existsSync(fileOf(locale));

/** Copies the database of this page's path from the browser into a file. */
export async function keepDatabase(page: Page, locale: MessageLocale): Promise<void> {
  const text = await page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('unknown'));
      });
    const database = await answer(indexedDB.open(`seedcast:${location.pathname}`));
    const stores = [];
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const { keyPath, indexNames, autoIncrement } = store;
      if (keyPath === null || autoIncrement || indexNames.length > 0)
        throw new Error(`${name}: not kept whole`);
      stores.push({ name, keyPath, rows: await answer(store.getAll() as IDBRequest<unknown[]>) });
    }
    const kept: KeptDatabase = { version: database.version, stores };
    database.close();
    // What JSON would change must not get lost unseen.
    return JSON.stringify(kept, function (this: Record<string, unknown>, key, value: unknown) {
      const original = this[key];
      const isPlain =
        original === null ||
        Array.isArray(original) ||
        (typeof original === 'object' && Object.getPrototypeOf(original) === Object.prototype) ||
        ['string', 'boolean'].includes(typeof original) ||
        Number.isFinite(original);
      if (!isPlain) throw new Error(`${key} is ${String(original)}, which a file can't keep`);
      return value;
    });
  });
  // Those of other builds and days are of no more use.
  for (const file of existsSync(FOLDER) ? readdirSync(FOLDER) : [])
    if (file.startsWith(`${locale}-`)) rmSync(`${FOLDER}/${file}`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(locale), text);
}

/** Puts what was kept into the browser, as if this profile had made it. Before the app is opened for the first time. */
export async function putKeptDatabase(page: Page, locale: MessageLocale): Promise<void> {
  // A page of this host that starts no app and asks for nothing.
  const blank = '<!doctype html><link rel="icon" href="data:,">';
  await page.route(/\/kept-example$/, (route) => route.fulfill({ contentType: 'text/html', body: blank }));
  await page.goto('./kept-example');
  await page.unroute(/\/kept-example$/);
  await page.evaluate(
    async ({ path, text }) => {
      const { version, stores } = JSON.parse(text) as KeptDatabase;
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(`seedcast:${path}`, version);
        request.onupgradeneeded = () => {
          for (const { name, keyPath } of stores) request.result.createObjectStore(name, { keyPath });
        };
        request.onerror = () => reject(request.error ?? new Error('unknown'));
        request.onsuccess = () => {
          const database = request.result;
          const transaction = database.transaction(
            stores.map(({ name }) => name),
            'readwrite',
          );
          for (const { name, rows } of stores) {
            const store = transaction.objectStore(name);
            store.clear();
            for (const row of rows) store.put(row);
          }
          transaction.onabort = () => reject(transaction.error ?? new Error('unknown'));
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      });
    },
    { path: new URL('.', page.url()).pathname, text: readFileSync(fileOf(locale), 'utf8') },
  );
}
