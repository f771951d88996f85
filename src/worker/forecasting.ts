import { createSimulation, METHOD_VERSION } from '../engine';
import type { Calibration, FunnelModel } from '../engine';
import type { Settings } from '../workspace/types';
import { fitKey, isWorthKeeping, packFit, unpackFit } from './keptFit';
import type { LearntModel } from './keptFit';
import { assembleModel, calibratedModel, fitKnownDeals } from './modelling';
import type { FittedDeals } from './modelling';
import type { ServiceParts } from './parts';
import type { ForecastAnswer, ForecastRequest, ForecastResult, PreviewResult, Progress } from './protocol';
import type { SecondThread } from './secondThread';
import type { Session } from './session';
import { nextTurn, Turnstile } from './turns';
import type { Ticket } from './turns';

/** Paths between two looks at the messages: about 6 ms of work, so that a slider's next move is heard at once. */
const PATHS_PER_TURN = 1_000;

/** Makes forecasts, one at a time, newest first; keeps the fit while what it rests on stays as it is. */
export class Forecaster {
  readonly #turnstile = new Turnstile();
  readonly #parts: Pick<ServiceParts, 'build' | 'startSecondThread'>;
  #isSecondThreadAwake = false;
  /** Once it stands. */
  #secondThread: SecondThread | null = null;
  #fitted: { key: string; fitted: FittedDeals | null } | null = null;
  /** What was read instead of fitted. */
  #kept: { key: string; learnt: LearntModel } | null = null;
  #asked = 0;
  #running = 0;

  constructor(parts: Pick<ServiceParts, 'build' | 'startSecondThread'>) {
    this.#parts = parts;
  }

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
  async calibrated(session: Session, settings: Settings): Promise<LearntModel | null> {
    const learnt = await this.#learn(session, settings, { ended: null });
    if (!learnt) return null;
    const calibration = await learntCalibration(session, settings);
    return {
      model: calibratedModel(learnt.model, calibration),
      history: learnt.history,
    };
  }

  async forecast(
    session: Session | null,
    request: ForecastRequest,
    onProgress?: Progress,
  ): Promise<ForecastResult> {
    return await this.#inTurn(async (ticket) => {
      const assembled = await this.#assemble(session, request, ticket, onProgress);
      return assembled && (await this.#simulate(assembled, request, ticket, onProgress));
    });
  }

  /** All its paths in one go: they take no longer than one slice of a forecast. */
  async preview(session: Session | null, request: ForecastRequest): Promise<PreviewResult> {
    return await this.#inTurn(async (ticket) => {
      this.#wakeSecondThread();
      const assembled = await this.#assemble(session, request, ticket);
      return assembled && createSimulation(assembled.model, request).finishGist();
    });
  }

  /** Newest request wins. `make` answers null where it has been ended. */
  async #inTurn<T extends object>(
    make: (ticket: Ticket) => Promise<T | null>,
  ): Promise<{ ok: true; value: T } | { ok: false; reason: NonNullable<Ticket['ended']> }> {
    this.#asked += 1;
    this.#running += 1;
    try {
      const ticket = this.#turnstile.enter();
      // A newer request may be waiting in line already: of a burst, only the last costs anything.
      await nextTurn();
      const value = ticket.ended ? null : await make(ticket);
      return value ? { ok: true, value } : { ok: false, reason: ticket.ended ?? 'superseded' };
    } finally {
      this.#running -= 1;
    }
  }

  /** The model with what it rests on; null where it was ended. */
  async #assemble(
    session: Session | null,
    request: ForecastRequest,
    ticket: Ticket,
    onProgress?: Progress,
  ): Promise<Assembled | null> {
    const learnt = session ? await this.#learn(session, request.settings, ticket, onProgress) : null;
    if (ticket.ended) return null;
    const calibration = session && learnt ? await learntCalibration(session, request.settings) : null;
    return ticket.ended ? null : { ...assembleModel(learnt, calibration, request), calibration };
  }

  /**
   * What the deals say: from the fit in memory, else from the one that was kept for these very deals, else by reading and
   * fitting them, which takes seconds with 100,000. Then it is kept for the next visit.
   */
  async #learn(
    session: Session,
    settings: Settings,
    ticket: Ticket,
    onProgress?: Progress,
  ): Promise<LearntModel | null> {
    const record = session.activeImport(settings);
    if (!record || !isWorthKeeping(record)) return await this.#fit(session, settings, ticket, onProgress);
    const key = fitKey(session.keyOf(record, settings), settings, this.#parts.build);
    if (this.#kept?.key === key) return this.#kept.learnt;
    const read = unpackFit(await session.keptFit(), key);
    if (read) {
      this.#kept = { key, learnt: read };
      return read;
    }
    if (ticket.ended) return null;
    const fitted = await this.#fit(session, settings, ticket, onProgress);
    if (!fitted) return null;
    this.#kept = { key, learnt: { model: fitted.model, history: fitted.history } };
    const kept = packFit(record.id, key, fitted);
    // Nobody waits for it to be stored.
    if (kept) void session.keepFit(kept);
    return this.#kept.learnt;
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
    { model, ...grounds }: Assembled,
    { paths, seed }: ForecastRequest,
    ticket: Ticket,
    onProgress?: Progress,
  ): Promise<ForecastAnswer | null> {
    const simulation = createSimulation(model, { paths, seed });
    const second = simulation.firstHalf < paths ? this.#secondThread : null;
    const secondHalf = second?.drawSecondHalf(model, paths, seed).catch(() => {
      // What failed once (memory, say) is not tried again.
      this.#secondThread = null;
      return null;
    });
    let done = 0;
    const advanceTo = async (end: number): Promise<void> => {
      while (done < end && !ticket.ended) {
        onProgress?.(done / end, 'simulating');
        // Messages have been let in just before the first slice.
        if (done > 0) await nextTurn();
        if (!ticket.ended) done = simulation.advance(Math.min(PATHS_PER_TURN, end - done));
      }
    };
    await advanceTo(secondHalf ? simulation.firstHalf : paths);
    if (secondHalf) {
      const drawn = await secondHalf;
      if (drawn && !ticket.ended) simulation.join(drawn);
      else await advanceTo(paths);
    }
    if (ticket.ended) return null;
    onProgress?.(1, 'simulating');
    return { forecast: simulation.finish(), ...grounds };
  }

  /**
   * Starts the thread that draws half of a full run: somebody has taken hold of a slider and will let go of it, and only then does
   * half the time count. Until it has said that it stands, a full run is drawn here alone and waits for nothing.
   */
  #wakeSecondThread(): void {
    if (this.#isSecondThreadAwake) return;
    this.#isSecondThreadAwake = true;
    const wake = async (): Promise<void> => {
      const thread = this.#parts.startSecondThread();
      if (await thread?.stand()) this.#secondThread = thread;
    };
    // Without it a forecast takes longer, and nothing else.
    wake().catch(() => undefined);
  }
}

/** A model and what it rests on. */
type Assembled = { model: FunnelModel } & Omit<ForecastAnswer, 'forecast'>;

/**
 * What the kept track record of the same import says of the ranges. One made before a deal was excluded still serves: the
 * ranges should not jump until the next replay is finished.
 */
async function learntCalibration(session: Session, settings: Settings): Promise<Calibration | null> {
  const record = await session.trackRecord();
  if (record?.importId !== session.activeImport(settings)?.id || record?.method !== METHOD_VERSION)
    return null;
  return record.result.calibration.origins > 0 ? record.result.calibration : null;
}
