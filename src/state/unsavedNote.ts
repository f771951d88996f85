import type { PlanBook, Settings } from '../workspace/types';
import { CURRENT_VERSION } from '../workspace/versions';

/**
 * What the user changed last and a closing page can't store any more: the worker, which stores, ends with its page before it gets
 * to it. Local storage is written at once. The next page that opens hands the note to the worker, which checks it like anything
 * unknown.
 */
export interface UnsavedNote {
  version: string;
  settings: Settings | null;
  plan: PlanBook | null;
}

/** By database, as sites on one origin share local storage too. The rescue page forgets it under the same name. */
const keyOf = (databaseName: string): string => `${databaseName} unsaved`;

/** Leaves a note where something is unsaved, and takes back an older one where all is stored. */
export function leaveNote(databaseName: string, unsaved: Omit<UnsavedNote, 'version'>): void {
  if (!unsaved.settings && !unsaved.plan) forgetNote(databaseName);
  else {
    const note: UnsavedNote = { version: CURRENT_VERSION, ...unsaved };
    onLocalStorage((storage) => storage.setItem(keyOf(databaseName), JSON.stringify(note)));
  }
}

/** The note as text; null where there is none. */
export function readNote(databaseName: string): string | null {
  return onLocalStorage((storage) => storage.getItem(keyOf(databaseName))) ?? null;
}

export function forgetNote(databaseName: string): void {
  onLocalStorage((storage) => storage.removeItem(keyOf(databaseName)));
}

/** Local storage may be forbidden or full; then a change made in the last half second before closing can be lost. */
function onLocalStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
