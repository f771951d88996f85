import type { ShareResult } from '../../worker/protocol';
import { CURRENT_VERSION } from '../../workspace/versions';
import type { SharedForecast } from '../../workspace/sharedForecast';
import type { KeptForecast } from '../../workspace/types';
import type { AppState } from '../app.svelte';
import { linkTo } from '../route.svelte';
import { answerOrStopped } from '../serviceStopped';
import { forgetReceived, readReceived, rememberKept, rememberSource } from './rememberReceived';
import { SharedApp } from './sharedApp.svelte';

export type ReceivingProblem = Extract<ShareResult<SharedForecast>, { ok: false }>['problem'];

/** How far somebody else's forecast has come. `keptAs`: the id it is kept under. */
export type ReceivedStage =
  | { name: 'nothing' }
  | { name: 'opening' }
  | { name: 'locked'; isWrong: boolean; isOpening: boolean }
  | { name: 'refused'; problem: ReceivingProblem }
  | { name: 'open'; app: SharedApp; keptAs: string | null };

/** One forecast of somebody else, from a link, a file or those that were kept. Nothing it does touches what is stored. */
export class Receiving {
  readonly #outer: AppState;
  #stage = $state.raw<ReceivedStage>({ name: 'nothing' });
  #from: string | Blob = '';
  #link: { link: string } | null = null;
  /** Counts what was asked for: an answer to anything but the newest is dropped. */
  #latest = 0;

  constructor(outer: AppState) {
    this.#outer = outer;
  }

  get stage(): ReceivedStage {
    return this.#stage;
  }

  /** Takes what the address brought, or else what this tab showed before it was reloaded; once each. */
  resume(): void {
    const { route, workspace } = this.#outer;
    if (route.received && route.received !== this.#link) {
      this.#link = route.received;
      void this.open(this.#link.link);
      return;
    }
    if (this.#stage.name !== 'nothing') return;
    const remembered = readReceived();
    if (remembered && 'from' in remembered) void this.open(remembered.from);
    else if (remembered && workspace.phase === 'ready') {
      const kept = workspace.plans.kept.find(({ id }) => id === remembered.kept);
      if (kept) void this.openKept(kept);
    }
  }

  /** Reads a link (whole, or what it carries) or a file; null where it is open or waits for its passphrase. */
  async open(from: string | Blob): Promise<ReceivingProblem | null> {
    this.#from = from;
    this.#stage = { name: 'opening' };
    return await this.#read(null);
  }

  async unlock(passphrase: string): Promise<void> {
    if (this.#stage.name !== 'locked') return;
    this.#stage = { name: 'locked', isWrong: false, isOpening: true };
    await this.#read(passphrase);
  }

  async openKept({ id, shared }: KeptForecast): Promise<void> {
    const request = ++this.#latest;
    // Through the same gate as a file: what is stored is checked where it is used.
    const file = new Blob([
      JSON.stringify({ format: 'seedcast-forecast', version: CURRENT_VERSION, shared }),
    ]);
    const answer = await answerOrStopped(() => this.#outer.workspace.service.openShared(file, null));
    if (request !== this.#latest) return;
    if (!answer.ok) {
      this.#stage = { name: 'refused', problem: answer.problem };
      this.#goThere(null);
      return;
    }
    rememberKept(id);
    await this.#show(answer.value, id, request);
  }

  /** What is shown is kept under this id from now on; null = no longer. */
  noteKept(keptAs: string | null): void {
    if (this.#stage.name === 'open') this.#stage = { ...this.#stage, keptAs };
  }

  close(): void {
    this.#latest += 1;
    forgetReceived();
    this.#stage = { name: 'nothing' };
  }

  async #read(passphrase: string | null): Promise<ReceivingProblem | null> {
    const request = ++this.#latest;
    const from = this.#from;
    const answer = await answerOrStopped(() => this.#outer.workspace.service.openShared(from, passphrase));
    if (request !== this.#latest) return null;
    if (answer.ok) {
      void rememberSource(from);
      await this.#show(answer.value, null, request);
    } else if (answer.problem.code === 'needsPassphrase' || answer.problem.code === 'wrongPassphrase') {
      void rememberSource(from);
      this.#stage = { name: 'locked', isWrong: answer.problem.code === 'wrongPassphrase', isOpening: false };
      this.#goThere(null);
    } else {
      this.#stage = { name: 'refused', problem: answer.problem };
      return answer.problem;
    }
    return null;
  }

  async #show(shared: SharedForecast, keptAs: string | null, request: number): Promise<void> {
    const app = new SharedApp(this.#outer, shared);
    // Its forecast is asked for first: the worker makes it while the page is drawn.
    await app.open();
    if (request !== this.#latest) return;
    this.#stage = { name: 'open', app, keptAs };
    this.#goThere(shared.view.screen === 'scenarios' ? 'scenarios' : null);
  }

  /** To the screen that shows it, from wherever it was opened; what the address names of it already stays. */
  #goThere(part: string | null): void {
    const { route } = this.#outer;
    if (route.screen !== 'shared') location.hash = linkTo('shared', part);
    else if (route.part === null && part !== null) location.replace(linkTo('shared', part));
  }
}

const receivings = new WeakMap<AppState, Receiving>();

/** The one of this app. Not a part of it, so that it is loaded with the screen only. */
export function receivingOf(app: AppState): Receiving {
  let receiving = receivings.get(app);
  if (!receiving) {
    receiving = new Receiving(app);
    receivings.set(app, receiving);
  }
  return receiving;
}
