import { expect, type Page } from '@playwright/test';

export interface StoredImport {
  id: string;
  /** What its report says. */
  reported: number;
  /** What lies in the blocks. */
  deals: number;
}

export interface StoredState {
  active: string | null;
  /** Newest first. */
  imports: StoredImport[];
  /** Deals that belong to no import. */
  stray: number;
}

/** What the database of this page's path holds, read past the app. */
async function readStored(page: Page): Promise<StoredState> {
  return await page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('unknown'));
      });
    interface Row {
      id: string;
      importId: string;
      name: string;
      value: { activeImport: string | null };
      record: { importedAt: number; report: { deals: number } };
      deals: unknown[];
    }
    const database = await answer(indexedDB.open(`seedcast:${location.pathname}`));
    const transaction = database.transaction(['documents', 'imports', 'blocks']);
    const all = (store: string) => answer(transaction.objectStore(store).getAll() as IDBRequest<Row[]>);
    const [documents, imports, blocks] = await Promise.all([all('documents'), all('imports'), all('blocks')]);
    database.close();
    const counts = new Map<string, number>();
    for (const { importId, deals } of blocks)
      counts.set(importId, (counts.get(importId) ?? 0) + deals.length);
    const known = new Set(imports.map(({ id }) => id));
    return {
      active: documents.find(({ name }) => name === 'settings')?.value.activeImport ?? null,
      imports: imports
        .sort((one, other) => other.record.importedAt - one.record.importedAt)
        .map(({ id, record }) => ({ id, reported: record.report.deals, deals: counts.get(id) ?? 0 })),
      stray: [...counts].reduce((sum, [id, count]) => (known.has(id) ? sum : sum + count), 0),
    };
  });
}

/** Reads what is stored and makes sure that every import is whole and that the one in use is there. */
export async function wholeStored(page: Page): Promise<StoredState & { inUse: number }> {
  const stored = await readStored(page);
  for (const { deals, reported } of stored.imports) expect(deals, 'deals of an import').toBe(reported);
  expect(stored.stray, 'deals without an import').toBe(0);
  const inUse = stored.imports.find(({ id }) => id === stored.active);
  if (stored.active !== null) expect(inUse, 'the import in use').toBeDefined();
  return { ...stored, inUse: inUse?.deals ?? 0 };
}
