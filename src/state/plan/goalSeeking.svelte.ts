import type { Forecast, Goal, GoalAnswer, LeverChoice, LeverChoices, LeverKey, Month } from '../../engine';
import type { Settings } from '../../workspace/types';
import type { AppState } from '../app.svelte';
import type { Forecasting } from '../forecasting.svelte';
import { isSame } from '../isSame';
import { answerOrStopped } from '../serviceStopped';
import type { Workspace } from '../workspace.svelte';
import { FIRST_DRAFT, goalOf, type GoalDraft } from './goalQuestion';

/** Progress appears only when it takes longer than this; a flash helps nobody. */
const PATIENCE_MILLISECONDS = 400;

interface Asked {
  forecast: Forecast;
  goal: Goal;
  choices: LeverChoices;
}

/** The question of what it takes to reach a goal, and its newest answer; both last as long as the page. */
export class GoalSeeking {
  readonly #workspace: Workspace;
  readonly #forecasting: Forecasting;
  #draft = $state.raw<GoalDraft>(FIRST_DRAFT);
  /** What was suggested and asked stays the question while the plan changes: else every step nearer would move the goal on. */
  #suggested = $state.raw<{ amount: number; by: Month; targets: Settings['targets'] } | null>(null);
  #choices = $state.raw<LeverChoices>({});
  #asked = $state.raw<Asked | null>(null);
  #answer = $state.raw<GoalAnswer | null>(null);
  #isRunning = $state(false);
  #isSlow = $state(false);
  #done = $state(0);
  #failure = $state<string | null>(null);
  #isCancelled = $state(false);
  /** Counts what was asked for: an answer to anything but the newest is dropped. */
  #latest = 0;

  constructor(workspace: Workspace, forecasting: Forecasting) {
    this.#workspace = workspace;
    this.#forecasting = forecasting;
  }

  /** The newest answer; it stays on screen while the next one is looked for. */
  get answer(): GoalAnswer | null {
    return this.#answer;
  }
  get isRunning(): boolean {
    return this.#isRunning;
  }
  /** True once it has taken long enough to show progress. */
  get isSlow(): boolean {
    return this.#isSlow;
  }
  /** Share of the search that is done, 0 to 1. */
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
  get choices(): LeverChoices {
    return this.#choices;
  }
  /** The question as it stands; null until there is a forecast. */
  get goal(): Goal | null {
    const { answer } = this.#forecasting;
    if (answer === null) return null;
    const { targets } = this.#workspace.settings;
    const draft = this.#measurable(answer.forecast);
    const kept = this.#suggested?.targets === targets ? this.#suggested : null;
    const amount = draft.amount ?? kept?.amount ?? null;
    return goalOf(answer.forecast, targets, { ...draft, amount, by: draft.by ?? kept?.by ?? null });
  }
  /** True where the question, or what it is asked of, is no longer the one asked last. */
  get isStale(): boolean {
    const { answer, isBusy, isPreview } = this.#forecasting;
    const goal = this.goal;
    if (answer === null || goal === null || isBusy || isPreview) return false;
    const asked = this.#asked;
    return (
      asked?.forecast !== answer.forecast || asked.choices !== this.#choices || !isSame(asked.goal, goal)
    );
  }

  /** What is meant by one measure is not meant by another: then amount and end are suggested anew. */
  ask(patch: Partial<GoalDraft>): void {
    const isOther = patch.measure !== undefined && patch.measure !== this.#draft.measure;
    if (isOther || patch.by !== undefined) this.#suggested = null;
    this.#draft = { ...this.#draft, ...(isOther && { amount: null }), ...patch };
  }

  choose(key: LeverKey, patch: LeverChoice): void {
    this.#choices = { ...this.#choices, [key]: { ...this.#choices[key], ...patch } };
  }

  resetChoices(): void {
    this.#choices = {};
  }

  /** Looks for the answer to the question as it stands. The newest question wins. */
  async seek(): Promise<void> {
    const { plan, settings, today, service } = this.#workspace;
    const forecast = this.#forecasting.answer?.forecast;
    const goal = this.goal;
    if (!forecast || !goal) return;
    const turn = ++this.#latest;
    this.#asked = { forecast, goal, choices: this.#choices };
    this.#suggested = { amount: goal.amount, by: goal.by, targets: settings.targets };
    this.#failure = null;
    this.#isCancelled = false;
    this.#done = 0;
    this.#isRunning = true;
    const timer = setTimeout(() => {
      if (turn === this.#latest) this.#isSlow = true;
    }, PATIENCE_MILLISECONDS);
    const { paths, seed } = forecast;
    const request = { plan, settings, today, goal, choices: this.#choices, paths, seed };
    try {
      const result = await service.seekGoal({ ...request, wantsLevers: true, wantsMixes: true }, (done) => {
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
        this.#isRunning = false;
        this.#isSlow = false;
      }
    }
  }

  async cancel(): Promise<void> {
    // Where the worker has ended there is nothing left to cancel; the search itself says so.
    await answerOrStopped(() => this.#workspace.service.cancelGoal());
  }

  /** Nobody waits for the answer any more: what is under way ends, and is asked anew when somebody comes back. */
  leave(): void {
    if (!this.#isRunning) return;
    this.#latest++;
    this.#asked = null;
    this.#isRunning = false;
    this.#isSlow = false;
    void this.cancel();
  }

  /** Recurring revenue may have been switched off meanwhile. */
  #measurable({ recurring }: Forecast): GoalDraft {
    const draft = this.#draft;
    return draft.measure === 'recurring' && recurring === null
      ? { ...draft, measure: 'value', amount: null }
      : draft;
  }
}

const seekings = new WeakMap<AppState, GoalSeeking>();

/** The one of this app. Not a part of it, so that it is loaded only when somebody asks. */
export function goalSeekingOf(app: AppState): GoalSeeking {
  let seeking = seekings.get(app);
  if (!seeking) {
    seeking = new GoalSeeking(app.workspace, app.forecasting);
    seekings.set(app, seeking);
  }
  return seeking;
}
