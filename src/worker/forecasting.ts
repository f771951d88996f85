import { createSimulation, METHOD_VERSION } from '../engine';
import type { Calibration, FunnelModel, HistorySummary } from '../engine';
import type { Settings } from '../workspace/types';
import { assembleModel, calibratedModel, fitKnownDeals } from './modelling';
import type { FittedDeals } from './modelling';
import type { ForecastAnswer, ForecastRequest, ForecastResult, Progress } from './protocol';
import type { Session } from './session';
import { nextTurn, Turnstile } from './turns';
import type { Ticket } from './turns';

/** Paths between two looks at the messages: about 6 ms of work, so that a slider's next move is heard at once. */
const PATHS_PER_TURN = 1_000;

/** Makes forecasts, one at a time, newest first; keeps the fit while what it rests on stays as it is. */
export class Forecaster {
  readonly #turnstile = new Turnstile();
  #fitted: { key: string; fitted: FittedDeals | null } | null = null;
  #asked = 0;
  #running = 0;

  /** How often a forecast has been asked for. */
  get asked(): number {
    return this.#asked;
  }
  get isBusy(): boolean {
    return this.#running > 0;
  }

  cancel(): void {
    this.#turnstile.cancel();
  }

  /** What the deals say under these settings: the kept fit where it is theirs. Null where there are no deals. */
  async fitted(session: Session, settings: Settings): Promise<FittedDeals | null> {
    return await this.#fit(session, settings, { ended: null });
  }

  /** The fitted model as a forecast has it, its ranges as wide as past ones were off; null where there are no deals. */
  async calibrated(
    session: Session,
    settings: Settings,
  ): Promise<{ model: FunnelModel; history: HistorySummary } | null> {
    const fitted = await this.fitted(session, settings);
    if (!fitted) return null;
    const calibration = await learntCalibration(session, settings);
    return {
      model: calibratedModel(fitted.model, calibration),
      history: fitted.history,
    };
  }

  async forecast(
    session: Session | null,
    request: ForecastRequest,
    onProgress?: Progress,
  ): Promise<ForecastResult> {
    this.#asked += 1;
    this.#running += 1;
    try {
      return await this.#make(session, request, onProgress);
    } finally {
      this.#running -= 1;
    }
  }

  async #make(
    session: Session | null,
    request: ForecastRequest,
    onProgress?: Progress,
  ): Promise<ForecastResult> {
    const ticket = this.#turnstile.enter();
    // A newer request may be waiting in line already: of a burst, only the last costs anything.
    await nextTurn();
    if (ticket.ended) return { ok: false, reason: ticket.ended };

    const fitted = session ? await this.#fit(session, request.settings, ticket, onProgress) : null;
    if (ticket.ended) return { ok: false, reason: ticket.ended };
    const calibration = session && fitted ? await learntCalibration(session, request.settings) : null;
    if (ticket.ended) return { ok: false, reason: ticket.ended };
    const assembled = assembleModel(fitted, calibration, request);
    return await this.#simulate({ ...assembled, calibration }, request, ticket, onProgress);
  }

  async #fit(session: Session, settings: Settings, ticket: Ticket, onProgress?: Progress) {
    const known = await session.knownDeals(settings);
    if (!known || ticket.ended) return null;
    const key = `${settings.fiscalYearStart} ${known.key}`;
    if (this.#fitted?.key !== key) {
      onProgress?.(0, 'fitting');
      await nextTurn();
      if (ticket.ended) return null;
      // Somebody else may have asked for the same meanwhile.
      if (this.#fitted?.key !== key) this.#fitted = { key, fitted: fitKnownDeals(known, settings) };
      onProgress?.(1, 'fitting');
    }
    return this.#fitted.fitted;
  }

  async #simulate(
    { model, ...grounds }: { model: FunnelModel } & Omit<ForecastAnswer, 'forecast'>,
    { paths, seed }: ForecastRequest,
    ticket: Ticket,
    onProgress?: Progress,
  ): Promise<ForecastResult> {
    const simulation = createSimulation(model, { paths, seed });
    for (let done = 0; done < paths; done += PATHS_PER_TURN) {
      onProgress?.(done / paths, 'simulating');
      // Messages have been let in just before the first slice, which is all that a preview has.
      if (done > 0) await nextTurn();
      if (ticket.ended) return { ok: false, reason: ticket.ended };
      simulation.advance(Math.min(PATHS_PER_TURN, paths - done));
    }
    onProgress?.(1, 'simulating');
    return { ok: true, value: { forecast: simulation.finish(), ...grounds } };
  }
}

/**
 * What the kept track record of the same import says of the ranges. One made before a deal was excluded still serves: the
 * ranges should not jump until the next replay is finished.
 */
async function learntCalibration(session: Session, settings: Settings): Promise<Calibration | null> {
  const known = await session.knownDeals(settings);
  const record = await session.trackRecord();
  if (record?.importId !== known?.importId || record?.method !== METHOD_VERSION) return null;
  return record.result.calibration.origins > 0 ? record.result.calibration : null;
}
