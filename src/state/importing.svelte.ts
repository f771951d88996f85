import type { ImportProblem, Inspection } from '../csv/types';
import type { Progress, StorageProblem } from '../worker/protocol';
import type { ImportMapping } from '../workspace/importTypes';
import type { ImportRecord } from '../workspace/types';
import { answerOrStopped } from './serviceStopped';
import type { Workspace } from './workspace.svelte';

type Step = Parameters<Progress>[1];

/** For the user to check. `done` is the share of a second look in progress, null when none is. */
interface Checking {
  name: 'checking';
  inspection: Inspection;
  done: number | null;
  /** Why the last change can't be used; the screen stays, so that it can be changed again. */
  problem: ImportProblem | StorageProblem | null;
}

/** Where an import stands: nothing chosen, reading, for the user to check, saving, done, or why not. */
export type ImportStage =
  | { name: 'idle' }
  | { name: 'working'; step: Step; done: number }
  | Checking
  | { name: 'done'; record: ImportRecord; previous: string | null }
  | { name: 'problem'; problem: ImportProblem | StorageProblem; checked: Checking | null };

/** One import from the dropped file to stored deals. What was stored before stays until the last step succeeds. */
export class Importing {
  readonly #workspace: Workspace;
  #files: readonly File[] = [];
  #stage = $state.raw<ImportStage>({ name: 'idle' });
  /** Counts what was asked for: an answer to anything but the newest is dropped. */
  #latest = 0;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  get stage(): ImportStage {
    return this.#stage;
  }
  get files(): readonly File[] {
    return this.#files;
  }

  /** Looks at the files; a mapping saved for this shape of file is used again. */
  async choose(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const request = ++this.#latest;
    this.#files = files;
    this.#stage = { name: 'working', step: 'reading', done: 0 };
    const { service, today, settings } = this.#workspace;
    const answer = await answerOrStopped(() => service.inspect(files, null, today, this.#onProgress));
    if (request !== this.#latest) return;
    if (!answer.ok) {
      this.#stage = this.#afterProblem(answer.problem, null);
      return;
    }
    const { mapping } = answer.value;
    // Where the file names no currency, the one in use is the likeliest.
    const currency = mapping.currency === '' ? settings.currency : mapping.currency;
    const inspection = { ...answer.value, mapping: { ...mapping, currency } };
    this.#stage = { name: 'checking', inspection, done: null, problem: null };
  }

  /** Takes over a correction that changes nothing in how the file is read: sorting, currency, data day. */
  adjust(mapping: ImportMapping): void {
    if (this.#stage.name !== 'checking') return;
    this.#stage = { ...this.#stage, inspection: { ...this.#stage.inspection, mapping } };
  }

  /** Looks again after the user has corrected what a column means; the screen stays meanwhile. */
  async remap(mapping: ImportMapping): Promise<void> {
    this.adjust(mapping);
    if (this.#stage.name !== 'checking') return;
    const request = ++this.#latest;
    this.#stage = { ...this.#stage, done: 0, problem: null };
    const { service, today } = this.#workspace;
    const onProgress = (done: number): void => {
      // The last reports of progress may come in after the answer.
      const isLooking = this.#stage.name === 'checking' && this.#stage.done !== null;
      if (request === this.#latest && isLooking) this.#stage = { ...(this.#stage as Checking), done };
    };
    const answer = await answerOrStopped(() => service.inspect(this.#files, mapping, today, onProgress));
    if (request !== this.#latest || this.#stage.name !== 'checking') return;
    this.#stage = answer.ok
      ? { name: 'checking', inspection: answer.value, done: null, problem: null }
      : { ...this.#stage, done: null, problem: answer.problem };
  }

  async confirm(mapping: ImportMapping): Promise<void> {
    const { service, settings, today } = this.#workspace;
    const checked = this.#stage.name === 'checking' ? this.#stage : null;
    await this.#commit(checked, () =>
      service.importFiles(this.#files, mapping, settings, today, this.#onProgress),
    );
  }

  /** Imports the example company; there is nothing to check or report in it. True once it is in. */
  async tryExample(): Promise<boolean> {
    const { service, settings, today } = this.#workspace;
    await this.#commit(null, () => service.importExample(settings, today, this.#onProgress));
    if (this.#stage.name !== 'done') return false;
    this.dismiss();
    return true;
  }

  /** Goes back to the import that was in use before the last one. */
  async undo(): Promise<void> {
    if (this.#stage.name !== 'done') return;
    const { record, previous } = this.#stage;
    const { service } = this.#workspace;
    const answer = await answerOrStopped(async () => {
      const removed = await service.removeImport(record.id);
      return removed.ok && previous !== null ? await service.activateImport(previous) : removed;
    });
    this.#stage = answer.ok ? { name: 'idle' } : { name: 'problem', problem: answer.problem, checked: null };
    await this.#workspace.reload();
  }

  /** Goes back to the checks after an import that they made impossible. */
  reconsider(): void {
    if (this.#stage.name === 'problem' && this.#stage.checked) this.#stage = this.#stage.checked;
  }

  async cancel(): Promise<void> {
    // Where the worker has ended there is nothing left to cancel; the import itself says so.
    await answerOrStopped(() => this.#workspace.service.cancelImport());
  }

  dismiss(): void {
    this.#latest++;
    this.#files = [];
    this.#stage = { name: 'idle' };
  }

  readonly #onProgress: Progress = (done, step) => {
    if (this.#stage.name === 'working') this.#stage = { name: 'working', step, done };
  };

  async #commit(
    checked: Checking | null,
    run: () => ReturnType<Workspace['service']['importExample']>,
  ): Promise<void> {
    const request = ++this.#latest;
    this.#stage = { name: 'working', step: 'reading', done: 0 };
    await this.#workspace.flush();
    const previous = this.#workspace.settings.activeImport;
    const answer = await answerOrStopped(run);
    if (request !== this.#latest) return;
    if (!answer.ok) {
      this.#stage = this.#afterProblem(answer.problem, checked);
      // Whether it ended before or after the import was stored, only the store knows.
      if (answer.problem.code === 'serviceStopped') await this.#workspace.reload();
      return;
    }
    this.#stage = { name: 'done', record: answer.value.record, previous };
    await this.#workspace.reload();
    await askToKeepStorage();
  }

  #afterProblem(problem: ImportProblem | StorageProblem, checked: Checking | null): ImportStage {
    if (problem.code === 'cancelled') return checked ?? { name: 'idle' };
    return { name: 'problem', problem, checked };
  }
}

/** Asks the browser not to clear this site's data when space runs short. It may say no; nothing depends on it. */
async function askToKeepStorage(): Promise<void> {
  try {
    if (navigator.storage?.persist) await navigator.storage.persist();
  } catch {
    // The same as no.
  }
}
