import { monthOfDay } from '../engine';
import type { ImportRecord } from '../workspace/types';
import { newestFirst } from './newestFirst';

/** Imports that are kept, so that an import can be undone: the one in use and the ones before it. */
export const KEPT_IMPORTS = 3;

/**
 * Earlier months of which one import each is kept besides: what the CRM showed then, which no later export can tell. Together
 * with the above they stay well within what a backup may hold.
 */
export const KEPT_MONTHS = 12;

/** Deals that those may hold together: some hundred megabytes on the device at the most. */
export const KEPT_DEALS = 300_000;

/** Imports whose files are kept, so that they can be read in another way, and the bytes of those of one. */
export const KEPT_FILES = { imports: 3, bytes: 100_000_000 };

/**
 * Which of the stored imports go: all but the newest `KEPT_IMPORTS`, those in `needed` whatever their age, and the last one
 * of each of the user's own earlier months, as long as their deals find room.
 */
export function importsToPrune(
  imports: readonly ImportRecord[],
  needed: readonly (string | null)[],
): readonly string[] {
  const isNeeded = ({ id }: ImportRecord) => needed.includes(id);
  const others = newestFirst(imports).filter((record) => !isNeeded(record));
  const room = Math.max(0, KEPT_IMPORTS - imports.filter(isNeeded).length);
  const staying = [...imports.filter(isNeeded), ...others.slice(0, room)];
  const kept = new Set(monthlySnapshots(others.slice(room), staying).map(({ id }) => id));
  return others
    .slice(room)
    .map(({ id }) => id)
    .filter((id) => !kept.has(id));
}

/** The latest data day of each month that none of those staying shows, newest month first, as many as there is room for. */
function monthlySnapshots(
  imports: readonly ImportRecord[],
  staying: readonly ImportRecord[],
): readonly ImportRecord[] {
  const shown = new Set(
    staying.flatMap(({ isExample, dataDay }) => (isExample ? [] : [monthOfDay(dataDay)])),
  );
  const byMonth = new Map<string, ImportRecord>();
  for (const record of imports) {
    if (record.isExample) continue;
    const month = monthOfDay(record.dataDay);
    if (shown.has(month)) continue;
    const latest = byMonth.get(month);
    if (!latest || record.dataDay > latest.dataDay) byMonth.set(month, record);
  }
  const newest = [...byMonth.values()]
    .sort((one, other) => other.dataDay - one.dataDay)
    .slice(0, KEPT_MONTHS);
  let deals = 0;
  return newest.filter(({ report }) => (deals += report.deals) <= KEPT_DEALS);
}
