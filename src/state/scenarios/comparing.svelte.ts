import type { Forecast, ScenarioComparison, Scenarios } from '../../engine';
import type { AppState } from '../app.svelte';
import type { Forecasting } from '../forecasting.svelte';
import { answerOrStopped } from '../serviceStopped';
import type { Workspace } from '../workspace.svelte';

/**
 * Paths while a hand moves something, as for a forecast: the first of all the others, so that nothing jitters. The full number
 * follows when the hand lets go or holds still.
 */
const PREVIEW_PATHS = 600;
const REST_MILLISECONDS = 300;

/** Progress appears only when it takes longer than this; a flash helps nobody. */
const PATIENCE_MILLISECONDS = 400;

/** All of the scenarios that changes a number: not their names, nor what is switched off. */
function numbersOf({ base, variants }: Scenarios): string {
  const counted = variants.map(({ id, changes }) => ({ id, changes: changes.filter(({ isOn }) => isOn) }));
  return JSON.stringify({ base, counted });
}

/** What was asked: of which forecast, in what state of the scenarios, with how many paths. */
interface Asked {
  forecast: Forecast;
  scenarios: string;
  paths: number;
}

/** The variants beside their base: asked of the worker while the screen is open, whenever they or the forecast change. */
export class Comparing {
  readonly #workspace: Workspace;
  readonly #forecasting: Forecasting;
  #answer = $state.raw<ScenarioComparison | null>(null);
  #isRunning = $state(false);
  #isSlow = $state(false);
  #done = $state(0);
  #failure = $state<string | null>(null);
  #isCancelled = $state(false);
  #asked: Asked | null = null;
  #isOpen = false;
  /** Counts what was asked for: an answer to anything but the newest is dropped. */
  #latest = 0;
  #restTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(workspace: Workspace, forecasting: Forecasting) {
    this.#workspace = workspace;
    this.#forecasting = forecasting;
    workspace.onPlansChange(() => this.#follow());
    workspace.onChange((change) => {
      if (change === 'rested') this.#follow();
    });
    forecasting.onShown(() => this.#follow());
  }

  /** The newest answer; it stays on screen while the next one is made. */
  get answer(): ScenarioComparison | null {
    return this.#answer;
  }
  /** True while the answer on screen is not the last word. */
  get isRunning(): boolean {
    return this.#isRunning;
  }
  /** True once it has taken long enough to show progress. */
  get isSlow(): boolean {
    return this.#isSlow;
  }
  /** Share of the work done, 0 to 1. */
  get done(): number {
    return this.#done;
  }
  /** What went wrong inside, for a person to report; null when all is well. */
  get failure(): string | null {
    return this.#failure;
  }
  get isCancelled(): boolean {
    return this.#isCancelled;
  }

  /** The screen is shown: answers what there is to answer, and from now on every change. Returns how to stop. */
  open(): () => void {
    this.#isOpen = true;
    this.#follow();
    return () => this.#leave();
  }

  /** Asks once more, after it was cancelled or failed. */
  again(): void {
    this.#asked = null;
    this.#follow();
  }

  async cancel(): Promise<void> {
    // Where the worker has ended there is nothing left to cancel; the request itself says so.
    await answerOrStopped(() => this.#workspace.service.cancelScenarios());
  }

  #leave(): void {
    this.#isOpen = false;
    this.#stopResting();
    if (!this.#isRunning) return;
    // Nobody waits for it any more; it is asked anew when somebody comes back.
    this.#latest++;
    this.#asked = null;
    this.#settle();
    void this.cancel();
  }

  /** Asks for what is on screen where that has not been asked yet. */
  #follow(): void {
    const { answer, isBusy, isPreview } = this.#forecasting;
    if (!this.#isOpen || answer === null || isBusy || isPreview) return;
    this.#stopResting();
    const { isMoving, plans } = this.#workspace;
    if (plans.scenarios.variants.length === 0) {
      this.#drop();
      return;
    }
    const { forecast } = answer;
    const asked = this.#asked;
    const isSame = asked?.forecast === forecast && asked.scenarios === numbersOf(plans.scenarios);
    if (isSame && asked.paths >= forecast.paths) return;
    if (!isMoving) {
      void this.#ask(forecast, forecast.paths);
      return;
    }
    this.#restTimer = setTimeout(() => void this.#ask(forecast, forecast.paths), REST_MILLISECONDS);
    const preview = Math.min(PREVIEW_PATHS, forecast.paths);
    // What is moved is answered step by step: a step would else end the one before, and nothing be seen until the hand rests.
    if (isSame || (this.#isRunning && asked?.paths === preview)) return;
    void this.#ask(forecast, preview);
  }

  async #ask(forecast: Forecast, paths: number): Promise<void> {
    const { plan, settings, today, service, plans } = this.#workspace;
    const { base, variants } = plans.scenarios;
    const turn = ++this.#latest;
    this.#asked = { forecast, scenarios: numbersOf(plans.scenarios), paths };
    this.#failure = null;
    this.#isCancelled = false;
    this.#done = 0;
    this.#isRunning = true;
    const timer = setTimeout(() => {
      if (turn === this.#latest) this.#isSlow = true;
    }, PATIENCE_MILLISECONDS);
    const request = { of: { plan, settings, today }, paths, seed: forecast.seed, base, variants };
    try {
      const result = await service.compareScenarios(request, (done) => {
        if (turn === this.#latest) this.#done = done;
      });
      if (turn !== this.#latest) return;
      if (result.ok) this.#answer = result.value;
      else this.#isCancelled = result.reason === 'cancelled';
    } catch (error) {
      if (turn === this.#latest) this.#failure = error instanceof Error ? error.message : String(error);
    } finally {
      clearTimeout(timer);
      if (turn === this.#latest) {
        this.#settle();
        // What a hand has moved on to meanwhile.
        if (!this.#isCancelled && this.#failure === null) this.#follow();
      }
    }
  }

  #drop(): void {
    if (this.#isRunning) void this.cancel();
    this.#latest++;
    this.#asked = null;
    this.#answer = null;
    this.#settle();
  }

  #settle(): void {
    this.#isRunning = false;
    this.#isSlow = false;
  }

  #stopResting(): void {
    if (this.#restTimer !== null) clearTimeout(this.#restTimer);
    this.#restTimer = null;
  }
}

const comparings = new WeakMap<AppState, Comparing>();

/** The one of this app, loaded with the screen. */
export function comparingOf(app: AppState): Comparing {
  let comparing = comparings.get(app);
  if (!comparing) {
    comparing = new Comparing(app.workspace, app.forecasting);
    comparings.set(app, comparing);
  }
  return comparing;
}
