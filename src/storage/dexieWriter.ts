import Dexie from 'dexie';
import type { Table } from 'dexie';
import type { DealRecord } from '../engine';
import { editUnder, isEmptyEdit } from '../workspace/dealEdits';
import { cutIntoBlocks } from './blocks';
import { openDatabase } from './database';
import type { SeedcastDatabase } from './database';
import { importsToPrune, KEPT_FILES } from './pruning';
import type { SettleSettings, WorkspaceWriter } from './repository';
import { editFrom, editsFrom, importsFrom, plansFrom, settingsFrom, storable } from './rows';

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
  const { documents, imports, blocks, edits, files } = database;
  const allButFiles = [documents, imports, blocks, edits];
  const everything = [...allButFiles, files];

  async function inOneTransaction<T>(run: () => Promise<T>, tables: Table[] = allButFiles): Promise<T> {
    return await database.transaction('rw', tables, run);
  }

  const blocksOf = (importId: string) =>
    blocks.where('[importId+index]').between([importId, Dexie.minKey], [importId, Dexie.maxKey]);

  async function deleteImport(importId: string): Promise<void> {
    await imports.delete(importId);
    await blocksOf(importId).delete();
    await files.delete(importId);
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

  /** What was changed on a deal holds under its new id too, unless something is changed there already. */
  async function copyEdits(renamed: ReadonlyMap<string, string>): Promise<void> {
    for (const edit of editsFrom(await edits.toArray())) {
      const dealId = renamed.get(edit.dealId);
      if (dealId === undefined || (await edits.get(dealId))) continue;
      const copy = editUnder(dealId, edit);
      if (!isEmptyEdit(copy)) await edits.put(storable.edit(copy));
    }
  }

  return {
    saveSettings: (settings) =>
      inOneTransaction(async () => void (await documents.put(storable.settings(settings)))),
    savePlans: (plans) => inOneTransaction(async () => void (await documents.put(storable.plans(plans)))),
    saveEdit: (edit) =>
      inOneTransaction(async () => {
        const before = editFrom(await edits.get(edit.dealId));
        if (isEmptyEdit(edit)) await edits.delete(edit.dealId);
        else await edits.put(storable.edit(edit));
        return before;
      }),
    changeSettings: (settle) => inOneTransaction(async () => (await settleSettings(settle)).settled),

    saveImport: (record, deals, settle, renamed = new Map()) =>
      inOneTransaction(async () => {
        await imports.add(storable.importRecord(record));
        await addDeals(record.id, deals);
        if (renamed.size > 0) await copyEdits(renamed);
        const { before, settled } = await settleSettings(settle);
        const stored = importsFrom(await imports.toArray());
        for (const id of importsToPrune(stored, [record.id, before?.activeImport ?? null])) {
          await deleteImport(id);
        }
        return settled;
      }, everything),

    changeImport: (importId, change, settle) =>
      inOneTransaction(async () => {
        const [stored] = importsFrom(await imports.where('id').equals(importId).toArray());
        if (!stored) return null;
        const changed = change(stored);
        await imports.put(storable.importRecord(changed));
        await settleSettings(settle);
        return changed;
      }),

    saveFiles: (importId, kept) =>
      inOneTransaction(async () => {
        const newest = importsFrom(await imports.toArray()).slice(0, KEPT_FILES.imports);
        if (newest.some(({ id }) => id === importId)) await files.put({ importId, files: [...kept] });
        await files
          .where('importId')
          .noneOf(newest.map(({ id }) => id))
          .delete();
      }, [imports, files]),

    removeImport: (importId, settle) =>
      inOneTransaction(async () => {
        await deleteImport(importId);
        // They may tell of the deals that are to be gone.
        await documents.bulkDelete(['trackRecord', 'keptFit']);
        const left = importsFrom(await imports.toArray());
        if (left.length === 0) await edits.clear();
        else if (left.every(({ isExample }) => !isExample))
          await edits.filter(({ ofExample }) => ofExample === true).delete();
        return (await settleSettings(settle)).settled;
      }, everything),

    saveTrackRecord: (record) =>
      inOneTransaction(async () => {
        if (await imports.get(record.importId)) await documents.put(storable.trackRecord(record));
      }),

    saveKeptFit: (kept) =>
      inOneTransaction(async () => {
        if (await imports.get(kept.importId)) await documents.put(storable.keptFit(kept));
      }),

    addBeside: (join, deals) =>
      inOneTransaction(async () => {
        const joined = join({
          settings: settingsFrom(await documents.get('settings')),
          plans: plansFrom(await documents.get('plan')),
          imports: importsFrom(await imports.toArray()),
          edits: editsFrom(await edits.toArray()),
        });
        if (joined.settings) await documents.put(storable.settings(joined.settings));
        if (joined.plans) await documents.put(storable.plans(joined.plans));
        await imports.bulkAdd(joined.imports.map(storable.importRecord));
        for (const { id } of joined.imports) await addDeals(id, deals.get(id) ?? []);
        await edits.bulkAdd(joined.edits.map(storable.edit));
        return joined;
      }),

    replaceAll: (contents) =>
      inOneTransaction(async () => {
        for (const table of everything) await table.clear();
        if (contents.settings) await documents.put(storable.settings(contents.settings));
        if (contents.plans) await documents.put(storable.plans(contents.plans));
        await imports.bulkAdd(contents.imports.map(storable.importRecord));
        for (const [importId, deals] of contents.deals) await addDeals(importId, deals);
        await edits.bulkAdd(contents.edits.map(storable.edit));
      }, everything),
    erase: () =>
      inOneTransaction(async () => {
        for (const table of everything) await table.clear();
      }, everything),
    close: () => database.close(),
  };
}
