import type {
  BudgetAnswer,
  BudgetPart,
  BudgetPeriod,
  BudgetRequest,
  Forecast,
  PartLimits,
} from '../../engine';
import type { AppState } from '../app.svelte';
import type { Forecasting } from '../forecasting.svelte';
import { isSame } from '../isSame';
import { answerOrStopped } from '../serviceStopped';
import type { Workspace } from '../workspace.svelte';
import { budgetRequestOf, FIRST_DRAFT, periodWithTarget, withLimit, type BudgetDraft } from './budgetDraft';

/** Progress appears only when it takes longer than this; a flash helps nobody. */
const PATIENCE_MILLISECONDS = 400;

interface Asked {
  forecast: Forecast;
  request: BudgetRequest;
}

/** What money and people cost and bring: asked of the worker, and its newest answer. Both last as long as the page. */
export class Budgeting {
  readonly #workspace: Workspace;
  readonly #forecasting: Forecasting;
  #draft = $state.raw<BudgetDraft>(FIRST_DRAFT);
  #asked = $state.raw<Asked | null>(null);
  #answer = $state.raw<Partial<BudgetAnswer>>({});
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

  get draft(): BudgetDraft {
    return this.#draft;
  }
  /** What is looked at, chosen or not. */
  get period(): BudgetPeriod {
    return this.#draft.period ?? periodWithTarget(this.#workspace.settings.targets);
  }
  /** Part by part as it comes; what is being worked out anew stays until it is there. */
  get answer(): Partial<BudgetAnswer> {
    return this.#answer;
  }
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
  /** The question as it stands; null until there is a forecast. */
  get request(): BudgetRequest | null {
    const { answer } = this.#forecasting;
    if (answer === null) return null;
    const { paths, seed, currency } = answer.forecast;
    const { targets, paymentDelayDays } = this.#workspace.settings;
    return budgetRequestOf(this.#draft, { paths, seed, currency, paymentDelayDays, targets });
  }
  /** True where the question, or the forecast it is asked of, is no longer the one asked last. */
  get isStale(): boolean {
    const { answer, isBusy, isPreview } = this.#forecasting;
    const { request } = this;
    if (answer === null || request === null || isBusy || isPreview) return false;
    return this.#asked?.forecast !== answer.forecast || !isSame(this.#asked.request, request);
  }

  change(patch: Partial<BudgetDraft>): void {
    this.#draft = { ...this.#draft, ...patch };
  }

  limit(part: BudgetPart, patch: Partial<PartLimits>): void {
    this.#draft = withLimit(this.#draft, part, patch);
  }

  /** Asks the question as it stands. The newest one wins. */
  async ask(): Promise<void> {
    const { plan, settings, today, service } = this.#workspace;
    const forecast = this.#forecasting.answer?.forecast;
    const { request } = this;
    if (!forecast || !request) return;
    const turn = ++this.#latest;
    this.#asked = { forecast, request };
    this.#failure = null;
    this.#isCancelled = false;
    this.#done = 0;
    this.#isRunning = true;
    const timer = setTimeout(() => {
      if (turn === this.#latest) this.#isSlow = true;
    }, PATIENCE_MILLISECONDS);
    try {
      const result = await service.budget({ plan, settings, today, ...request }, (done, answered) => {
        if (turn !== this.#latest) return;
        this.#done = done;
        if (answered) this.#answer = { ...this.#answer, ...answered };
      });
      if (turn !== this.#latest) return;
      if (result.ok) this.#answer = result.value;
      else this.#isCancelled = result.reason === 'cancelled';
    } catch (error) {
      if (turn === this.#latest) this.#failure = error instanceof Error ? error.message : String(error);
    } finally {
      clearTimeout(timer);
      if (turn === this.#latest) this.#settle();
    }
  }

  async cancel(): Promise<void> {
    // Where the worker has ended there is nothing left to cancel; the question itself says so.
    await answerOrStopped(() => this.#workspace.service.cancelBudget());
  }

  /** Nobody waits for the answer any more: what is under way ends, and is asked anew when somebody comes back. */
  leave(): void {
    if (!this.#isRunning) return;
    this.#latest++;
    this.#asked = null;
    this.#settle();
    void this.cancel();
  }

  #settle(): void {
    this.#isRunning = false;
    this.#isSlow = false;
  }
}

const budgetings = new WeakMap<AppState, Budgeting>();

/** The one of this app, loaded with the screen. */
export function budgetingOf(app: AppState): Budgeting {
  let budgeting = budgetings.get(app);
  if (!budgeting) {
    budgeting = new Budgeting(app.workspace, app.forecasting);
    budgetings.set(app, budgeting);
  }
  return budgeting;
}
