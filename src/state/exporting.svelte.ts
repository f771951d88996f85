import type { ExportProgress, SeedcastService, StorageProblem, StorageResult } from '../worker/protocol';
import { answerOrStopped } from './serviceStopped';

/** Whoever waits shorter need not be told how far it is. */
const SHOWN_AFTER_MILLISECONDS = 500;

/** How far the file is that is being written. */
export class Exporting {
  readonly #service: Pick<SeedcastService, 'cancelExport'>;
  #isRunning = $state(false);
  #isSlow = $state(false);
  #done = $state(0);

  constructor(service: Pick<SeedcastService, 'cancelExport'>) {
    this.#service = service;
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }
  /** Share of the rows written, 0 to 1; null until it has taken long enough to show. */
  get shown(): number | null {
    return this.#isRunning && this.#isSlow ? this.#done : null;
  }

  /** The file; null where it was cancelled. One at a time: asked again meanwhile it answers null. */
  async write(
    run: (onProgress: ExportProgress) => Promise<StorageResult<Blob | null>>,
  ): Promise<StorageResult<Blob | null> | { ok: false; problem: StorageProblem }> {
    if (this.#isRunning) return { ok: true, value: null };
    this.#isRunning = true;
    this.#isSlow = false;
    this.#done = 0;
    const timer = setTimeout(() => (this.#isSlow = true), SHOWN_AFTER_MILLISECONDS);
    try {
      return await answerOrStopped(() => run((done) => (this.#done = done)));
    } finally {
      clearTimeout(timer);
      this.#isRunning = false;
    }
  }

  cancel(): void {
    // A worker that has stopped has ended the export too.
    this.#service.cancelExport().catch(() => undefined);
  }
}
