import type { ForecastAnswer } from '../worker/protocol';
import { answerOrStopped } from './serviceStopped';
import type { Workspace } from './workspace.svelte';

/** Paths of a forecast that is shown: the 80 % range is then within about 1 % of its width. */
const PATHS = 10_000;

// Fixed: the same deals and assumptions give the same numbers on every visit and in every tab.
const SEED = 1;

/** Progress appears only when it takes longer than this; a flash helps nobody. */
const PATIENCE_MILLISECONDS = 400;

/** The forecast of the workspace as it is now; made anew whenever its numbers change. */
export class Forecasting {
  readonly #workspace: Workspace;
  #answer = $state.raw<ForecastAnswer | null>(null);
  #isBusy = $state(false);
  #isSlow = $state(false);
  #done = $state(0);
  #failure = $state<string | null>(null);
  #isLearning = $state(false);
  readonly #listeners: (() => void)[] = [];
  #isWanted = false;
  #running: Promise<void> | null = null;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    workspace.onChange((change) => {
      if (change === 'numbers') void this.refresh();
    });
  }

  /** Calls back whenever the newest state has been forecast. */
  onShown(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** The newest finished forecast; it stays on screen while the next one is made. */
  get answer(): ForecastAnswer | null {
    return this.#answer;
  }
  get isBusy(): boolean {
    return this.#isBusy;
  }
  /** True once it has taken long enough to show progress. */
  get isSlow(): boolean {
    return this.#isSlow;
  }
  /** Share of the work done, 0 to 1. */
  get done(): number {
    return this.#done;
  }
  /** True while the past is replayed that these ranges have not learnt from yet. */
  get isLearning(): boolean {
    return this.#isLearning && this.#answer !== null && this.#answer.calibration === null;
  }
  set isLearning(isLearning: boolean) {
    this.#isLearning = isLearning;
  }
  /** What went wrong inside the engine, for a person to report; null when all is well. */
  get failure(): string | null {
    return this.#failure;
  }

  /**
   * Forecasts the workspace as it is now. What changes meanwhile is forecast next, the newest state only; the one under way
   * is finished and shown, or a slider that moves faster than a forecast takes would show nothing until it rests.
   */
  async refresh(): Promise<void> {
    this.#isWanted = true;
    this.#running ??= this.#catchUp().finally(() => (this.#running = null));
    await this.#running;
  }

  async #catchUp(): Promise<void> {
    this.#isBusy = true;
    while (this.#isWanted) {
      this.#isWanted = false;
      await this.#forecast();
    }
    this.#isBusy = false;
    if (this.#answer) for (const listener of this.#listeners) listener();
  }

  async #forecast(): Promise<void> {
    const { settings, plan, today, service } = this.#workspace;
    if (!settings.hasStarted) {
      this.#answer = null;
      return;
    }
    this.#done = 0;
    const timer = setTimeout(() => (this.#isSlow = true), PATIENCE_MILLISECONDS);
    try {
      const result = await service.forecast(
        { plan, settings, today, paths: PATHS, seed: SEED },
        (done) => (this.#done = done),
      );
      // Everything may have been erased meanwhile.
      if (result.ok && this.#workspace.settings.hasStarted) this.#answer = result.value;
      this.#failure = null;
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error);
    } finally {
      clearTimeout(timer);
      this.#isSlow = false;
    }
  }

  async cancel(): Promise<void> {
    // Where the worker has ended there is nothing left to cancel; the forecast itself says so.
    await answerOrStopped(() => this.#workspace.service.cancelForecast());
  }
}
