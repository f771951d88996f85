import type { DealRecord } from '../engine';
import { DEALS_PER_IMPORT } from '../workspace/limits';
import { admit, admitList } from '../workspace/admit';
import type { Restored } from '../workspace/admit';
import type { DealEdit, ImportRecord, KeptFit, PlanBook, Settings, TrackRecord } from '../workspace/types';
import type { BlockRow, DocumentRow, EditRow, FilesRow, ImportRow } from './tables';
import { StorageFailure } from './problem';
import { newestFirst } from './newestFirst';

function checked<T>(restored: Restored<T>): T {
  if (restored.ok) return restored.value;
  throw new StorageFailure('damagedData', restored.problem.params);
}

/** From rows to checked objects. All of these throw `damagedData` with the place of the fault. */
export function settingsFrom(row: DocumentRow | undefined): Settings | null {
  return row ? checked(admit('settings', row.value)) : null;
}

export function plansFrom(row: DocumentRow | undefined): PlanBook | null {
  return row ? checked(admit('plan', row.value)) : null;
}

/** Newest first. */
export function importsFrom(rows: readonly ImportRow[]): ImportRecord[] {
  return newestFirst(rows.map(({ record }) => checked(admit('importRecord', record))));
}

/** `rows` in order of their index. */
export function dealsFrom(rows: readonly BlockRow[]): DealRecord[] {
  return rows.flatMap(({ deals }) => checked(admitList('deal', deals, DEALS_PER_IMPORT)));
}

export function editsFrom(rows: readonly EditRow[]): DealEdit[] {
  return checked(admitList('edit', rows, DEALS_PER_IMPORT));
}

export function editFrom(row: EditRow | undefined): DealEdit | null {
  return row ? checked(admit('edit', row)) : null;
}

/** None also where they are something else. */
export function filesFrom(row: FilesRow | undefined): readonly File[] {
  const files = row?.files;
  return Array.isArray(files) && files.every((file) => file instanceof File) ? files : [];
}

/** Null also where it is damaged: it can be made again, which no other row can. */
export function trackRecordFrom(row: DocumentRow | undefined): TrackRecord | null {
  const restored = row ? admit('trackRecord', row.value) : null;
  return restored?.ok ? restored.value : null;
}

/** Null also where it is damaged, as with a track record. */
export function keptFitFrom(row: DocumentRow | undefined): KeptFit | null {
  const restored = row ? admit('keptFit', row.value) : null;
  return restored?.ok ? restored.value : null;
}

/** What is to be stored, or `damagedData`: nothing is written that could not be read again. */
export const storable = {
  settings: (settings: Settings): DocumentRow => ({
    name: 'settings',
    value: checked(admit('settings', settings)),
  }),
  plans: (plans: PlanBook): DocumentRow => ({ name: 'plan', value: checked(admit('plan', plans)) }),
  trackRecord: (record: TrackRecord): DocumentRow => ({
    name: 'trackRecord',
    value: checked(admit('trackRecord', record)),
  }),
  keptFit: (kept: KeptFit): DocumentRow => ({
    name: 'keptFit',
    value: checked(admit('keptFit', kept)),
  }),
  importRecord: (record: ImportRecord): ImportRow => ({
    id: record.id,
    record: checked(admit('importRecord', record)),
  }),
  edit: (edit: DealEdit): EditRow => checked(admit('edit', edit)),
  deals: (deals: readonly DealRecord[]): DealRecord[] => checked(admitList('deal', deals, DEALS_PER_IMPORT)),
};
