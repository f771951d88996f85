import type { BackupContents, JoinedCounts, StorageProblem } from '../worker/protocol';
import { answerOrStopped } from './serviceStopped';
import type { Workspace } from './workspace.svelte';

export type DataAction = 'backup' | 'look' | 'restore' | 'join' | 'example' | 'erase';

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
  /** True while what the last restore replaced, or joined, can be brought back. */
  get canGoBack(): boolean {
    return this.#replaced !== null;
  }

  /**
   * Everything in one file; null where it failed (see `problem`).
   *
   * @param passphrase null or '' = readable by whoever has the file
   */
  async backUp(passphrase: string | null = null): Promise<Blob | null> {
    const file = await this.#run('backup', () => this.#workspace.service.backup(passphrase));
    if (file) this.#workspace.changeSettings({ backedUpAt: Date.now() });
    return file;
  }

  /** What a backup holds; null where it can't be read (see `problem`). */
  async look(file: Blob, passphrase: string | null): Promise<BackupContents | null> {
    return await this.#run('look', () => this.#workspace.service.inspectBackup(file, passphrase));
  }

  /**
   * Replaces everything by a backup; what was here before is kept in memory, for `goBack`.
   *
   * @param savedAt when the backup was made, as far as is known: that is when what is here then was last saved
   */
  async restore(
    file: Blob,
    passphrase: string | null = null,
    savedAt: number | null = null,
  ): Promise<boolean> {
    const done = await this.#keepingWayBack('restore', () =>
      this.#workspace.service.restore(file, passphrase),
    );
    if (done !== null && savedAt !== null) this.#workspace.changeSettings({ backedUpAt: savedAt });
    return done !== null;
  }

  /** Adds what a backup holds beside what is here; null where it failed. `goBack` undoes it. */
  async join(file: Blob, passphrase: string | null, planName: string): Promise<JoinedCounts | null> {
    return await this.#keepingWayBack('join', async () => {
      // The assumptions everybody starts with are stored once they change; what is not stored would make room.
      const saved = await this.#workspace.service.savePlans(this.#workspace.plans);
      if (!saved.ok) return saved;
      return await this.#workspace.service.joinBackup(file, passphrase, planName);
    });
  }

  /** Undoes the last restore or join. */
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

  /** Without a copy of what was here there is no way back, but a store too broken to read may still be replaced. */
  async #keepingWayBack<T>(
    action: DataAction,
    change: () => Promise<{ ok: true; value: T } | { ok: false; problem: StorageProblem }>,
  ): Promise<T | null> {
    return await this.#run(action, async () => {
      const before = await this.#workspace.service.backup();
      const changed = await change();
      if (changed.ok) {
        this.#replaced = before.ok ? before.value : null;
        await this.#workspace.reload();
      }
      return changed;
    });
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

const keepings = new WeakMap<Workspace, DataKeeping>();

/** The one of this workspace: what can be gone back to outlives the screen that did it. */
export function dataKeepingOf(workspace: Workspace): DataKeeping {
  let keeping = keepings.get(workspace);
  if (!keeping) {
    keeping = new DataKeeping(workspace);
    keepings.set(workspace, keeping);
  }
  return keeping;
}
