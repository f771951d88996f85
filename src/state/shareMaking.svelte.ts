import type { SharePackage, ShareRequest, ShareResult } from '../worker/protocol';
import { answerOrStopped } from './serviceStopped';
import type { Workspace } from './workspace.svelte';

export type ShareMakingProblem = Extract<ShareResult<SharePackage>, { ok: false }>['problem'];

/** Typing pauses for so long before a link is made anew; to derive a key for each letter would keep a phone busy. */
const PAUSE_MILLISECONDS = { open: 120, locked: 600 };

/** A link is made in less; with a passphrase it takes longer, and that is said. */
const PATIENCE_MILLISECONDS = 500;

/** The link to what is being shared, made anew whenever something of it changes. What is out of date is never handed out. */
export class ShareMaking {
  readonly #workspace: Workspace;
  #made = $state.raw<SharePackage | null>(null);
  #problem = $state.raw<ShareMakingProblem | null>(null);
  #isBusy = $state(false);
  #isSlow = $state(false);
  /** Counts what was asked for: an answer to anything but the newest is dropped. */
  #latest = 0;
  #making: Promise<SharePackage | null> = Promise.resolve(null);

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** The newest one; it stays while the next is made. */
  get made(): SharePackage | null {
    return this.#made;
  }
  get problem(): ShareMakingProblem | null {
    return this.#problem;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }
  /** True once it has taken long enough to say so. */
  get isSlow(): boolean {
    return this.#isBusy && this.#isSlow;
  }

  /** Asks for the link of this request, in place of all before. */
  ask(request: ShareRequest): void {
    const turn = ++this.#latest;
    this.#isBusy = true;
    this.#making = this.#make(request, turn);
  }

  /** The link of what is asked for now, once it is made; null where it can't be. */
  async newest(): Promise<SharePackage | null> {
    let making: Promise<SharePackage | null>;
    do {
      making = this.#making;
      await making;
    } while (making !== this.#making);
    return await making;
  }

  async #make(request: ShareRequest, turn: number): Promise<SharePackage | null> {
    const pause = PAUSE_MILLISECONDS[request.passphrase ? 'locked' : 'open'];
    if (turn > 1) await new Promise((resolve) => setTimeout(resolve, pause));
    if (turn !== this.#latest) return null;
    this.#isSlow = false;
    const timer = setTimeout(() => (this.#isSlow = true), PATIENCE_MILLISECONDS);
    const answer = await answerOrStopped(() => this.#workspace.service.share(request));
    clearTimeout(timer);
    if (turn !== this.#latest) return null;
    this.#isBusy = false;
    this.#made = answer.ok ? answer.value : null;
    this.#problem = answer.ok ? null : answer.problem;
    return this.#made;
  }
}
