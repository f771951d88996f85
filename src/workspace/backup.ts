import type { DealRecord } from '../engine';
import { withKnownActiveImport } from './contents';
import type { WorkspaceContents } from './contents';
import { DEALS_PER_IMPORT, IMPORTS } from './limits';
import { damagedAt } from './admit';
import type { Restored } from './admit';
import { restore, restoreList } from './restore';
import { restoreShared } from './restoreShared';
import { isRescueDump, salvageDump } from './rescueDump';
import type { Backup } from './types';
import { CURRENT_VERSION, isKnownVersion } from './versions';

/** The workspace as it goes into a backup file. `savedAt` is an ISO 8601 time. */
export function makeBackup(contents: WorkspaceContents, savedAt: string): Backup {
  return {
    format: 'seedcast-backup',
    version: CURRENT_VERSION,
    savedAt,
    settings: contents.settings,
    plan: contents.plans,
    imports: contents.imports,
    deals: Object.fromEntries(contents.deals),
    edits: contents.edits,
  };
}

/**
 * The whole workspace out of parsed JSON: a backup, or the dump that the rescue page writes. A backup enters whole or
 * not at all; of a dump (which may be what kept the app from starting) the sound parts enter.
 */
export function restoreBackup(input: unknown): Restored<WorkspaceContents> {
  if (typeof input !== 'object' || input === null) return notABackup();
  if (isRescueDump(input)) return salvageDump(input);
  const file = input as Readonly<Record<string, unknown>>;
  if (file['format'] !== 'seedcast-backup') return notABackup();
  const version = file['version'];
  if (!isKnownVersion(version)) return newerBackup(version);

  const settings = file['settings'] === null ? null : restore('settings', file['settings'], version);
  if (settings && !settings.ok) return settings;
  const plans = file['plan'] === null ? null : restore('plan', file['plan'], version);
  if (plans && !plans.ok) return plans;
  for (const [place, { shared }] of (plans?.value.kept ?? []).entries()) {
    const whole = restoreShared(shared);
    if (!whole.ok) return damagedAt(`plan.kept.${String(place)}.${String(whole.problem.params['path'])}`);
  }
  const imports = restoreList('importRecord', file['imports'], IMPORTS, version);
  if (!imports.ok) return imports;
  const edits = restoreList('edit', file['edits'], DEALS_PER_IMPORT, version);
  if (!edits.ok) return edits;

  const allDeals = file['deals'];
  if (typeof allDeals !== 'object' || allDeals === null) return damagedAt('deals');
  const deals = new Map<string, readonly DealRecord[]>();
  for (const { id } of imports.value) {
    const own = Object.hasOwn(allDeals, id) ? (allDeals as Record<string, unknown>)[id] : undefined;
    const restored = restoreList('deal', own, DEALS_PER_IMPORT, version);
    if (!restored.ok) return damagedAt(`deals.${id}.${String(restored.problem.params['path'])}`);
    deals.set(id, restored.value);
  }
  if (deals.size !== imports.value.length) return damagedAt('imports');

  const contents: WorkspaceContents = {
    settings: settings?.value ?? null,
    plans: plans?.value ?? null,
    imports: imports.value,
    deals,
    edits: edits.value,
  };
  return { ok: true, value: withKnownActiveImport(contents) };
}

function notABackup(): Restored<never> {
  return { ok: false, problem: { code: 'notABackup', params: {} } };
}

/** A version this program does not know: written by a newer one, or not by Seedcast. */
function newerBackup(version: unknown): Restored<never> {
  if (typeof version !== 'string' || version === '') return damagedAt('version');
  return { ok: false, problem: { code: 'newerBackup', params: { version: version.slice(0, 100) } } };
}
