import type { KeptReading } from './keptReading';

/** Anything that hands out its bytes in slices: a browser's File, or a Blob with a name. */
export interface SourceFile {
  readonly name: string;
  readonly size: number;
  /** Of a file: what tells it from one of the same name that was changed. */
  readonly lastModified?: number;
  readonly type?: string;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export interface ImportOptions {
  /** What was read of the same files before, which is then not read again. */
  kept?: KeptReading;
  /** Share of the work done, 0 to 1. */
  onProgress?: ((done: number) => void) | undefined;
  /** Asked between chunks; true ends the import with the problem `cancelled`. */
  isCancelled?: (() => boolean) | undefined;
  /** Of the user, as browsers name them: they tell which dollar or krona a bare sign means. */
  languages?: readonly string[];
}

/** Long enough that pausing costs nothing (a timer takes up to 4 ms), short enough for a cancel to feel instant. */
const BETWEEN_PAUSES_MILLISECONDS = 30;
let lastPause = 0;

/** Lets the event loop run now and then, so that a cancel can arrive and nothing waits for one long task. */
export function pause(): Promise<void> | void {
  if (performance.now() - lastPause < BETWEEN_PAUSES_MILLISECONDS) return;
  return new Promise((resolve) =>
    setTimeout(() => {
      lastPause = performance.now();
      resolve();
    }, 0),
  );
}
