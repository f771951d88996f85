import type { DealRecord } from '../engine';
import { withKnownActiveImport } from './contents';
import type { WorkspaceContents } from './contents';
import { DEALS_PER_IMPORT, IMPORTS } from './limits';
import { restore, restoreList } from './restore';
import type { Restored } from './admit';
import type { DealEdit, ImportRecord } from './types';
import { VERSIONS } from './versions';

/**
 * The database's rows as the rescue page found them, unread. The rescue page shares no code with the app (what broke
 * the app must not break it), so this is the place that knows the shape of rows.
 */
export interface RescueDump {
  format: 'seedcast-rescue';
  /** IndexedDB's version of the database: ten times the schema number. */
  databaseVersion: number;
  savedAt: string;
  stores: Readonly<Record<string, unknown>>;
}

export function isRescueDump(input: object): input is RescueDump {
  return (
    'format' in input &&
    input.format === 'seedcast-rescue' &&
    'stores' in input &&
    typeof input.stores === 'object' &&
    input.stores !== null
  );
}

type Row = Readonly<Record<string, unknown>>;

function rowsOf(dump: RescueDump, store: string): readonly Row[] {
  const rows = Object.hasOwn(dump.stores, store) ? dump.stores[store] : [];
  if (!Array.isArray(rows)) return [];
  return rows.filter((row: unknown): row is Row => typeof row === 'object' && row !== null);
}

/** Every sound part of a dump: a damaged part (plans, an import, an edit) is left out, never repaired. */
export function salvageDump(dump: RescueDump): Restored<WorkspaceContents> {
  const version = VERSIONS[Math.floor(dump.databaseVersion / 10) - 1];
  if (!version) {
    return { ok: false, problem: { code: 'newerBackup', params: { version: String(dump.databaseVersion) } } };
  }
  const documents = new Map(rowsOf(dump, 'documents').map((row) => [row['name'], row['value']]));
  const settings = restore('settings', documents.get('settings'), version);
  const plans = restore('plan', documents.get('plan'), version);

  const imports: ImportRecord[] = [];
  const deals = new Map<string, readonly DealRecord[]>();
  const blocks = rowsOf(dump, 'blocks');
  for (const row of rowsOf(dump, 'imports').slice(0, IMPORTS)) {
    const record = restore('importRecord', row['record'], version);
    if (!record.ok || deals.has(record.value.id)) continue;
    const own = blocks
      .filter((block) => block['importId'] === record.value.id)
      .sort((one, other) => Number(one['index']) - Number(other['index']))
      .flatMap((block) => block['deals']);
    const restored = restoreList('deal', own, DEALS_PER_IMPORT, version);
    if (!restored.ok) continue;
    imports.push(record.value);
    deals.set(record.value.id, restored.value);
  }

  const edits: DealEdit[] = [];
  for (const row of rowsOf(dump, 'edits').slice(0, DEALS_PER_IMPORT)) {
    const edit = restore('edit', row, version);
    if (edit.ok) edits.push(edit.value);
  }

  if (!settings.ok && !plans.ok && imports.length === 0) {
    return { ok: false, problem: { code: 'notABackup', params: {} } };
  }
  const contents: WorkspaceContents = {
    settings: settings.ok ? settings.value : null,
    plans: plans.ok ? plans.value : null,
    imports,
    deals,
    edits,
  };
  return { ok: true, value: withKnownActiveImport(contents) };
}
