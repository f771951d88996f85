import type { StorageProblem } from '../worker/protocol';
import { answerOrStopped } from './serviceStopped';
import type { Workspace } from './workspace.svelte';

export type DataAction = 'backup' | 'restore' | 'example' | 'erase';

/** Saving, replacing and erasing all there is. One action at a time; each happens wholly or not at all. */
export class DataKeeping {
  readonly #workspace: Workspace;
  #running = $state<DataAction | null>(null);
  #problem = $state.raw<{ action: DataAction; problem: StorageProblem } | null>(null);
  #replaced = $state.raw<Blob | null>(null);

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  get running(): DataAction | null {
    return this.#running;
  }
  /** Why the last action changed nothing. */
  get problem(): { action: DataAction; problem: StorageProblem } | null {
    return this.#problem;
  }
  /** True while what the last restore replaced can be brought back. */
  get canGoBack(): boolean {
    return this.#replaced !== null;
  }

  /** Everything in one file; null where it failed (see `problem`). */
  async backUp(): Promise<Blob | null> {
    return await this.#run('backup', () => this.#workspace.service.backup());
  }

  /** Replaces everything by a backup; what was here before is kept in memory, for `goBack`. */
  async restore(file: Blob): Promise<boolean> {
    const done = await this.#run('restore', async () => {
      const before = await this.#workspace.service.backup();
      const restored = await this.#workspace.service.restore(file);
      if (restored.ok) {
        // Without a copy of what was here there is no way back, but a store too broken to read may still be replaced.
        this.#replaced = before.ok ? before.value : null;
        await this.#workspace.reload();
      }
      return restored;
    });
    return done !== null;
  }

  /** Undoes the last restore. */
  async goBack(): Promise<boolean> {
    const before = this.#replaced;
    if (!before) return false;
    const isBack = await this.restore(before);
    if (isBack) this.#replaced = null;
    return isBack;
  }

  /** Takes the example company's deals away; plan and settings stay. True once it is gone. */
  async leaveExample(): Promise<boolean> {
    const example = this.#workspace.activeImport;
    if (!example?.isExample) return false;
    const left = await this.#run('example', () => this.#workspace.service.removeImport(example.id));
    if (left === null) return false;
    await this.#workspace.reload();
    return true;
  }

  /** Erases all that is stored on this device. True once it is gone. */
  async eraseEverything(): Promise<boolean> {
    const erased = await this.#run('erase', async () => {
      const answer = await this.#workspace.service.eraseEverything();
      if (answer.ok) {
        this.#replaced = null;
        await this.#workspace.reload();
      }
      return answer.ok ? { ok: true as const, value: true } : answer;
    });
    return erased === true;
  }

  /** Stores what is still waiting first: a save that came after would bring back what has just been replaced. */
  async #run<T>(
    action: DataAction,
    act: () => Promise<{ ok: true; value: T } | { ok: false; problem: StorageProblem }>,
  ): Promise<T | null> {
    if (this.#running) return null;
    this.#running = action;
    this.#problem = null;
    try {
      await this.#workspace.flush();
      const answer = await answerOrStopped(act);
      if (answer.ok) return answer.value;
      this.#problem = { action, problem: answer.problem };
      // Whether it ended before or after the change was stored, only the store knows.
      if (answer.problem.code === 'serviceStopped') await this.#workspace.reload();
      return null;
    } finally {
      this.#running = null;
    }
  }
}
