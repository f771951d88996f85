import Dexie from 'dexie';
import type { DealRecord } from '../engine';
import { cutIntoBlocks } from './blocks';
import { openDatabase } from './database';
import type { SeedcastDatabase } from './database';
import { importsToPrune } from './pruning';
import type { SettleSettings, WorkspaceWriter } from './repository';
import { importsFrom, settingsFrom, storable } from './rows';

/**
 * Opens the workspace of this name to be written, making or upgrading its database. When a tab with a newer schema
 * appears, this one lets go of the database at once and calls back.
 */
export async function openDexieWriter(name: string, onNewerSchema: () => void): Promise<WorkspaceWriter> {
  const database = await openDatabase(name);
  database.on('versionchange', () => {
    database.close();
    onNewerSchema();
    // False keeps Dexie from its own reaction, which would open the database again on the next use.
    return false;
  });
  return writerOf(database);
}

function writerOf(database: SeedcastDatabase): WorkspaceWriter {
  const { documents, imports, blocks, edits } = database;
  const everything = [documents, imports, blocks, edits];

  async function inOneTransaction<T>(run: () => Promise<T>): Promise<T> {
    return await database.transaction('rw', everything, run);
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

  return {
    saveSettings: (settings) =>
      inOneTransaction(async () => void (await documents.put(storable.settings(settings)))),
    savePlans: (plans) => inOneTransaction(async () => void (await documents.put(storable.plans(plans)))),
    saveEdit: (edit) => inOneTransaction(async () => void (await edits.put(storable.edit(edit)))),
    changeSettings: (settle) => inOneTransaction(async () => (await settleSettings(settle)).settled),

    saveImport: (record, deals, settle) =>
      inOneTransaction(async () => {
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
      inOneTransaction(async () => {
        await deleteImport(importId);
        // It may tell of the deals that are to be gone.
        await documents.delete('trackRecord');
        if ((await imports.count()) === 0) await edits.clear();
        return (await settleSettings(settle)).settled;
      }),

    saveTrackRecord: (record) =>
      inOneTransaction(async () => {
        if (await imports.get(record.importId)) await documents.put(storable.trackRecord(record));
      }),

    replaceAll: (contents) =>
      inOneTransaction(async () => {
        for (const table of everything) await table.clear();
        if (contents.settings) await documents.put(storable.settings(contents.settings));
        if (contents.plans) await documents.put(storable.plans(contents.plans));
        await imports.bulkAdd(contents.imports.map(storable.importRecord));
        for (const [importId, deals] of contents.deals) await addDeals(importId, deals);
        await edits.bulkAdd(contents.edits.map(storable.edit));
      }),
    erase: () =>
      inOneTransaction(async () => {
        for (const table of everything) await table.clear();
      }),
    close: () => database.close(),
  };
}
