import { StorageFailure } from '../storage/problem';
import type { ImportRecord, Settings } from '../workspace/types';
import { answering, notOpenProblem } from './answers';
import { countSources } from './countSources';
import { DealTable } from './dealQuery';
import { Forecaster } from './forecasting';
import { Importer } from './importer';
import { backUp, restoreFrom } from './keeping';
import type { ServiceParts } from './parts';
import type { SeedcastService, StorageResult } from './protocol';
import { replayKey } from './replayKey';
import type { Replayer } from './replaying';
import { Session } from './session';
import type { KnownDeals } from './session';
import type { OutsideChange } from './tabs';

/** Everything off the main thread behind one interface. The worker and the inline twin differ only in `parts`. */
export function createService(parts: ServiceParts): SeedcastService {
  const forecaster = new Forecaster();
  const importer = new Importer(parts);
  let replayer: Promise<Replayer> | null = null;
  const listeners: ((what: OutsideChange) => void)[] = [];
  let session: Session | null = null;
  let table: { known: KnownDeals; locale: string; deals: DealTable } | null = null;

  const tellListeners = (what: OutsideChange): void => listeners.forEach((listener) => listener(what));

  /** Loaded when first asked for: no part of what a returning visitor's first forecast waits for. */
  function loadReplayer(): Promise<Replayer> {
    replayer ??= import('./replaying').then(({ Replayer }) => new Replayer(forecaster));
    return replayer;
  }

  async function openSession(databaseName: string): Promise<Session> {
    if (session?.databaseName === databaseName) return session;
    session?.close();
    session = null;
    const repository = await parts.openRepository(databaseName, () => tellListeners('newerSchema'));
    const opened = new Session(databaseName, repository, parts.joinTabs(databaseName));
    opened.tabs.listen((what) => {
      opened.forgetDeals();
      tellListeners(what);
    });
    session = opened;
    return opened;
  }

  /** Runs on the open session and turns what storage throws into an answer. */
  async function onSession<T>(run: (open: Session) => Promise<T>): Promise<StorageResult<T>> {
    const open = session;
    if (!open) return { ok: false, problem: notOpenProblem() };
    return await answering(() => run(open));
  }

  async function changeActive(
    open: Session,
    change: (settle: (choose: Choose) => Settle) => Promise<Settings>,
  ): Promise<Settings> {
    const settings = await change((choose) => (stored, imports) => {
      const before = stored ?? open.settings;
      if (!before) throw new StorageFailure('storageUnavailable', { reason: 'noSettings' });
      return { ...before, activeImport: choose(before.activeImport, imports) };
    });
    await open.load();
    open.tabs.tell('deals');
    return settings;
  }

  return {
    open: (databaseName) => answering(async () => (await openSession(databaseName)).load()),

    saveSettings: (settings) =>
      onSession(async (open) => {
        await open.repository.saveSettings(settings);
        open.settings = settings;
        open.tabs.tell('settings');
        return null;
      }),
    savePlan: (plan) =>
      onSession(async (open) => {
        await open.repository.savePlan(plan);
        open.tabs.tell('plan');
        return null;
      }),

    inspect: (files, mapping, today, onProgress) =>
      importer.inspect(session, files, mapping, today, onProgress),
    importFiles: (files, mapping, settings, today, onProgress) =>
      importer.importFiles(session, files, mapping, settings, today, onProgress),
    importExample: (settings, today, onProgress) =>
      importer.importExample(session, settings, today, onProgress),
    cancelImport: () => Promise.resolve(importer.cancel()),

    removeImport: (importId) =>
      onSession((open) =>
        changeActive(open, (settle) =>
          open.repository.removeImport(
            importId,
            settle((active, left) => (active === importId ? (left[0]?.id ?? null) : active)),
          ),
        ),
      ),
    activateImport: (importId) =>
      onSession((open) =>
        changeActive(open, (settle) =>
          open.repository.changeSettings(
            settle((active, imports) =>
              importId === null || imports.some(({ id }) => id === importId) ? importId : active,
            ),
          ),
        ),
      ),

    async deals(query) {
      const known = session?.settings ? await session.knownDeals(session.settings) : null;
      if (!session || !known) return { total: 0, rows: [] };
      const locale = session.settings?.locale ?? 'en';
      if (table?.known !== known || table.locale !== locale) {
        table = { known, locale, deals: new DealTable(known.deals, locale) };
      }
      return table.deals.page(query, session.isExcluded);
    },
    async sourceCounts() {
      const known = session?.settings ? await session.knownDeals(session.settings) : null;
      return countSources(known?.deals ?? []);
    },
    setExcluded: (dealId, isExcluded) =>
      onSession(async (open) => {
        await open.repository.saveEdit({ dealId, isExcluded });
        open.applyEdit({ dealId, isExcluded });
        open.tabs.tell('deals');
        return null;
      }),

    forecast: (request, onProgress) => forecaster.forecast(session, request, onProgress),
    cancelForecast: () => Promise.resolve(forecaster.cancel()),

    explain: async (request) =>
      session && (await (await import('./explaining')).explain(session, forecaster, request)),

    async trackRecord(settings) {
      const kept = session && (await session.trackRecord());
      return session && kept?.key === replayKey(session, settings) ? (kept ?? null) : null;
    },
    replay: async (settings, onProgress) =>
      await (await loadReplayer()).replay(session, settings, onProgress),
    async cancelReplay() {
      if (replayer) (await replayer).cancel();
    },

    backup: () => onSession((open) => backUp(open, parts.now())),
    async restore(file) {
      const answer = await onSession((open) => restoreFrom(open, file));
      return answer.ok ? answer.value : answer;
    },
    eraseEverything: () =>
      onSession(async (open) => {
        await open.repository.erase();
        await open.load();
        open.tabs.tell('erased');
        return null;
      }),

    onOutsideChange: (callback) => {
      listeners.push(callback);
      return Promise.resolve();
    },
  };
}

type Choose = (active: string | null, imports: readonly ImportRecord[]) => string | null;
type Settle = (stored: Settings | null, imports: readonly ImportRecord[]) => Settings;
