import Dexie from 'dexie';
import type { DealRecord } from '../engine';
import { cutIntoBlocks } from './blocks';
import { openDatabase } from './database';
import type { SeedcastDatabase } from './database';
import { StorageFailure } from './problem';
import { importsToPrune } from './pruning';
import type { SettleSettings, WorkspaceRepository } from './repository';
import { dealsFrom, editsFrom, importsFrom, planFrom, settingsFrom, storable, trackRecordFrom } from './rows';

/**
 * Opens the workspace of this name in IndexedDB. When a tab with a newer schema appears, this one lets go of the
 * database at once, calls back, and from then on fails with `newerSchema`: it would not understand what it reads and
 * spoil what it writes.
 */
export async function openDexieRepository(
  name: string,
  onNewerSchema: () => void,
): Promise<WorkspaceRepository> {
  const database = await openDatabase(name);
  let isOutdated = false;
  database.on('versionchange', () => {
    isOutdated = true;
    database.close();
    onNewerSchema();
    // False keeps Dexie from its own reaction, which would open the database again on the next use.
    return false;
  });
  return repositoryOf(database, () => isOutdated);
}

function repositoryOf(database: SeedcastDatabase, isOutdated: () => boolean): WorkspaceRepository {
  const { documents, imports, blocks, edits } = database;
  const everything = [documents, imports, blocks, edits];

  async function inOneTransaction<T>(mode: 'r' | 'rw', run: () => Promise<T>): Promise<T> {
    if (isOutdated()) throw new StorageFailure('newerSchema');
    return await database.transaction(mode, everything, run);
  }

  const blocksOf = (importId: string) =>
    blocks.where('[importId+index]').between([importId, Dexie.minKey], [importId, Dexie.maxKey]);

  async function deleteImport(importId: string): Promise<void> {
    await imports.delete(importId);
    await blocksOf(importId).delete();
  }

  async function addDeals(importId: string, deals: readonly DealRecord[]): Promise<void> {
    await blocks.bulkAdd(cutIntoBlocks(importId, storable.deals(deals)));
  }

  async function settleSettings(settle: SettleSettings) {
    const stored = settingsFrom(await documents.get('settings'));
    const settled = settle(stored, importsFrom(await imports.toArray()));
    await documents.put(storable.settings(settled));
    return { before: stored, settled };
  }

  async function readAllButDeals() {
    return {
      settings: settingsFrom(await documents.get('settings')),
      plan: planFrom(await documents.get('plan')),
      imports: importsFrom(await imports.toArray()),
      edits: editsFrom(await edits.toArray()),
    };
  }

  return {
    read: () => inOneTransaction('r', readAllButDeals),
    readDeals: (importId) => inOneTransaction('r', async () => dealsFrom(await blocksOf(importId).toArray())),
    readAll: () =>
      inOneTransaction('r', async () => {
        const contents = await readAllButDeals();
        const deals = new Map<string, readonly DealRecord[]>();
        for (const { id } of contents.imports) deals.set(id, dealsFrom(await blocksOf(id).toArray()));
        return { ...contents, deals };
      }),

    saveSettings: (settings) =>
      inOneTransaction('rw', async () => void (await documents.put(storable.settings(settings)))),
    savePlan: (plan) => inOneTransaction('rw', async () => void (await documents.put(storable.plan(plan)))),
    saveEdit: (edit) => inOneTransaction('rw', async () => void (await edits.put(storable.edit(edit)))),
    changeSettings: (settle) => inOneTransaction('rw', async () => (await settleSettings(settle)).settled),

    saveImport: (record, deals, settle) =>
      inOneTransaction('rw', async () => {
        await imports.add(storable.importRecord(record));
        await addDeals(record.id, deals);
        const { before, settled } = await settleSettings(settle);
        const stored = importsFrom(await imports.toArray());
        for (const id of importsToPrune(stored, [record.id, before?.activeImport ?? null])) {
          await deleteImport(id);
        }
        return settled;
      }),

    removeImport: (importId, settle) =>
      inOneTransaction('rw', async () => {
        await deleteImport(importId);
        // It may tell of the deals that are to be gone.
        await documents.delete('trackRecord');
        if ((await imports.count()) === 0) await edits.clear();
        return (await settleSettings(settle)).settled;
      }),

    readTrackRecord: () =>
      inOneTransaction('r', async () => trackRecordFrom(await documents.get('trackRecord'))),
    saveTrackRecord: (record) =>
      inOneTransaction('rw', async () => {
        if (await imports.get(record.importId)) await documents.put(storable.trackRecord(record));
      }),

    replaceAll: (contents) =>
      inOneTransaction('rw', async () => {
        for (const table of everything) await table.clear();
        if (contents.settings) await documents.put(storable.settings(contents.settings));
        if (contents.plan) await documents.put(storable.plan(contents.plan));
        await imports.bulkAdd(contents.imports.map(storable.importRecord));
        for (const [importId, deals] of contents.deals) await addDeals(importId, deals);
        await edits.bulkAdd(contents.edits.map(storable.edit));
      }),
    erase: () =>
      inOneTransaction('rw', async () => {
        for (const table of everything) await table.clear();
      }),
    close: () => database.close(),
  };
}
