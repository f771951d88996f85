import type { ImportProblem } from '../csv/types';
import { mappingAsLastTime } from './asLastTime';
import type { Progress, StorageProblem } from '../worker/protocol';
import type { ImportMapping } from '../workspace/importTypes';
import type { ImportRecord, Settings } from '../workspace/types';
import { askToKeepStorage } from './askToKeepStorage';
import type { Checking, ImportStage } from './importStage';
import { answerOrStopped } from './serviceStopped';
import type { Workspace } from './workspace.svelte';

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

  /**
   * Looks at the files. Those of a shape that the user has checked before are read as they were then, at once, unless
   * `asks`: so files that another app or page hands over always wait for a yes.
   */
  async choose(files: readonly File[], asks = false): Promise<void> {
    if (files.length === 0) return;
    void this.#settle();
    const { settings } = this.#workspace;
    const checking = await this.#inspect(files, null, null);
    if (checking === null) return;
    const asLastTime = asks ? null : mappingAsLastTime(checking.inspection, settings.mappings);
    if (asLastTime === null) this.#stage = checking;
    else await this.#import(checking, asLastTime, true);
  }

  /**
   * Reads an import's files again, for the user to change how. Of one imported before, they are those that were kept;
   * false where they were not.
   */
  async reread(record: ImportRecord): Promise<boolean> {
    const isJustDone = this.#stage.name === 'done' && this.#stage.record.id === record.id;
    const files = isJustDone && this.#files.length > 0 ? this.#files : await this.#keptFiles(record);
    if (files.length === 0) return false;
    void this.#settle();
    const checking = await this.#inspect(files, record.mapping, record.id);
    if (checking !== null) this.#stage = checking;
    return true;
  }

  async #keptFiles({ id }: ImportRecord): Promise<readonly File[]> {
    const { service } = this.#workspace;
    try {
      return await service.keptFiles(id);
    } catch {
      // The worker has ended: the import that the user tries next says so.
      return [];
    }
  }

  async #inspect(
    files: readonly File[],
    given: ImportMapping | null,
    replaces: string | null,
  ): Promise<Checking | null> {
    const request = ++this.#latest;
    this.#files = files;
    this.#stage = { name: 'working', step: 'reading', done: 0 };
    const { service, today, settings } = this.#workspace;
    const answer = await answerOrStopped(() => service.inspect(files, given, today, this.#onProgress));
    if (request !== this.#latest) return null;
    if (!answer.ok) {
      this.#stage = this.#afterProblem(answer.problem, null);
      return null;
    }
    const { mapping } = answer.value;
    // Where the file names no currency, the one in use is the likeliest.
    const currency = mapping.currency === '' ? settings.currency : mapping.currency;
    const inspection = { ...answer.value, mapping: { ...mapping, currency } };
    return { name: 'checking', inspection, done: null, problem: null, replaces };
  }

  /** Takes over a correction that changes nothing in how the file is read: sorting, the order of stages. */
  adjust(mapping: ImportMapping): void {
    if (this.#stage.name !== 'checking') return;
    // The answer to a look under way knows nothing of it.
    if (this.#stage.done !== null) void this.remap(mapping);
    else this.#stage = withMapping(this.#stage, mapping);
  }

  /** Looks again after the user has corrected what a column means; the screen stays meanwhile. */
  async remap(mapping: ImportMapping): Promise<void> {
    if (this.#stage.name !== 'checking') return;
    const request = ++this.#latest;
    this.#stage = { ...withMapping(this.#stage, mapping), done: 0, problem: null };
    const { service, today } = this.#workspace;
    const onProgress = (done: number): void => {
      // The last reports of progress may come in after the answer.
      const isLooking = this.#stage.name === 'checking' && this.#stage.done !== null;
      if (request === this.#latest && isLooking) this.#stage = { ...(this.#stage as Checking), done };
    };
    const answer = await answerOrStopped(() => service.inspect(this.#files, mapping, today, onProgress));
    if (request !== this.#latest || this.#stage.name !== 'checking') return;
    this.#stage = answer.ok
      ? { ...this.#stage, inspection: answer.value, done: null, problem: null }
      : { ...this.#stage, done: null, problem: answer.problem };
  }

  /** Imports. `rates` are those that the user typed for the files' currencies; they join the settings'. */
  async confirm(mapping: ImportMapping, rates: Settings['rates'] = {}): Promise<void> {
    if (this.#stage.name !== 'checking') return;
    const isIn = await this.#import(this.#stage, mapping, false);
    if (isIn && Object.keys(rates).length > 0)
      this.#workspace.changeSettings({ rates: { ...this.#workspace.settings.rates, ...rates } });
  }

  async #import(checked: Checking, mapping: ImportMapping, isAsLastTime: boolean): Promise<boolean> {
    const { service, settings, today } = this.#workspace;
    const { replaces } = checked;
    const files = this.#files;
    return await this.#commit(checked, isAsLastTime, async () => {
      // What changed is told against the export before, not against this one read another way.
      if (replaces !== null) await service.activateImport(this.#importBefore(replaces));
      const answer = await service.importFiles(files, mapping, settings, today, this.#onProgress);
      if (replaces !== null && !answer.ok) await service.activateImport(replaces);
      return answer;
    });
  }

  /** The user's own import that was in use before another one. */
  #importBefore(importId: string): string | null {
    const { imports } = this.#workspace;
    const older = imports.slice(imports.findIndex(({ id }) => id === importId) + 1);
    return older.find(({ isExample }) => !isExample)?.id ?? null;
  }

  /** Imports the example company; there is nothing to check or report in it. True once it is in. */
  async tryExample(): Promise<boolean> {
    const { service, settings, today } = this.#workspace;
    await this.#commit(null, false, () => service.importExample(settings, today, this.#onProgress));
    if (this.#stage.name !== 'done') return false;
    this.dismiss();
    return true;
  }

  /** Goes back to the import that was in use before the last one. */
  async undo(): Promise<void> {
    if (this.#stage.name !== 'done') return;
    const { record, previous, replaced } = this.#stage;
    const { service } = this.#workspace;
    const before = replaced ?? previous;
    const answer = await answerOrStopped(async () => {
      const removed = await service.removeImport(record.id);
      return removed.ok && before !== null ? await service.activateImport(before) : removed;
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
    void this.#settle();
    // What was read to be checked is kept by the worker until it is imported.
    if (this.#stage.name === 'checking') void this.cancel();
    this.#latest++;
    this.#files = [];
    this.#stage = { name: 'idle' };
  }

  /** Its screen is left: what is done needs no report any more, what is under way goes on. */
  leave(): void {
    if (this.#stage.name === 'done') this.dismiss();
  }

  /** The last import stands: of the same files read another way before nothing is left. */
  async #settle(): Promise<void> {
    const replaced = this.#stage.name === 'done' ? this.#stage.replaced : null;
    if (replaced === null) return;
    const { service } = this.#workspace;
    // Where it can't be removed it stays among the last imports, which does no harm.
    const removed = await answerOrStopped(() => service.removeImport(replaced));
    if (removed.ok) await this.#workspace.reload();
  }

  readonly #onProgress: Progress = (done, step) => {
    if (this.#stage.name === 'working') this.#stage = { name: 'working', step, done };
  };

  /** Stores what is read. True once it is in. */
  async #commit(
    checked: Checking | null,
    isAsLastTime: boolean,
    run: () => ReturnType<Workspace['service']['importExample']>,
  ): Promise<boolean> {
    const request = ++this.#latest;
    this.#stage = { name: 'working', step: 'reading', done: 0 };
    await this.#workspace.flush();
    const { settings } = this.#workspace;
    const answer = await answerOrStopped(run);
    if (request === this.#latest) {
      this.#stage = answer.ok
        ? {
            name: 'done',
            record: answer.value.record,
            previous: settings.activeImport,
            replaced: checked?.replaces ?? null,
            isAsLastTime,
          }
        : this.#afterProblem(answer.problem, checked);
    }
    // Stored it is, though other files may have been chosen since. Whether one that ended was, only the store knows.
    if (answer.ok || answer.problem.code === 'serviceStopped') await this.#workspace.reload();
    await this.#countPlansAnew(settings.currency);
    if (answer.ok) await askToKeepStorage();
    return answer.ok;
  }

  /** A first import may bring a currency of its own: what nobody has touched in stored plans is then as usual in that. */
  async #countPlansAnew(before: string): Promise<void> {
    const { currency } = this.#workspace.settings;
    if (currency === before) return;
    const { plansInCurrency } = await import('./plan/planInCurrency');
    const plans = plansInCurrency(this.#workspace.plans, currency);
    if (plans !== this.#workspace.plans) this.#workspace.changePlans(plans, { code: 'currency', key: null });
  }

  #afterProblem(problem: ImportProblem | StorageProblem, checked: Checking | null): ImportStage {
    if (problem.code === 'cancelled') return checked ?? { name: 'idle' };
    return { name: 'problem', problem, checked };
  }
}

function withMapping(stage: Checking, mapping: ImportMapping): Checking {
  return { ...stage, inspection: { ...stage.inspection, mapping } };
}
