import type { Bridge, BridgePeriod, Forecast } from '../../engine';
import type { Diagnosis } from '../../worker/protocol';
import type { Settings } from '../../workspace/types';
import type { AppState } from '../app.svelte';
import type { Forecasting } from '../forecasting.svelte';
import type { Workspace } from '../workspace.svelte';
import { bridgeChoices, type BridgeChoice, type BridgeChoices } from './bridgeChoices';

/** Waiting is spoken of only when it takes longer than this. */
const PATIENCE_MILLISECONDS = 400;

/** What was asked: of which forecast, with which targets. */
interface Asked {
  forecast: Forecast;
  targets: Settings['targets'];
  /** Their quotas are the target where there is no other. */
  sellers: Settings['sellers'];
}

/** What is wrong and where: asked of the worker while the screen is open, of the newest full forecast. */
export class Diagnosing {
  readonly #workspace: Workspace;
  readonly #forecasting: Forecasting;
  #asked = $state.raw<Asked | null>(null);
  #answer = $state.raw<Diagnosis | null>(null);
  /** Those that were asked for, of the answer, by `keyOf`. */
  #bridges = $state.raw<ReadonlyMap<string, Bridge | null>>(new Map());
  #chosen = $state.raw<Partial<BridgeChoice>>({});
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
  get answer(): Diagnosis | null {
    return this.#answer;
  }
  /** What the bridge is looked at in, and in what it could be. */
  get choices(): BridgeChoices | null {
    return this.#answer && bridgeChoices(this.#answer, this.#chosen);
  }
  /** Where the difference comes from; null where there is nothing to compare with, undefined while it is worked out. */
  bridge(choice: BridgeChoice): Bridge | null | undefined {
    return this.#bridges.get(keyOf(choice));
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
  /** True where the forecast or the targets are no longer those of the answer. Not while a figure moves. */
  get isStale(): boolean {
    const { answer, isBusy, isPreview } = this.#forecasting;
    if (answer === null || isBusy || isPreview) return false;
    const { targets, sellers } = this.#workspace.settings;
    const asked = this.#asked;
    return asked?.forecast !== answer.forecast || asked.targets !== targets || asked.sellers !== sellers;
  }

  async look(): Promise<void> {
    const { plan, settings, today, service } = this.#workspace;
    const forecast = this.#forecasting.answer?.forecast;
    if (!forecast) return;
    this.#asked = { forecast, targets: settings.targets, sellers: settings.sellers };
    await this.#run(async (isNewest) => {
      const answer = await service.diagnose({ plan, settings, today, forecast });
      if (!isNewest()) return;
      // What the answer speaks of, for whichever period it is asked, and what is looked at below.
      const wanted = [{ period: 'quarter' as const }, { period: 'year' as const }, this.#chosen];
      const bridges = new Map<string, Bridge | null>();
      for (const each of wanted) await this.#ask(answer, bridgeChoices(answer, each).choice, bridges);
      if (isNewest()) [this.#answer, this.#bridges] = [answer, bridges];
    });
  }

  /** Looks at another period, or against something else. */
  async choose(patch: Partial<BridgeChoice>): Promise<void> {
    this.#chosen = { ...this.#chosen, ...patch };
    const { answer, choices } = this;
    if (!answer || !choices?.choice || this.bridge(choices.choice) !== undefined) return;
    await this.#run(async (isNewest) => {
      const bridges = new Map(this.#bridges);
      await this.#ask(answer, choices.choice, bridges);
      if (isNewest()) this.#bridges = bridges;
    });
  }

  async #ask(
    answer: Diagnosis,
    choice: BridgeChoice | null,
    bridges: Map<string, Bridge | null>,
  ): Promise<void> {
    if (choice === null || bridges.has(keyOf(choice))) return;
    const { plan, settings, today, service } = this.#workspace;
    const target = targetByNow(answer, choice.period);
    bridges.set(keyOf(choice), await service.bridge({ plan, settings, today, ...choice, target }));
  }

  async #run(work: (isNewest: () => boolean) => Promise<void>): Promise<void> {
    const turn = ++this.#latest;
    this.#failure = null;
    this.#isRunning = true;
    const timer = setTimeout(() => {
      if (turn === this.#latest) this.#isSlow = true;
    }, PATIENCE_MILLISECONDS);
    try {
      await work(() => turn === this.#latest);
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

const keyOf = ({ period, against }: BridgeChoice): string => `${period} ${against}`;

/** What the target of a period asks up to its last known day; null where there is none. */
function targetByNow({ paces }: Diagnosis, period: BridgePeriod['code']): number | null {
  return paces.find((pace) => pace.period === period)?.onPace ?? null;
}

const diagnosings = new WeakMap<AppState, Diagnosing>();

/** The one of this app, loaded with the screen. */
export function diagnosingOf(app: AppState): Diagnosing {
  let diagnosing = diagnosings.get(app);
  if (!diagnosing) {
    diagnosing = new Diagnosing(app.workspace, app.forecasting);
    diagnosings.set(app, diagnosing);
  }
  return diagnosing;
}
