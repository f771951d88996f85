/** Anything that hands out its bytes in slices: a browser's File, or a Blob with a name. */
export interface SourceFile {
  readonly name: string;
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export interface ImportOptions {
  /** Share of the work done, 0 to 1. */
  onProgress?: ((done: number) => void) | undefined;
  /** Asked between chunks; true ends the import with the problem `cancelled`. */
  isCancelled?: (() => boolean) | undefined;
}

/** Lets the event loop run, so that a cancel can arrive and the page never waits for one long task. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
