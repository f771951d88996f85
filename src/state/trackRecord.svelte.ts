import type { TrackRecord } from '../workspace/types';
import type { AppState } from './app.svelte';
import type { Forecasting } from './forecasting.svelte';
import { answerOrStopped } from './serviceStopped';
import type { Workspace } from './workspace.svelte';

/** Progress appears only when it takes longer than this; a flash helps nobody. */
const PATIENCE_MILLISECONDS = 400;

/** After a forecast is shown the page still draws and the user may still be moving things: the replay can wait. */
const REST_MILLISECONDS = 1_000;

/** How right the forecast would have been on the user's own past: made in the background, kept until the deals change. */
export class TrackRecording {
  readonly #workspace: Workspace;
  readonly #forecasting: Forecasting;
  #newest = $state.raw<TrackRecord | null>(null);
  #isRunning = $state(false);
  #isSlow = $state(false);
  #done = $state(0);
  #failure = $state<string | null>(null);
  /** The import whose replay was cancelled: it does not start by itself again. */
  #cancelled = $state<string | null>(null);
  /** The import whose replay was answered, be it with nothing. */
  #answered = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Counts what was asked for: an answer to anything but the newest is dropped. */
  #latest = 0;

  constructor(workspace: Workspace, forecasting: Forecasting) {
    this.#workspace = workspace;
    this.#forecasting = forecasting;
  }

  /** The newest one of the deals in use; it stays on screen while the next one is made. */
  get record(): TrackRecord | null {
    const { activeImport, currency } = this.#workspace.settings;
    const newest = this.#newest;
    return newest?.importId === activeImport && newest.currency === currency ? newest : null;
  }
  get isRunning(): boolean {
    return this.#isRunning;
  }
  /** True once it has taken long enough to show progress. */
  get isSlow(): boolean {
    return this.#isSlow;
  }
  /** Share of the replay that is done, 0 to 1. */
  get done(): number {
    return this.#done;
  }
  /** What went wrong inside, for a person to report; null when all is well. */
  get failure(): string | null {
    return this.#failure;
  }
  get isCancelled(): boolean {
    return this.#cancelled !== null && this.#cancelled === this.#workspace.settings.activeImport;
  }

  /**
   * True while the ranges on screen will change, because the past they are to learn from is being replayed or is about to be. False where
   * there is none to replay, where it says too little, and where the replay was cancelled or failed.
   */
  get isAwaited(): boolean {
    const { answer } = this.#forecasting;
    if (this.#workspace.settings.activeImport === null || !answer || answer.calibration !== null)
      return false;
    if (this.isCancelled || this.#failure !== null) return false;
    return (
      this.#isRunning || (this.record === null && this.#answered !== this.#workspace.settings.activeImport)
    );
  }

  /** Takes over what is kept, where it fits; makes nothing. */
  async look(): Promise<void> {
    if (this.record) return;
    const request = this.#latest;
    const kept = await this.#workspace.service.trackRecord(this.#workspace.settings).catch(() => null);
    if (kept && request === this.#latest) this.#newest = kept;
  }

  /** A forecast has been shown: before long, see whether the track record still fits. */
  afterForecast(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      // While a figure is being moved nothing competes with its previews; the full forecast calls again.
      if (!this.isCancelled && !this.#forecasting.isBusy) void this.refresh();
    }, REST_MILLISECONDS);
  }

  /** Replays the past where nothing that is kept fits; a cancelled replay goes on where it stopped. */
  async refresh(): Promise<void> {
    const { service, settings } = this.#workspace;
    const request = ++this.#latest;
    this.#cancelled = null;
    this.#failure = null;
    if (settings.activeImport === null) {
      this.#newest = null;
      this.#isRunning = false;
      return;
    }
    this.#done = this.#isRunning ? this.#done : 0;
    this.#isRunning = true;
    this.#forecasting.isLearning = true;
    const timer = setTimeout(() => {
      if (request === this.#latest) this.#isSlow = true;
    }, PATIENCE_MILLISECONDS);
    try {
      const result = await service.replay(settings, (done) => {
        if (request === this.#latest) this.#done = done;
      });
      if (request !== this.#latest) return;
      if (result.ok) {
        this.#newest = result.value;
        this.#answered = settings.activeImport;
        // The forecast learns from it how wide its ranges must be.
        if (result.isNew) await this.#forecasting.refresh();
      } else if (result.reason === 'cancelled') this.#cancelled = settings.activeImport;
      else this.afterForecast();
    } catch (error) {
      if (request === this.#latest) this.#failure = error instanceof Error ? error.message : String(error);
    } finally {
      clearTimeout(timer);
      if (request === this.#latest) {
        this.#isRunning = false;
        this.#isSlow = false;
        this.#forecasting.isLearning = false;
      }
    }
  }

  async cancel(): Promise<void> {
    // Where the worker has ended there is nothing left to cancel; the replay itself says so.
    await answerOrStopped(() => this.#workspace.service.cancelReplay());
  }
}

const recordings = new WeakMap<AppState, TrackRecording>();

/** The one of this app. Not a part of it, so that it is loaded only once a forecast is on screen. */
export function trackRecordOf(app: AppState): TrackRecording {
  let recording = recordings.get(app);
  if (!recording) {
    recording = new TrackRecording(app.workspace, app.forecasting);
    recordings.set(app, recording);
  }
  return recording;
}
