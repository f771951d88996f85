import { asOf, createBacktest, METHOD_VERSION, origins, readinessOf, snapshotAt } from '../engine';
import type { Backtest, Deal, Readiness, Snapshot } from '../engine';
import type { ImportRecord, Settings, TrackRecord } from '../workspace/types';
import type { Forecaster } from './forecasting';
import type { ReplayProgress, ReplayResult } from './protocol';
import { earlierImports, replayKey } from './replayKey';
import { inSettingsCurrency } from './dealOverlay';
import { isLeftOut } from './knownDeals';
import type { KnownDeals } from './knownDeals';
import type { Session } from './session';
import { nextTurn, Turnstile } from './turns';
import type { Ticket } from './turns';

/**
 * After a forecast the next one often follows at once, as while a slider moves. One month end takes up to 0.2 s with 10,000
 * deals: the replay waits until nobody has asked for so long.
 */
const LULL_MILLISECONDS = 300;

/** A replay under way, or where a cancelled one stands: with 100,000 deals much memory. */
interface Prepared {
  key: string;
  importId: string;
  backtest: Backtest;
  readiness: Readiness;
}

interface Running {
  key: string;
  listeners: ReplayProgress[];
  result: Promise<ReplayResult>;
}

/** Replays the past in the background: one month end at a time, only while no forecast is wanted. */
export class Replayer {
  readonly #forecaster: Pick<Forecaster, 'asked' | 'isBusy'>;
  readonly #turnstile = new Turnstile();
  #running: Running | null = null;
  #prepared: Prepared | null = null;
  #timesLetGo = 0;
  #seen = 0;
  /** How often a cancel was asked for: one that comes before the replay has begun counts as well. */
  #cancels = 0;

  constructor(forecaster: Pick<Forecaster, 'asked' | 'isBusy'>) {
    this.#forecaster = forecaster;
  }

  cancel(): void {
    this.#cancels += 1;
    this.#turnstile.cancel();
  }

  /** Makes room, as for an import: a replay under way is prepared anew when it goes on. */
  letGo(): void {
    this.#prepared = null;
    this.#timesLetGo += 1;
  }

