import type { Day, StageEntry } from '../engine';
import { STAGE_ENTRIES_PER_DEAL } from '../workspace/limits';
import type { Field, Fields } from './readFields';

export interface StageEntries {
  /** Entries of open stages, by day. */
  open: readonly StageEntry[];
  /** The latest entry up to today; -Infinity without one. */
  latest: number;
  won: Day | null;
  lost: Day | null;
  isUnreadable: boolean;
}

interface Collected extends StageEntries {
  open: StageEntry[];
}

/** When a deal entered its stages: by the columns of its row, and by the stage history of a second file. */
export function readStageEntries(fields: Fields, row: number, created: Day, today: Day): StageEntries {
  const entries: Collected = { open: [], latest: -Infinity, won: null, lost: null, isUnreadable: false };
  const { stageEntries } = fields;
  if (stageEntries.length > 0) entries.open = readColumns(entries, stageEntries, row, today);
  if (fields.history) addHistory(entries, fields, row, created, today);
  if (!isSorted(entries.open)) entries.open = inOrder(entries.open, textsOfColumns(stageEntries, row));
  return entries;
}

/** Of one row after the other: an array that grows takes room for more than most deals have. */
const found: StageEntry[] = [];

/** Notes what the columns say of a row. Entries of open stages, in the order of the columns. */
function readColumns(
  entries: Collected,
  stageEntries: readonly Field<Day>[],
  row: number,
  today: Day,
): StageEntry[] {
  let count = 0;
  for (const field of stageEntries) {
    const day = field.parse(row);
    if (day === null || field.stage === null) continue;
    if (day === 'unreadable') {
      entries.isUnreadable = true;
      continue;
    }
    if (day <= today && day > entries.latest) entries.latest = day;
    const outcome = field.stageOutcome;
    if (outcome === 'won' || outcome === 'lost') entries[outcome] = day;
    else {
      found[count] = { stage: field.stage, day };
      count += 1;
    }
  }
  return found.slice(0, count);
}

/** The cells that entries of open stages were read from, in the order of the columns. */
function textsOfColumns(stageEntries: readonly Field<Day>[], row: number): string[] {
  return stageEntries.flatMap((field) => {
    const isClosing = field.stageOutcome === 'won' || field.stageOutcome === 'lost';
    return typeof field.parse(row) === 'number' && field.stage !== null && !isClosing
      ? [field.text(row)]
      : [];
  });
}

/**
 * Adds the changes of the history. A deal that was there when the history began came into the stage before its first
 * change when it was created; what an older deal went through before is not known.
 */
function addHistory(entries: Collected, fields: Fields, row: number, created: Day, today: Day): void {
  const { history } = fields;
  const changes = history?.changesOf(row) ?? [];
  const first = changes[0];
  if (!history || !first) return;
  const isKnown = (stage: string, day: Day): boolean =>
    entries.open.some((entry) => entry.stage === stage && entry.day === day);
  const add = (stage: string, day: Day): void => {
    const outcome = fields.outcomeOfStage(stage) ?? 'open';
    if (outcome !== 'open') entries[outcome] = day;
    else if (!isKnown(stage, day)) entries.open.push({ stage, day });
  };
  if (first.from !== '' && first.day >= created && !history.isOlder(created)) add(first.from, created);
  for (const { stage, day } of changes) {
    if (entries.open.length >= STAGE_ENTRIES_PER_DEAL) return;
    add(stage, day);
    if (day <= today && day > entries.latest) entries.latest = day;
  }
}

const ISO_TIME = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/;

function isSorted(entries: readonly StageEntry[]): boolean {
  for (let index = 1; index < entries.length; index += 1) {
    if (entries[index]!.day <= entries[index - 1]!.day) return false;
  }
  return true;
}

/** By day, those of one day by the time of day where their cells say it, else as they come. */
function inOrder(entries: StageEntry[], texts: readonly string[]): StageEntry[] {
  const timed = entries.map((entry, index) => ({ entry, text: texts[index] ?? '' }));
  timed.sort((a, b) => {
    if (a.entry.day !== b.entry.day) return a.entry.day - b.entry.day;
    const hasTime = ISO_TIME.test(a.text) || ISO_TIME.test(b.text);
    return hasTime ? (a.text < b.text ? -1 : a.text > b.text ? 1 : 0) : 0;
  });
  return timed.map(({ entry }) => entry);
}
