import { loadPart } from '../storage/loadPart';
import { StorageFailure } from '../storage/problem';
import type { ImportRecord, Settings } from '../workspace/types';
import { answering, notOpenProblem } from './answers';
import { Forecaster } from './forecasting';
import type { Importer } from './importer';
import { onDemand } from './onDemand';
import type { ServiceParts } from './parts';
import type { SeedcastService, StorageResult } from './protocol';
import { replayKey } from './replayKey';
import type { ScenarioDesk } from './scenarios';
import { Session } from './session';
import type { OutsideChange } from './tabs';

/** By then the screen has its answer, and whatever is loaded next takes nothing from it. */
const SHOWN_AFTER_MILLISECONDS = 1_000;

/** Everything off the main thread behind one interface. The worker and the inline twin differ only in `parts`. */
export function createService(parts: ServiceParts): SeedcastService {
  const forecaster = new Forecaster(parts);
  let deskCalls = 0;
  let importsUnderWay = 0;
  let comparisonsUnderWay = 0;
  const listeners: ((what: OutsideChange) => void)[] = [];
  let session: Session | null = null;

  const tellListeners = (what: OutsideChange): void => listeners.forEach((listener) => listener(what));

  // What the first forecast does not need is loaded when first asked for. Calls are carried out in the order they came.
  const importer = onDemand(async () => new (await import('./importer')).Importer(parts));
  const replayer = onDemand(async () => {
    const { Replayer } = await import('./replaying');
    // The replay gives way to whoever scrolls through deals, to imports and to scenarios, as it does to forecasts: these pause often,
    // and with 100,000 deals each pause would be one more month end of a second.
    return new Replayer({
      get isBusy() {
        return forecaster.isBusy || importsUnderWay + comparisonsUnderWay > 0;
      },
      get asked() {
        return forecaster.asked + deskCalls;
      },
    });
  });
  const seeker = onDemand(async () => new (await import('./seeking')).Seeker(forecaster));
  const scenarioDesk = onDemand(async () => new (await import('./scenarios')).ScenarioDesk(forecaster));
  const budgeter = onDemand(async () => new (await import('./budgeting')).Budgeter(forecaster));
  const teamDesk = onDemand(async () => new (await import('./teamDesk')).TeamDesk(forecaster));
  const diagnoser = onDemand(async () => new (await import('./diagnosing')).Diagnoser(forecaster));
  const sharer = onDemand(async () => new (await import('./sharing')).Sharer(forecaster));
  const dealDesk = onDemand(async () => new (await import('./dealDesk')).DealDesk(forecaster));
  const comparer = onDemand(async () => new (await import('./comparing')).Comparer(forecaster));
  const exporter = onDemand(async () => {
    const [{ Exporter }, desk] = await Promise.all([import('./exporting'), dealDesk.load()]);
    return new Exporter(desk);
  });
  const bin = onDemand(async () => new (await loadPart(() => import('./importBin'))).ImportBin());
  const loadDealDesk = () => {
    deskCalls += 1;
    return dealDesk.load();
  };
  async function importing<T>(run: (loaded: Importer) => Promise<T>): Promise<T> {
    importsUnderWay += 1;
    // The replay waits for an import, and must not hold memory meanwhile.
    replayer.made?.then(
      (made) => made.letGo(),
      () => undefined,
    );
    try {
      return await run(await importer.load());
    } finally {
      importsUnderWay -= 1;
    }
  }
  async function onScenarios<T>(run: (loaded: ScenarioDesk) => Promise<T>): Promise<T> {
    comparisonsUnderWay += 1;
    try {
      return await run(await scenarioDesk.load());
    } finally {
      comparisonsUnderWay -= 1;
    }
  }
  const loadKeeping = () => loadPart(() => import('./keeping'));
  const loadJoining = () => loadPart(() => import('./joiningBackup'));
  const loadEditing = () => loadPart(() => import('./dealEditing'));

  /** Once what was asked for is on screen: the first change is then stored without waiting for the part that stores. */
  function prepareToWriteSoon(): void {
    setTimeout(() => {
      // Where it can't be loaded, the write itself says so.
      session?.repository.prepareToWrite().catch(() => undefined);
    }, SHOWN_AFTER_MILLISECONDS);
  }

  async function openSession(databaseName: string): Promise<Session> {
    if (session?.databaseName === databaseName) return session;
    session?.close();
    session = null;
    const repository = await parts.openRepository(databaseName, () => tellListeners('newerSchema'));
    const opened = new Session(databaseName, repository, parts.joinTabs(databaseName));
    opened.tabs.listen((what) => {
      // What says something else leaves the deals as they were, and to read many of them takes a while.
      if (what === 'deals' || what === 'erased') opened.forgetDeals();
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

  /** The same of what answers by itself. */
  async function answered<T>(run: (open: Session) => Promise<StorageResult<T>>): Promise<StorageResult<T>> {
    const answer = await onSession(run);
    return answer.ok ? answer.value : answer;
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

  function removeImport(open: Session, importId: string): Promise<Settings> {
    return changeActive(open, (settle) =>
      open.repository.removeImport(
        importId,
        settle((active, left) => (active === importId ? (left[0]?.id ?? null) : active)),
      ),
    );
  }

  return {
    open: (databaseName) =>
      answering(async () => {
        const stored = await (await openSession(databaseName)).load();
        // Else a forecast is asked for next.
        if (!stored.settings?.hasStarted) prepareToWriteSoon();
        return stored;
      }),

    saveSettings: (settings) =>
      onSession(async (open) => {
        await open.repository.saveSettings(settings);
        open.settings = settings;
        open.tabs.tell('settings');
        return null;
      }),
    savePlans: (plans) =>
      onSession(async (open) => {
        await open.repository.savePlans(plans);
        open.tabs.tell('plan');
        return null;
      }),
    recover: (note) =>
      onSession(async (open) => {
        await (await loadKeeping()).recover(open, note);
        return null;
      }),

    inspect: (files, mapping, today, onProgress) =>
      importing((loaded) => loaded.inspect(session, files, mapping, today, onProgress)),
    importFiles: (files, mapping, settings, today, onProgress) =>
      importing((loaded) => loaded.importFiles(session, files, mapping, settings, today, onProgress)),
    importExample: (settings, today, onProgress) =>
      importing((loaded) => loaded.importExample(session, settings, today, onProgress)),
    async cancelImport() {
      (await importer.made)?.cancel();
    },

    removeImport: (importId) => onSession((open) => removeImport(open, importId)),
    binImport: (importId) =>
      onSession(async (open) =>
        (await bin.load()).remove(open, importId, () => removeImport(open, importId)),
      ),
    putImportBack: () =>
      onSession(async (open) => (await bin.load()).putBack(open, (store) => changeActive(open, store))),
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

    deals: async (query) => await (await loadDealDesk()).page(session, query, true),
    dealFacets: async () => await (await loadDealDesk()).facets(session),
    dealDetails: async (dealId) => await (await loadDealDesk()).details(session, dealId),
    dealReasons: async (dealId, settings) => await (await loadDealDesk()).reasons(session, dealId, settings),
    sourceCounts: async () => await (await loadDealDesk()).sources(session),
    saveEdit: (edit) => onSession(async (open) => (await loadEditing()).saveEdit(open, edit)),
    setExcluded: (dealId, isExcluded) =>
      onSession(async (open) => (await loadEditing()).setExcluded(open, dealId, isExcluded)),
    setLeaveOut: (importId, leaveOut) =>
      onSession(async (open) => (await loadEditing()).setLeaveOut(open, importId, leaveOut)),
    keptFiles: async (importId) => {
      const files = await onSession((open) => open.repository.readFiles(importId));
      return files.ok ? files.value : [];
    },

    exportDeals: (request, onProgress) =>
      onSession(async (open) => (await loadPart(() => exporter.load())).deals(open, request, onProgress)),
    exportTable: async (request) => await (await exporter.load()).table(request),
    async cancelExport() {
      (await exporter.made)?.cancel();
    },

    async forecast(request, onProgress) {
      const isFirst = forecaster.asked === 0;
      const result = await forecaster.forecast(session, request, onProgress);
      if (isFirst) prepareToWriteSoon();
      return result;
    },
    preview: (request) => forecaster.preview(session, request),
    cancelForecast: () => Promise.resolve(forecaster.cancel()),

    explain: async (request) =>
      session && (await (await import('./explaining')).explain(session, forecaster, request)),

    compareImports: async (request) => session && (await (await comparer.load()).compare(session, request)),

    async trackRecord(settings) {
      const kept = session && (await session.trackRecord());
      return session && kept?.key === replayKey(session, settings) ? (kept ?? null) : null;
    },
    replay: async (settings, onProgress) =>
      await (await replayer.load()).replay(session, settings, onProgress),
    async cancelReplay() {
      (await replayer.made)?.cancel();
    },

    seekGoal: async (request, onProgress) => await (await seeker.load()).seek(session, request, onProgress),
    async cancelGoal() {
      (await seeker.made)?.cancel();
    },
    weighAssumptions: async (request) => await (await seeker.load()).weigh(session, request),

    diagnose: async (request) => await (await diagnoser.load()).diagnose(session, request),
    bridge: async (question) => await (await diagnoser.load()).bridge(session, question),

    async budget(question, onProgress) {
      comparisonsUnderWay += 1;
      try {
        return await (await budgeter.load()).budget(session, question, onProgress);
      } finally {
        comparisonsUnderWay -= 1;
      }
    },
    async cancelBudget() {
      (await budgeter.made)?.cancel();
    },

    team: async (request) => await (await teamDesk.load()).team(session, request),
    myList: async (request) => await (await teamDesk.load()).list(session, request),
    checkScores: async (settings, onProgress) =>
      await (await teamDesk.load()).checkScores(session, settings, onProgress),
    async cancelScoreCheck() {
      (await teamDesk.made)?.cancel();
    },

    compareScenarios: (request, onProgress) =>
      onScenarios((loaded) => loaded.compare(session, request, onProgress)),
    async cancelScenarios() {
      (await scenarioDesk.made)?.cancel();
    },
    extremes: (request) => onScenarios((loaded) => loaded.extremes(session, request)),

    share: async (request) => await (await sharer.load()).share(session, request),
    openShared: async (from, passphrase) => await (await sharer.load()).open(from, passphrase),
    forecastShared: async (request) => await (await sharer.load()).forecast(request),

    backup: (passphrase = null) =>
      answered(async (open) => (await loadKeeping()).backUp(open, parts.now(), passphrase)),
    restore: (file, passphrase = null) =>
      answered(async (open) => (await loadKeeping()).restoreFrom(open, file, passphrase)),
    inspectBackup: (file, passphrase) =>
      answered(async (open) => (await loadJoining()).inspectBackup(open, file, passphrase)),
    joinBackup: (file, passphrase, planName) =>
      answered(async (open) => (await loadJoining()).joinBackup(open, file, passphrase, planName)),
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
