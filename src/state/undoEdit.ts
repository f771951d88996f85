import type { DealRecord } from '../engine';
import type { DealEdit } from '../workspace/types';
import { isSame } from './isSame';

/**
 * A deal's edit without one change that was made to it, which turned `before` into `after`. What has been said of the deal since
 * stays, field by field: `now` is what is said of it at this moment.
 */
export function undoEdit(now: DealEdit, before: DealEdit, after: DealEdit): DealEdit {
  return {
    ...now,
    isExcluded: now.isExcluded === after.isExcluded ? before.isExcluded : now.isExcluded,
    changes: undoFields(now.changes, before.changes, after.changes),
    added: undoAdded(now.added, before.added, after.added),
  };
}

function undoAdded(
  now: DealRecord | null,
  before: DealRecord | null,
  after: DealRecord | null,
): DealRecord | null {
  // It was added, and goes with all that has been said of it, or it was removed, and comes back.
  if (!before || !after) return isSame(before, after) ? now : before;
  return now && undoFields({ ...now }, { ...before }, { ...after });
}

/** Fields that still say what the change made them say go back; a field that has none is left out. */
function undoFields<T extends Readonly<Record<string, unknown>>>(now: T, before: T, after: T): T {
  const names = new Set([...Object.keys(now), ...Object.keys(before), ...Object.keys(after)]);
  const fields = [...names].flatMap((name) => {
    const goesBack = !isSame(before[name], after[name]) && isSame(now[name], after[name]);
    const value = goesBack ? before[name] : now[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(fields) as T;
}
