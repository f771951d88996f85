import {
  baseModel,
  budgetAtOnce,
  cashNeed,
  drawBudgetBase,
  hiringPlan,
  nextSteps,
  portablePlan,
  splitBudget,
} from '../engine';
import type { BudgetAnswer, DrawnBase, ScenarioStart } from '../engine';
import type { Forecaster } from './forecasting';
import { planOptions } from './modelling';
import type { BudgetProgress, BudgetQuestion, BudgetResult } from './protocol';
import type { Session } from './session';
import { nextTurn, Turnstile } from './turns';
import type { Ticket } from './turns';

type Part = 'cash' | 'next' | 'hiring' | 'split';

/** Parts whose paths are drawn: shares of the work, for the progress. */
const DRAWN_PARTS = 4;

/**
 * Answers a director's questions part by part, the quickest first; one request at a time, newest first; gives way to messages between
 * two bits of work. What does not depend on what was changed is not worked out again.
 */
export class Budgeter {
  readonly #forecaster: Forecaster;
  readonly #turnstile = new Turnstile();
  #base: { key: string; drawn: DrawnBase } | null = null;
  readonly #parts = new Map<Part, { key: string; value: unknown }>();

  constructor(forecaster: Forecaster) {
    this.#forecaster = forecaster;
  }

  cancel(): void {
    this.#turnstile.cancel();
  }

  async budget(
    session: Session | null,
    question: BudgetQuestion,
    onProgress?: BudgetProgress,
  ): Promise<BudgetResult> {
    const ticket = this.#turnstile.enter();
    // A newer request may be waiting in line already.
    await nextTurn();
    if (ticket.ended) return { ok: false, reason: ticket.ended };
    const start = await this.#start(session, question);
    if (ticket.ended) return { ok: false, reason: ticket.ended };

    const atOnce = budgetAtOnce(start, question);
    let finished = 0;
    const tell = (done: number): void => onProgress?.((finished + done) / DRAWN_PARTS, null);
    const show = (answered: Partial<BudgetAnswer>): void => onProgress?.(finished / DRAWN_PARTS, answered);
    show(atOnce);
    const base = await this.#drawnBase(start, question, ticket, tell);
    if (base === null) return { ok: false, reason: ticket.ended ?? 'cancelled' };
    finished += 1;
    const modelKey = this.#base?.key;
    const { amount, costPerKept, period, paymentDelayDays, target, today } = question;
    const cash = await this.#part('cash', [modelKey, paymentDelayDays, today], ticket, tell, function* () {
      yield 0;
      return cashNeed(start.model, base.outcomes, paymentDelayDays, today);
    });
    if (cash !== null) show({ cash });
    const nextKey = [modelKey, amount, costPerKept, period, today];
    const next = await this.#part('next', nextKey, ticket, tell, () => nextSteps(base, question));
    finished += 1;
    if (next !== null) show({ next });
    const hiringKey = [modelKey, target, period, today];
    const hiring = await this.#part('hiring', hiringKey, ticket, tell, () => hiringPlan(base, question));
    finished += 1;
    if (hiring !== null) show({ hiring });
    const splitKey = [modelKey, amount, costPerKept, question.split, today];
    const split = await this.#part('split', splitKey, ticket, tell, () => splitBudget(base, question));
    if (ticket.ended || cash === null || next === null || hiring === null || split === null) {
      return { ok: false, reason: ticket.ended ?? 'cancelled' };
    }
    onProgress?.(1, null);
    return { ok: true, value: { ...atOnce, cash, next, hiring, split } };
  }

  /** The same model that a forecast of the same request rests on. */
  async #start(session: Session | null, { plan, settings, today }: BudgetQuestion): Promise<ScenarioStart> {
    const history = session && (await this.#forecaster.calibrated(session, settings));
    const grounds = history
      ? { fitted: history.model }
      : { fitted: null, options: planOptions({ plan, settings, today }) };
    return baseModel(grounds, portablePlan(plan), 'asForecast');
  }

  async #drawnBase(
    start: ScenarioStart,
    { paths, seed }: BudgetQuestion,
    ticket: Ticket,
    onProgress: (done: number) => void,
  ): Promise<DrawnBase | null> {
    const key = JSON.stringify([start.model, start.plan, paths, seed]);
    if (this.#base?.key === key) return this.#base.drawn;
    const drawn = await finish(drawBudgetBase(start, { paths, seed }), ticket, onProgress);
    if (drawn === null) return null;
    this.#base = { key, drawn };
    this.#parts.clear();
    return drawn;
  }

  async #part<T>(
    part: Part,
    rests: readonly unknown[],
    ticket: Ticket,
    onProgress: (done: number) => void,
    work: () => Generator<number, T>,
  ): Promise<T | null> {
    if (ticket.ended) return null;
    const key = JSON.stringify(rests);
    const kept = this.#parts.get(part);
    if (kept?.key === key) return kept.value as T;
    const value = await finish(work(), ticket, onProgress);
    if (value !== null) this.#parts.set(part, { key, value });
    return value;
  }
}

/** Runs work to its end, or null where somebody ended it. */
async function finish<T>(
  steps: Generator<number, T>,
  ticket: Ticket,
  onProgress: (done: number) => void,
): Promise<T | null> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    onProgress(step.value);
    await nextTurn();
    if (ticket.ended) return null;
  }
}
