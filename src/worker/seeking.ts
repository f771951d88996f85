import { portablePlan, seekGoal, weighAssumptions } from '../engine';
import type { Grounds, Weighing } from '../engine';
import type { Forecaster } from './forecasting';
import { planOptions } from './modelling';
import type { GoalProgress, GoalSeekRequest, GoalSeekResult, WeighRequest } from './protocol';
import type { Session } from './session';
import { nextTurn, Turnstile } from './turns';

/** Looks for ways to a goal, one request at a time, newest first; gives way to messages between two bits of simulation. */
export class Seeker {
  readonly #forecaster: Forecaster;
  readonly #turnstile = new Turnstile();

  constructor(forecaster: Forecaster) {
    this.#forecaster = forecaster;
  }

  cancel(): void {
    this.#turnstile.cancel();
  }

  async seek(
    session: Session | null,
    request: GoalSeekRequest,
    onProgress?: GoalProgress,
  ): Promise<GoalSeekResult> {
    const ticket = this.#turnstile.enter();
    // A newer request may be waiting in line already.
    await nextTurn();
    if (ticket.ended) return { ok: false, reason: ticket.ended };
    const grounds = await this.#grounds(session, request);
    if (ticket.ended) return { ok: false, reason: ticket.ended };
    const seeking = seekGoal(grounds, portablePlan(request.plan), request);
    for (let step = seeking.next(); ; step = seeking.next()) {
      if (step.done) {
        onProgress?.(1);
        return { ok: true, value: step.value };
      }
      onProgress?.(step.value);
      await nextTurn();
      if (ticket.ended) return { ok: false, reason: ticket.ended };
    }
  }

  async weigh(session: Session | null, request: WeighRequest): Promise<Weighing> {
    return weighAssumptions(await this.#grounds(session, request), portablePlan(request.plan));
  }

  /** The same history and calendar that a forecast of the same request rests on. */
  async #grounds(session: Session | null, request: WeighRequest): Promise<Grounds> {
    const history = session && (await this.#forecaster.calibrated(session, request.settings));
    if (history) return { fitted: history.model, summary: history.history };
    return { fitted: null, summary: null, options: planOptions(request) };
  }
}
