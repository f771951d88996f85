import type { ImportProblem, Inspection } from '../csv/types';
import type { Progress, StorageProblem } from '../worker/protocol';
import type { ImportRecord } from '../workspace/types';

type Step = Parameters<Progress>[1];

/** For the user to check. `done` is the share of a second look in progress, null when none is. */
export interface Checking {
  name: 'checking';
  inspection: Inspection;
  done: number | null;
  /** Why the last change can't be used; the screen stays, so that it can be changed again. */
  problem: ImportProblem | StorageProblem | null;
  /** The import of the same files that is being read another way; null where they are new. */
  replaces: string | null;
}

export interface ImportDone {
  name: 'done';
  record: ImportRecord;
  /** What undo goes back to. */
  previous: string | null;
  /** The same files read another way before: kept for undo, and removed once this import is let stand. */
  replaced: string | null;
  /** True where the files were read as others of their shape, and nobody was asked. */
  isAsLastTime: boolean;
}

/** Where an import stands: nothing chosen, reading, for the user to check, saving, done, or why not. */
export type ImportStage =
  | { name: 'idle' }
  | { name: 'working'; step: Step; done: number }
  | Checking
  | ImportDone
  | { name: 'problem'; problem: ImportProblem | StorageProblem; checked: Checking | null };
