import { loadPart } from '../storage/loadPart';
import { createAnalyses } from './analyses';
import { answering } from './answers';
import { Forecaster } from './forecasting';
import type { Importer } from './importer';
import { onDemand } from './onDemand';
import type { ServiceParts } from './parts';
import type { SeedcastService } from './protocol';
import { replayKey } from './replayKey';
import { WorkspaceDoor } from './workspaceDoor';

/** By then the screen has its answer, and whatever is loaded next takes nothing from it. */
const SHOWN_AFTER_MILLISECONDS = 1_000;

/** Everything off the main thread behind one interface. The worker and the inline twin differ only in `parts`. */
export function createService(parts: ServiceParts): SeedcastService {
  const forecaster = new Forecaster(parts);
  let deskCalls = 0;
  /** Of what the replay waits for: imports, and what screens ask for. */
  let underWay = 0;
  const door = new WorkspaceDoor(parts);

  // What the first forecast does not need is loaded when first asked for. Calls are carried out in the order they came.
  const importer = onDemand(async () => new (await import('./importer')).Importer(parts));
  const replayer = onDemand(async () => {
    const { Replayer } = await import('./replaying');
    // The replay gives way to whoever scrolls through deals, to imports and to analyses, as it does to forecasts: these pause often,
    // and with 100,000 deals each pause would be one more month end of a second.
    return new Replayer({
      get isBusy() {
        return forecaster.isBusy || underWay > 0;
      },
      get asked() {
        return forecaster.asked + deskCalls;
      },
    });
  });
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
  async function busily<T>(run: () => Promise<T>): Promise<T> {
    underWay += 1;
    try {
      return await run();
    } finally {
      underWay -= 1;
    }
  }
  function importing<T>(run: (loaded: Importer) => Promise<T>): Promise<T> {
    // The replay waits for an import, and must not hold memory meanwhile.
    replayer.made?.then(
      (made) => made.letGo(),
      () => undefined,
    );
    return busily(async () => await run(await importer.load()));
  }
  const loadKeeping = () => loadPart(() => import('./keeping'));
  const loadJoining = () => loadPart(() => import('./joiningBackup'));
  const loadEditing = () => loadPart(() => import('./dealEditing'));

  /** Once what was asked for is on screen: the first change is then stored without waiting for the part that stores. */
  function prepareToWriteSoon(): void {
    setTimeout(() => {
      // Where it can't be loaded, the write itself says so.
      door.repository?.prepareToWrite().catch(() => undefined);
    }, SHOWN_AFTER_MILLISECONDS);
  }

  return {
    open: (databaseName) =>
      answering(async () => {
        const stored = await (await door.open(databaseName)).load();
        // Else a forecast is asked for next.
        if (!stored.settings?.hasStarted) prepareToWriteSoon();
        return stored;
      }),

    saveSettings: (settings) =>
      door.run(async (open) => {
        await open.repository.saveSettings(settings);
        open.settings = settings;
        open.tabs.tell('settings');
        return null;
      }),
    savePlans: (plans) =>
      door.run(async (open) => {
        await open.repository.savePlans(plans);
        open.tabs.tell('plan');
        return null;
      }),
    recover: (note) =>
      door.run(async (open) => {
        await (await loadKeeping()).recover(open, note);
        return null;
      }),

    inspect: (files, mapping, today, onProgress) =>
      importing((loaded) => loaded.inspect(door.session, files, mapping, today, onProgress)),
    importFiles: (files, mapping, settings, today, onProgress) =>
      importing((loaded) => loaded.importFiles(door.session, files, mapping, settings, today, onProgress)),
    importExample: (settings, today, onProgress) =>
      importing((loaded) => loaded.importExample(door.session, settings, today, onProgress)),
    async cancelImport() {
      (await importer.made)?.cancel();
    },

    removeImport: (importId) => door.run((open) => door.removeImport(open, importId)),
    binImport: (importId) =>
      door.run(async (open) =>
        (await bin.load()).remove(open, importId, () => door.removeImport(open, importId)),
      ),
    putImportBack: () =>
      door.run(async (open) => (await bin.load()).putBack(open, (store) => door.changeActive(open, store))),
    activateImport: (importId) =>
      door.run((open) =>
        door.changeActive(open, (settle) =>
          open.repository.changeSettings(
            settle((active, imports) =>
              importId === null || imports.some(({ id }) => id === importId) ? importId : active,
            ),
          ),
        ),
      ),

    deals: async (query) => await (await loadDealDesk()).page(door.session, query, true),
    dealFacets: async () => await (await loadDealDesk()).facets(door.session),
    dealDetails: async (dealId) => await (await loadDealDesk()).details(door.session, dealId),
    dealReasons: async (dealId, settings) =>
      await (await loadDealDesk()).reasons(door.session, dealId, settings),
    sourceCounts: async () => await (await loadDealDesk()).sources(door.session),
    saveEdit: (edit) => door.run(async (open) => (await loadEditing()).saveEdit(open, edit)),
    setExcluded: (dealId, isExcluded) =>
      door.run(async (open) => (await loadEditing()).setExcluded(open, dealId, isExcluded)),
    setLeaveOut: (importId, leaveOut) =>
      door.run(async (open) => (await loadEditing()).setLeaveOut(open, importId, leaveOut)),
    keptFiles: async (importId) => {
      const files = await door.run((open) => open.repository.readFiles(importId));
      return files.ok ? files.value : [];
    },

    exportDeals: (request, onProgress) =>
      door.run(async (open) => (await loadPart(() => exporter.load())).deals(open, request, onProgress)),
    exportTable: async (request) => await (await exporter.load()).table(request),
    async cancelExport() {
      (await exporter.made)?.cancel();
    },

    async forecast(request, onProgress) {
      const isFirst = forecaster.asked === 0;
      const result = await forecaster.forecast(door.session, request, onProgress);
      if (isFirst) prepareToWriteSoon();
      return result;
    },
    preview: (request) => forecaster.preview(door.session, request),
    cancelForecast: () => Promise.resolve(forecaster.cancel()),

    explain: async (request) =>
      door.session && (await (await import('./explaining')).explain(door.session, forecaster, request)),

    compareImports: async (request) =>
      door.session && (await (await comparer.load()).compare(door.session, request)),

    async trackRecord(settings) {
      const { session } = door;
      const kept = session && (await session.trackRecord());
      return session && kept?.key === replayKey(session, settings) ? (kept ?? null) : null;
    },
    replay: async (settings, onProgress) =>
      await (await replayer.load()).replay(door.session, settings, onProgress),
    async cancelReplay() {
      (await replayer.made)?.cancel();
    },

    ...createAnalyses(forecaster, door, busily),

    backup: (passphrase = null) =>
      door.answered(async (open) => (await loadKeeping()).backUp(open, parts.now(), passphrase)),
    restore: (file, passphrase = null) =>
      door.answered(async (open) => (await loadKeeping()).restoreFrom(open, file, passphrase)),
    inspectBackup: (file, passphrase) =>
      door.answered(async (open) => (await loadJoining()).inspectBackup(open, file, passphrase)),
    joinBackup: (file, passphrase, planName) =>
      door.answered(async (open) => (await loadJoining()).joinBackup(open, file, passphrase, planName)),
    eraseEverything: () =>
      door.run(async (open) => {
        await open.repository.erase();
        await open.load();
        open.tabs.tell('erased');
        return null;
      }),

    onOutsideChange: (callback) => {
      door.listen(callback);
      return Promise.resolve();
    },
  };
}
