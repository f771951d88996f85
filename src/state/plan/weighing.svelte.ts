import type { Forecast, Weighing } from '../../engine';
import type { AppState } from '../app.svelte';
import type { Forecasting } from '../forecasting.svelte';
import type { Workspace } from '../workspace.svelte';

/** Waiting is spoken of only when it takes longer than this. */
const PATIENCE_MILLISECONDS = 400;

/** What each figure of the forecast does to the year: worked out when somebody looks, of the newest full forecast. */
export class AssumptionWeighing {
  readonly #workspace: Workspace;
  readonly #forecasting: Forecasting;
  #asked = $state.raw<Forecast | null>(null);
  #answer = $state.raw<Weighing | null>(null);
  #isRunning = $state(false);
  #isSlow = $state(false);
  #failure = $state<string | null>(null);
  /** Counts what was asked for: an answer to anything but the newest is dropped. */
  #latest = 0;

  constructor(workspace: Workspace, forecasting: Forecasting) {
    this.#workspace = workspace;
    this.#forecasting = forecasting;
  }

  /** The newest answer; it stays on screen while the next one is worked out. */
  get answer(): Weighing | null {
    return this.#answer;
  }
  get isRunning(): boolean {
    return this.#isRunning;
  }
  get isSlow(): boolean {
    return this.#isSlow;
  }
  /** What went wrong inside, for a person to report; null when all is well. */
  get failure(): string | null {
    return this.#failure;
  }
  /** True where the forecast is no longer the one that was weighed. Not while a figure moves: previews are not weighed. */
  get isStale(): boolean {
    const { answer, isBusy, isPreview } = this.#forecasting;
    return answer !== null && !isBusy && !isPreview && this.#asked !== answer.forecast;
  }

  async weigh(): Promise<void> {
    const { plan, settings, today, service } = this.#workspace;
    const turn = ++this.#latest;
    this.#asked = this.#forecasting.answer?.forecast ?? null;
    this.#failure = null;
    this.#isRunning = true;
    const timer = setTimeout(() => {
      if (turn === this.#latest) this.#isSlow = true;
    }, PATIENCE_MILLISECONDS);
    try {
      const answer = await service.weighAssumptions({ plan, settings, today });
      if (turn === this.#latest) this.#answer = answer;
    } catch (error) {
      if (turn === this.#latest) this.#failure = error instanceof Error ? error.message : String(error);
    } finally {
      clearTimeout(timer);
      if (turn === this.#latest) {
        this.#isRunning = false;
        this.#isSlow = false;
      }
    }
  }
}

const weighings = new WeakMap<AppState, AssumptionWeighing>();

/** The one of this app. Not a part of it, so that it is loaded only when somebody looks. */
export function weighingOf(app: AppState): AssumptionWeighing {
  let weighing = weighings.get(app);
  if (!weighing) {
    weighing = new AssumptionWeighing(app.workspace, app.forecasting);
    weighings.set(app, weighing);
  }
  return weighing;
}
