import type { ForecastGist } from '../engine';
import type { ForecastAnswer, ForecastResult, PreviewResult } from '../worker/protocol';
import { answerOrStopped } from './serviceStopped';
import type { Workspace } from './workspace.svelte';

/** Paths of a forecast that is shown: the 80 % range is then within about 1 % of its width. */
const PATHS = 10_000;

/**
 * Paths while a figure is being moved: few enough to be answered between two frames, and the mean within 1 % and the ends of the 80 %
 * range within 4 % of its width all the same. They are the first of the others, drawn from the same seed, so that the chart
 * follows the hand and doesn't jitter.
 */
const PREVIEW_PATHS = 300;

/** Paths of a first sight: its numbers are within some 1 % of the last word, which follows at once. */
export const FIRST_SIGHT_PATHS = 250;

// Fixed: the same deals and assumptions give the same numbers on every visit and in every tab.
export const SEED = 1;

/** Progress appears only when it takes longer than this; a flash helps nobody. */
const PATIENCE_MILLISECONDS = 400;

/** A hand that holds still for so long sees the full number, released or not. */
const REST_MILLISECONDS = 300;

/** What came of asking for a forecast; null where there was nothing to be forecast. */
type Made = ForecastResult | PreviewResult | { failure: string } | null;

/**
 * The forecast of the workspace as it is now; made anew whenever its numbers change. While a figure is being moved
 * (`workspace.beginMove` to `endMove`) the answers are previews; the full one follows when it rests.
 */
export class Forecasting {
  readonly #workspace: Workspace;
  #answer = $state.raw<ForecastAnswer | null>(null);
  #newest = $state.raw<ForecastGist | null>(null);
  #shownRevision = $state(0);
  #isBusy = $state(false);
  #isSlow = $state(false);
  #done = $state(0);
  #failure = $state<string | null>(null);
  #isLearning = $state(false);
  readonly #listeners: (() => void)[] = [];
  /** Paths of the forecast to be made next, of the newest state; null where nothing is to be made. */
  #wanted: number | null = null;
  /** Paths of the one that the worker is at. */
  #underWay: number | null = null;
  #running: Promise<void> | null = null;
  /** Counts what was sent past another one: an answer to anything but the newest is dropped. */
  #latest = 0;
  #restTimer: ReturnType<typeof setTimeout> | null = null;
  #isPreviewed = false;
  /** Paths of a forecast still to be shown before the first one of all paths; null where there is none. */
  #firstSightPaths: number | null;

  /** @param firstSightPaths so many paths are shown first, where somebody waits who has nothing else to look at */
  constructor(workspace: Workspace, firstSightPaths: number | null = null) {
    this.#workspace = workspace;
    this.#firstSightPaths = firstSightPaths;
    workspace.onChange((change) => {
      if (change === 'numbers') void this.refresh();
      else if (change === 'moving') this.#preview();
      else if (change === 'rested') this.#rest();
    });
  }

