import { assumptionAt, placesOf, type Plan } from '../engine';
import type { ImportRecord, PlanBook, Settings } from '../workspace/types';

const DAY_MILLISECONDS = 86_400_000;
/** So long may what is here stand without a copy. */
const PATIENCE_DAYS = 30;
/** So long where the browser erases what is not visited for a week; without any copy not at all. */
const ERASING_PATIENCE_DAYS = 7;
/** "Later" is in a week. */
const LATER_DAYS = 7;

export interface WhatMayBeLost {
  settings: Pick<Settings, 'backedUpAt'>;
  plans: PlanBook;
  imports: readonly Pick<ImportRecord, 'isExample' | 'importedAt'>[];
}

/** What this device remembers of reminders: since when there is something to lose, and until when "later" holds. */
export interface ReminderNote {
  began: number | null;
  notBefore: number | null;
}

/** Whether there is anything of the user's own: deals, figures, scenarios, kept forecasts. The example is not. */
export function hasOwnData({ plans, imports }: Omit<WhatMayBeLost, 'settings'>): boolean {
  return (
    imports.some(({ isExample }) => !isExample) ||
    plans.plans.length > 1 ||
    plans.scenarios.variants.length > 0 ||
    plans.kept.length > 0 ||
    plans.plans.some(({ plan }) => hasTyped(plan))
  );
}

function hasTyped(plan: Plan): boolean {
  return placesOf(plan).some((place) => assumptionAt(plan, place)?.from === 'typed');
}

/**
 * Whether to remind of a backup now: there is something to lose, and nothing was saved for a month.
 *
 * @param now milliseconds since 1970, as all moments here
 * @param mayErase the browser erases the data of sites that are not opened for a week
 */
export function isBackupDue(
  what: WhatMayBeLost,
  note: ReminderNote,
  now: number,
  mayErase: boolean,
): boolean {
  if (!hasOwnData(what) || (note.notBefore !== null && now < note.notBefore)) return false;
  const { backedUpAt } = what.settings;
  if (mayErase && backedUpAt === null) return true;
  const own = what.imports.filter(({ isExample }) => !isExample).map(({ importedAt }) => importedAt);
  const since = backedUpAt ?? Math.min(now, ...own, note.began ?? now);
  return now - since >= (mayErase ? ERASING_PATIENCE_DAYS : PATIENCE_DAYS) * DAY_MILLISECONDS;
}

/** The note once "later" was said. */
export function later(note: ReminderNote, now: number): ReminderNote {
  return { ...note, notBefore: now + LATER_DAYS * DAY_MILLISECONDS };
}

/** Sites on one origin share local storage. It belongs to this device, so no backup has it. */
const key = (): string => `seedcast ${location.pathname} backup reminder`;

/** What is remembered; where nothing is, today is when it began. */
export function readReminderNote(now: number): ReminderNote {
  try {
    const [began = null, notBefore = null] = JSON.parse(localStorage.getItem(key()) ?? '[]') as unknown[];
    if (typeof began === 'number')
      return { began, notBefore: typeof notBefore === 'number' ? notBefore : null };
  } catch {
    // Forbidden, or not ours.
  }
  const note = { began: now, notBefore: null };
  writeReminderNote(note);
  return note;
}

export function writeReminderNote({ began, notBefore }: ReminderNote): void {
  try {
    localStorage.setItem(key(), JSON.stringify([began, notBefore]));
  } catch {
    // Forbidden: it is said again the next time.
  }
}
