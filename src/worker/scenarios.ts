import {
  baseModel,
  drawForecast,
  findExtremes,
  outcomeOfVariant,
  portableModel,
  portablePlan,
} from '../engine';
import type { BaseGrounds, DrawnForecast, ScenarioStart, VariantOutcome } from '../engine';
import type { Forecaster } from './forecasting';
import { planOptions } from './modelling';
import type { ExtremesAnswer, ExtremesRequest, ScenariosRequest, ScenariosResult } from './protocol';
import type { Session } from './session';
import { sharedPlanOptions } from './sharedModel';
import { nextTurn, Turnstile } from './turns';
import type { Ticket } from './turns';

/** A base that was drawn, and what became of variants of it, by their changes. */
interface KeptBase {
  key: string;
  drawn: DrawnForecast;
  outcomes: ReadonlyMap<string, VariantOutcome>;
}

/** What the ends of the doubts are read from. */
const EXTREMES = { paths: 10_000, seed: 1 };
/** Previews and full runs take turns while something is dragged. */
const KEPT_BASES = 2;

/**
 * Compares scenarios, one request at a time, newest first; gives way to messages between two bits of work. Variants that are as in the
 * request before, on the same base, are not drawn again.
 */
export class ScenarioDesk {
  readonly #forecaster: Forecaster;
  readonly #turnstile = new Turnstile();
  #kept: readonly KeptBase[] = [];

  constructor(forecaster: Forecaster) {
    this.#forecaster = forecaster;
  }

  cancel(): void {
    this.#turnstile.cancel();
  }

  async compare(
    session: Session | null,
    request: ScenariosRequest,
    onProgress?: (done: number) => void,
  ): Promise<ScenariosResult> {
    const ticket = this.#turnstile.enter();
    // A newer request may be waiting in line already.
    await nextTurn();
    if (ticket.ended) return { ok: false, reason: ticket.ended };
    const start = await this.#start(session, request);
    if (ticket.ended) return { ok: false, reason: ticket.ended };

    const { paths, seed, variants } = request;
    const key = JSON.stringify([start.model, start.plan, paths, seed]);
    const kept = this.#kept.find((base) => base.key === key);
    const work = 1 + variants.length;
    let finished = 0;
    const part = async <T>(steps: Generator<number, T>): Promise<T | null> => {
      const answer = await finish(steps, ticket, (done) => onProgress?.((finished + done) / work));
      finished += 1;
      return answer;
    };
    const drawn = kept?.drawn ?? (await part(drawForecast(start.model, { paths, seed })));
    const outcomes = new Map<string, VariantOutcome>();
    const answers: VariantOutcome[] = [];
    for (const variant of variants) {
      const changes = JSON.stringify(variant.changes);
      const outcome =
        outcomes.get(changes) ??
        kept?.outcomes.get(changes) ??
        (drawn && (await part(outcomeOfVariant(start, drawn, variant, { paths, seed }))));
      if (!outcome) break;
      outcomes.set(changes, outcome);
      answers.push({ ...outcome, id: variant.id });
    }
    // What was finished before somebody wanted something else need not be done again.
    if (drawn) this.#keep({ key, drawn, outcomes: ticket.ended ? joined(kept, outcomes) : outcomes });
    if (ticket.ended || !drawn) return { ok: false, reason: ticket.ended ?? 'cancelled' };
    onProgress?.(1);
    return { ok: true, value: { base: drawn.forecast, variants: answers } };
  }

  async extremes(session: Session | null, request: ExtremesRequest): Promise<ExtremesAnswer> {
    const start = await this.#start(session, request);
    const finding = findExtremes(start, request, EXTREMES);
    for (let step = finding.next(); ; step = finding.next()) {
      if (step.done) return step.value;
      await nextTurn();
    }
  }

  #keep(base: KeptBase): void {
    const others = this.#kept.filter(({ key }) => key !== base.key);
    this.#kept = [base, ...others].slice(0, KEPT_BASES);
  }

  /** The same model that a forecast of the same request rests on. */
  async #start(
    session: Session | null,
    { of, base }: Pick<ScenariosRequest, 'of' | 'base'>,
  ): Promise<ScenarioStart> {
    return baseModel(await this.#grounds(session, of), portablePlan(of.plan), base);
  }

  async #grounds(session: Session | null, of: ScenariosRequest['of']): Promise<BaseGrounds> {
    if ('fitted' in of) {
      if (of.fitted) return { fitted: portableModel(of.fitted) };
      return { fitted: null, options: sharedPlanOptions(of) };
    }
    const history = session && (await this.#forecaster.calibrated(session, of.settings));
    return history ? { fitted: history.model } : { fitted: null, options: planOptions(of) };
  }
}

function joined(kept: KeptBase | undefined, outcomes: KeptBase['outcomes']): KeptBase['outcomes'] {
  return new Map([...(kept?.outcomes ?? []), ...outcomes]);
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