  /** Calls back whenever the newest state has been forecast in full. */
  onShown(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** The newest full forecast; it stays on screen while the next one is made. */
  get answer(): ForecastAnswer | null {
    return this.#answer;
  }
  /** What is newest: a preview while a figure is being moved, else the forecast of the answer. */
  get newest(): ForecastGist | null {
    return this.#newest;
  }
  /** The `workspace.revision` that the newest is of. */
  get shownRevision(): number {
    return this.#shownRevision;
  }
  /** True while the answer is a first sight, its numbers about to settle. */
  get isFirstSight(): boolean {
    return this.#answer !== null && this.#answer.forecast.paths < PATHS;
  }
  /** True while the newest is a preview, because a figure is being moved. */
  get isPreview(): boolean {
    return this.#newest !== null && this.#newest !== this.#answer?.forecast;
  }
  /** True while what is on screen is not the last word. */
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
   * is finished and shown, or changes that come faster than a forecast takes would show nothing until they rest.
   */
  async refresh(): Promise<void> {
    this.#stopResting();
    this.#isPreviewed = false;
    this.#ask(PATHS);
    while (this.#running) await this.#running;
  }

  async cancel(): Promise<void> {
    // Where the worker has ended there is nothing left to cancel; the forecast itself says so.
    await answerOrStopped(() => this.#workspace.service.cancelForecast());
  }

  #preview(): void {
    this.#stopResting();
    this.#isPreviewed = true;
    this.#restTimer = setTimeout(() => this.#rest(), REST_MILLISECONDS);
    this.#ask(PREVIEW_PATHS);
  }

  #rest(): void {
    if (this.#isPreviewed) void this.refresh();
  }

  #stopResting(): void {
    if (this.#restTimer !== null) clearTimeout(this.#restTimer);
    this.#restTimer = null;
  }

  /** Waits for a forecast of the same sort; one of the other sort is no longer wanted and is overtaken at once. */
  #ask(paths: number): void {
    this.#wanted = paths;
    if (this.#underWay === paths) return;
    const running = this.#catchUp(++this.#latest).finally(() => {
      if (this.#running === running) this.#running = null;
    });
    this.#running = running;
  }

  async #catchUp(turn: number): Promise<void> {
    this.#isBusy = true;
    let sent = this.#send();
    while (sent !== null) {
      const { revision } = sent;
      const made = await sent.made;
      if (turn !== this.#latest) return;
      // What has changed since goes out before this is drawn: worker and screen are then at work side by side.
      sent = this.#send();
      this.#show(made, revision);
    }
    this.#underWay = null;
    // After a preview the full one is still to come.
    if (this.#isPreviewed) return;
    this.#isBusy = false;
    if (this.#answer) for (const listener of this.#listeners) listener();
  }

  /** Asks for the forecast that is wanted, of the newest state; null where none is. */
  #send(): { made: Promise<Made>; revision: number } | null {
    const paths = this.#wanted;
    if (paths === null) return null;
    this.#underWay = paths;
    const { settings, plan, revision, today, service } = this.#workspace;
    const firstSightPaths = paths === PATHS ? this.#firstSightPaths : null;
    // After a first sight all paths are wanted still.
    if (firstSightPaths === null) this.#wanted = null;
    this.#firstSightPaths = null;
    if (!settings.hasStarted) return { made: Promise.resolve(null), revision };
    const request = { plan, settings, today, paths: firstSightPaths ?? paths, seed: SEED };
    // A preview is over before anybody could read how far it is, or wait for it; a first sight as well.
    const answer: Promise<ForecastResult | PreviewResult> =
      paths < PATHS
        ? service.preview(request)
        : firstSightPaths !== null
          ? service.forecast(request)
          : this.#withProgress((report) => service.forecast(request, report));
    const made = answer.catch((error: unknown) => ({
      failure: error instanceof Error ? error.message : String(error),
    }));
    return { made, revision };
  }

  async #withProgress<T>(run: (report: (done: number) => void) => Promise<T>): Promise<T> {
    this.#done = 0;
    const timer = setTimeout(() => (this.#isSlow = true), PATIENCE_MILLISECONDS);
    try {
      return await run((done) => (this.#done = done));
    } finally {
      clearTimeout(timer);
      this.#isSlow = false;
    }
  }

  #show(made: Made, revision: number): void {
    if (made === null) {
      this.#answer = null;
      this.#newest = null;
      return;
    }
    if ('failure' in made) {
      this.#failure = made.failure;
      return;
    }
    this.#failure = null;
    // Everything may have been erased meanwhile.
    if (!made.ok || !this.#workspace.settings.hasStarted) return;
    if ('forecast' in made.value) {
      this.#answer = made.value;
      this.#newest = made.value.forecast;
    } else this.#newest = made.value;
    this.#shownRevision = revision;
  }
}
