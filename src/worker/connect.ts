import { proxy, wrap } from 'comlink';
import { takeWorker } from './firstWorker';
import type { OutsideChange } from './tabs';
import type { SeedcastService } from './protocol';
import type { WorkerDoor } from './worker';

/** The worker ended before it could answer: out of memory, or its file could not be loaded. The next call starts a new one. */
export class WorkerCrash extends Error {
  constructor(reason: string) {
    super(`The background worker stopped${reason === '' ? '' : `: ${reason}`}`);
    this.name = 'WorkerCrash';
  }
}

interface Line {
  remote: WorkerDoor;
  /** Never resolves; rejects when the worker crashes. */
  crash: Promise<never>;
}

/**
 * Starts the worker and returns the service it offers. Rejected calls mean a crash (`WorkerCrash`) or a fault in the
 * program; all that can be expected to go wrong comes as an answer. After a crash the next call starts a new worker,
 * which opens the same workspace and hears the same listeners.
 */
export function connect(): SeedcastService {
  const listeners: ((what: OutsideChange) => void)[] = [];
  let databaseName: string | null = null;
  let line: Promise<Line> | null = null;
  /** The line once it stands. */
  let standing: Line | null = null;

  async function startLine(): Promise<Line> {
    // As it is now: a name that comes while the line is made is opened by the call that brings it.
    const openedBefore = databaseName;
    const worker = takeWorker();
    const crash = new Promise<never>((_, reject) => {
      const end = (reason: string): void => {
        worker.terminate();
        line = null;
        standing = null;
        reject(new WorkerCrash(reason));
      };
      worker.onerror = (event) => end(event.message ?? '');
      worker.onmessageerror = () => end('unreadable message');
    });
    // Whoever waits hears of it by `race`; with nobody waiting it is no unhandled rejection.
    crash.catch(() => undefined);
    // Every method answers by promise on either side, so the far end has the same type as the near one; Comlink's own
    // type for it takes answers that are one of several shapes apart.
    const remote = wrap(worker) as unknown as WorkerDoor;
    const prepare = async (): Promise<void> => {
      await remote.setPageBase(new URL(import.meta.env.BASE_URL, location.href).href);
      for (const listener of listeners) await remote.onOutsideChange(proxy(listener));
      if (openedBefore !== null) await remote.open(openedBefore);
    };
    await Promise.race([prepare(), crash]);
    return { remote, crash };
  }

  /** On a line that stands the message goes out at once: while a slider moves, before the page draws what moved. */
  async function call<T>(run: (remote: WorkerDoor) => Promise<T>): Promise<T> {
    const { remote, crash } = standing ?? (await waitForLine());
    return await Promise.race([run(remote), crash]);
  }

  async function waitForLine(): Promise<Line> {
    line ??= startLine();
    const starting = line;
    try {
      const started = await starting;
      if (line === starting) standing = started;
      return started;
    } catch (error) {
      if (line === starting) line = null;
      throw error;
    }
  }

  const withProgress = <Report extends (...report: never[]) => void>(onProgress: Report | undefined) =>
    onProgress ? ([proxy(onProgress)] as const) : ([] as const);

  return {
    open: (name) => {
      const isNew = databaseName !== name;
      // A line that is started from here on need not open it twice.
      const answer = call((remote) => remote.open(name));
      if (isNew) databaseName = name;
      return answer;
    },
    saveSettings: (settings) => call((remote) => remote.saveSettings(settings)),
    savePlans: (plans) => call((remote) => remote.savePlans(plans)),
    recover: (note) => call((remote) => remote.recover(note)),
    inspect: (files, mapping, today, onProgress) =>
      call((remote) => remote.inspect(files, mapping, today, ...withProgress(onProgress))),
    importFiles: (files, mapping, settings, today, onProgress) =>
      call((remote) => remote.importFiles(files, mapping, settings, today, ...withProgress(onProgress))),
    importExample: (settings, today, onProgress) =>
      call((remote) => remote.importExample(settings, today, ...withProgress(onProgress))),
    cancelImport: () => call((remote) => remote.cancelImport()),
    removeImport: (importId) => call((remote) => remote.removeImport(importId)),
    binImport: (importId) => call((remote) => remote.binImport(importId)),
    putImportBack: () => call((remote) => remote.putImportBack()),
    activateImport: (importId) => call((remote) => remote.activateImport(importId)),
    exportDeals: (request, onProgress) =>
      call((remote) => remote.exportDeals(request, ...withProgress(onProgress))),
    exportTable: (request) => call((remote) => remote.exportTable(request)),
    cancelExport: () => call((remote) => remote.cancelExport()),
    deals: (query) => call((remote) => remote.deals(query)),
    dealFacets: () => call((remote) => remote.dealFacets()),
    dealDetails: (dealId) => call((remote) => remote.dealDetails(dealId)),
    dealReasons: (dealId, settings) => call((remote) => remote.dealReasons(dealId, settings)),
    sourceCounts: () => call((remote) => remote.sourceCounts()),
    saveEdit: (edit) => call((remote) => remote.saveEdit(edit)),
    setLeaveOut: (importId, leaveOut) => call((remote) => remote.setLeaveOut(importId, leaveOut)),
    keptFiles: (importId) => call((remote) => remote.keptFiles(importId)),
    setExcluded: (dealId, isExcluded) => call((remote) => remote.setExcluded(dealId, isExcluded)),
    forecast: (request, onProgress) =>
      call((remote) => remote.forecast(request, ...withProgress(onProgress))),
    preview: (request) => call((remote) => remote.preview(request)),
    cancelForecast: () => call((remote) => remote.cancelForecast()),
    explain: (request) => call((remote) => remote.explain(request)),
    compareImports: (request) => call((remote) => remote.compareImports(request)),
    trackRecord: (settings) => call((remote) => remote.trackRecord(settings)),
    replay: (settings, onProgress) => call((remote) => remote.replay(settings, ...withProgress(onProgress))),
    cancelReplay: () => call((remote) => remote.cancelReplay()),
    seekGoal: (request, onProgress) =>
      call((remote) => remote.seekGoal(request, ...withProgress(onProgress))),
    cancelGoal: () => call((remote) => remote.cancelGoal()),
    diagnose: (request) => call((remote) => remote.diagnose(request)),
    bridge: (question) => call((remote) => remote.bridge(question)),
    budget: (question, onProgress) => call((remote) => remote.budget(question, ...withProgress(onProgress))),
    cancelBudget: () => call((remote) => remote.cancelBudget()),
    team: (request) => call((remote) => remote.team(request)),
    myList: (request) => call((remote) => remote.myList(request)),
    checkScores: (settings, onProgress) =>
      call((remote) => remote.checkScores(settings, ...withProgress(onProgress))),
    cancelScoreCheck: () => call((remote) => remote.cancelScoreCheck()),
    weighAssumptions: (request) => call((remote) => remote.weighAssumptions(request)),
    compareScenarios: (request, onProgress) =>
      call((remote) => remote.compareScenarios(request, ...withProgress(onProgress))),
    cancelScenarios: () => call((remote) => remote.cancelScenarios()),
    extremes: (request) => call((remote) => remote.extremes(request)),
    share: (request) => call((remote) => remote.share(request)),
    openShared: (from, passphrase) => call((remote) => remote.openShared(from, passphrase)),
    forecastShared: (request) => call((remote) => remote.forecastShared(request)),
    backup: (passphrase) => call((remote) => remote.backup(passphrase)),
    restore: (file, passphrase) => call((remote) => remote.restore(file, passphrase)),
    inspectBackup: (file, passphrase) => call((remote) => remote.inspectBackup(file, passphrase)),
    joinBackup: (file, passphrase, planName) =>
      call((remote) => remote.joinBackup(file, passphrase, planName)),
    eraseEverything: () => call((remote) => remote.eraseEverything()),
    onOutsideChange: async (callback) => {
      await call((remote) => remote.onOutsideChange(proxy(callback)));
      listeners.push(callback);
    },
  };
}
