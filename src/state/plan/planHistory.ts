import type { PlanBook } from '../../workspace/types';
import type { PlanStep, PlanStepCode } from './planStep';

/** Steps that can be undone; the oldest is forgotten first. Books share what they have in common, so this is little memory. */
export const MOST_STEPS = 200;

/** Changes of the same figure that follow each other so closely are one step: a number is typed digit by digit. */
export const TYPING_MILLISECONDS = 1_000;

/** A book to go back (or forward) to, and what was done between it and its neighbour. */
interface Turn {
  code: PlanStepCode;
  book: PlanBook;
}

/** A step that a further change of the same would join. `isHeld`: the hand that makes it has not let go. */
interface Joinable {
  key: string | null;
  at: number;
  isHeld: boolean;
}

/** What can be undone, oldest first, and redone, the next one first. Never changed in place. */
export interface PlanHistory {
  past: readonly Turn[];
  future: readonly Turn[];
  joinable: Joinable | null;
}

export const NO_HISTORY: PlanHistory = { past: [], future: [], joinable: null };

/** A book from the history with what the way to it takes back or does again. */
export interface HistoryMove {
  history: PlanHistory;
  book: PlanBook;
  code: PlanStepCode;
}

/**
 * Notes that `before` has been changed. What had been undone can't be redone any more.
 *
 * @param now milliseconds, of any clock that does not go back
 * @param isHeld true while a hand moves something: all it changes until it lets go is one step, however long it takes
 */
export function noteStep(
  history: PlanHistory,
  before: PlanBook,
  { code, key }: PlanStep,
  now: number,
  isHeld: boolean,
): PlanHistory {
  const joinable = { key: key === null ? null : `${code} ${key}`, at: now, isHeld };
  const past = joins(history.joinable, joinable)
    ? history.past
    : [...history.past, { code, book: before }].slice(-MOST_STEPS);
  return { past, future: [], joinable };
}

function joins(last: Joinable | null, next: Joinable): boolean {
  if (last === null || last.isHeld !== next.isHeld) return false;
  // A hand holds one thing at a time, though its first touch may change more than the ones that follow.
  if (next.isHeld) return true;
  return next.key !== null && last.key === next.key && next.at - last.at <= TYPING_MILLISECONDS;
}

/** Lets no further change join the newest step: the hand has let go. */
export function closeStep(history: PlanHistory): PlanHistory {
  return history.joinable === null ? history : { ...history, joinable: null };
}

/** From `current` back over the newest step; null where there is none. */
export function undoStep({ past, future }: PlanHistory, current: PlanBook): HistoryMove | null {
  const newest = past.at(-1);
  if (!newest) return null;
  const { code, book } = newest;
  return {
    history: { past: past.slice(0, -1), future: [{ code, book: current }, ...future], joinable: null },
    book,
    code,
  };
}

/** From `current` forward over the step undone last; null where there is none. */
export function redoStep({ past, future }: PlanHistory, current: PlanBook): HistoryMove | null {
  const [next, ...later] = future;
  if (!next) return null;
  const { code, book } = next;
  return { history: { past: [...past, { code, book: current }], future: later, joinable: null }, book, code };
}