  /**
   * The track record under these settings: the kept one where it fits, else a new one, which is then kept. Whoever asks for the same
   * while it is being made gets the same answer; a cancelled one goes on where it stopped.
   */
  async replay(
    session: Session | null,
    settings: Settings,
    onProgress?: ReplayProgress,
  ): Promise<ReplayResult> {
    const key = session && replayKey(session, settings);
    if (!session || key === null) return { ok: true, value: null, isNew: false };
    const cancelsBefore = this.#cancels;
    const kept = await session.trackRecord();
    if (this.#cancels !== cancelsBefore) return { ok: false, reason: 'cancelled' };
    if (kept?.key === key) return { ok: true, value: kept, isNew: false };
    if (this.#running?.key !== key) this.#start(session, settings, key);
    const running = this.#running;
    if (!running) return { ok: false, reason: 'superseded' };
    if (onProgress) running.listeners.push(onProgress);
    return await running.result;
  }

  #start(session: Session, settings: Settings, key: string): void {
    const ticket = this.#turnstile.enter();
    const listeners: ReplayProgress[] = [];
    const result = this.#run(session, settings, key, ticket, (done) =>
      listeners.forEach((tell) => tell(done)),
    ).finally(() => {
      if (this.#running === running) this.#running = null;
    });
    const running: Running = { key, listeners, result };
    this.#running = running;
  }

  async #run(
    session: Session,
    settings: Settings,
    key: string,
    ticket: Ticket,
    tell: ReplayProgress,
  ): Promise<ReplayResult> {
    for (;;) {
      await this.#waitForLull();
      if (ticket.ended === 'superseded') return { ok: false, reason: ticket.ended };
      if (replayKey(session, settings) !== key) {
        this.letGo();
        return { ok: false, reason: 'superseded' };
      }
      if (ticket.ended) return { ok: false, reason: ticket.ended };
      const isNew = this.#prepared?.key !== key;
      if (isNew && !(await this.#prepare(session, settings, key, ticket)))
        return { ok: true, value: null, isNew: false };
      const share = this.#advance(key, isNew ? 0 : 1);
      if (share === 1) break;
      if (share !== null) tell(share);
    }
    const record = this.#finish(key, settings);
    if (!record) return { ok: false, reason: 'superseded' };
    await session.keepTrackRecord(record);
    tell(1);
    return { ok: true, value: record, isNew: true };
  }

  /** @returns false where there are no deals to replay */
  async #prepare(session: Session, settings: Settings, key: string, ticket: Ticket): Promise<boolean> {
    this.letGo();
    const letGoBefore = this.#timesLetGo;
    const known = await session.knownDeals(settings);
    if (!known) return false;
    const prepared = await prepare(session, known, settings, key);
    // Let go of meanwhile, or another's turn: it is not to be held.
    if (this.#timesLetGo === letGoBefore && ticket.ended !== 'superseded') this.#prepared = prepared;
    return true;
  }

  /** Share of the month ends that are done; null where what was prepared has been let go of. Nobody may hold that across a pause. */
  #advance(key: string, monthEnds: number): number | null {
    if (this.#prepared?.key !== key) return null;
    const { backtest } = this.#prepared;
    const done = backtest.advance(monthEnds);
    return done < backtest.total ? done / backtest.total : 1;
  }

  #finish(key: string, { currency }: Settings): TrackRecord | null {
    if (this.#prepared?.key !== key) return null;
    const { importId, backtest, readiness } = this.#prepared;
    const result = backtest.finish();
    this.letGo();
    return { importId, method: METHOD_VERSION, key, currency, readiness, result };
  }

  async #waitForLull(): Promise<void> {
    await nextTurn();
    while (this.#forecaster.isBusy || this.#forecaster.asked !== this.#seen) {
      this.#seen = this.#forecaster.asked;
      await new Promise((resolve) => setTimeout(resolve, LULL_MILLISECONDS));
    }
  }
}

async function prepare(
  session: Session,
  known: KnownDeals,
  settings: Settings,
  key: string,
): Promise<Prepared> {
  const deals = known.counted;
  const { currency, fiscalYearStart } = settings;
  const { dataDay } = known;
  const snapshots = await readSnapshots(session, known, settings);
  const backtest = createBacktest(deals, {
    dataDay,
    currency,
    fiscalYearStart,
    snapshots,
    stages: known.stages,
  });
  return { key, importId: known.importId, backtest, readiness: readinessOf(deals, dataDay) };
}

/** What was open in those earlier imports that some month end looks at. */
async function readSnapshots(
  session: Session,
  known: KnownDeals,
  settings: Settings,
): Promise<readonly Snapshot[]> {
  const active = session.imports.find(({ id }) => id === known.importId);
  if (!active) return [];
  const earlier = earlierImports(session, active).map((record) => ({ day: record.dataDay, record }));
  const needed = new Set<ImportRecord>();
  for (const origin of origins(known.counted, known.dataDay)) {
    const snapshot = snapshotAt(earlier, origin);
    if (snapshot) needed.add(snapshot.record);
  }
  const snapshots: Snapshot[] = [];
  for (const { id, dataDay } of needed) {
    const records = await session.repository.readDeals(id);
    const shown = asOf(
      // Of what kind they are, a weighted pipeline never asks.
      records.map((deal): Deal => ({ ...inSettingsCurrency(deal, settings), kind: 'unsorted' })),
      dataDay,
    );
    // What is left out of the forecast is left out of what it is compared with.
    snapshots.push({
      day: dataDay,
      deals: shown.filter(({ id, outcome }) => outcome === 'open' && !isLeftOut(known, id)),
    });
  }
  return snapshots;
}
