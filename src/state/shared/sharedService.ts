import type { ForecastResult, SeedcastService, StoredWorkspace } from '../../worker/protocol';
import { bookWith } from '../../workspace/planBook';
import type { SharedForecast } from '../../workspace/sharedForecast';
import type { Settings } from '../../workspace/types';
import { historyOfModel } from './historyOfModel';

const STORED = Promise.resolve({ ok: true as const, value: null });
const CANCELLED = { ok: false as const, reason: 'cancelled' as const };
const nothingToDo = (): Promise<void> => Promise.resolve();

/**
 * The service as somebody else's forecast has it: forecasts and scenarios are of what was sent with the plan as it stands in the
 * copy, and nothing is ever stored. Whatever is not named here would touch what is on this device and is refused.
 *
 * @param settings what of the settings is not in a link: language and colours are the receiver's
 */
export function sharedService(
  service: SeedcastService,
  shared: SharedForecast,
  settings: Settings,
): SeedcastService {
  const history = shared.fitted && historyOfModel(shared.fitted);
  let cancel: ((answer: ForecastResult) => void) | null = null;

  const answered = (answer: ForecastResult): ForecastResult =>
    answer.ok ? { ok: true, value: { ...answer.value, history } } : answer;

  const own: Partial<SeedcastService> = {
    open: () => Promise.resolve({ ok: true, value: storedOf(shared, settings) }),
    saveSettings: () => STORED,
    savePlans: () => STORED,
    onOutsideChange: nothingToDo,

    preview: async ({ plan, paths }) => {
      const made = await service.forecastShared({ shared: { ...shared, plan }, paths });
      return made.ok ? { ok: true, value: made.value.forecast } : made;
    },
    forecast: async ({ plan, paths }) => {
      const cancelled = new Promise<ForecastResult>((resolve) => (cancel = resolve));
      const made = service.forecastShared({ shared: { ...shared, plan }, paths });
      return answered(await Promise.race([made, cancelled]));
    },
    cancelForecast: () => {
      cancel?.(CANCELLED);
      return Promise.resolve();
    },
    compareScenarios: (request, onProgress) =>
      service.compareScenarios({ ...request, of: { ...shared, plan: request.of.plan } }, onProgress),
    cancelScenarios: () => service.cancelScenarios(),
    extremes: (request) => service.extremes({ ...request, of: { ...shared, plan: request.of.plan } }),
    exportTable: (request) => service.exportTable(request),
    cancelExport: () => service.cancelExport(),

    // The sender's deals stay with the sender.
    explain: () => Promise.resolve(null),
    compareImports: () => Promise.resolve(null),
    trackRecord: () => Promise.resolve(null),
    cancelReplay: nothingToDo,
    cancelGoal: nothingToDo,
    cancelImport: nothingToDo,
  };
  return new Proxy(own, {
    get: (named, name): unknown =>
      Reflect.get(named, name) ??
      (() => Promise.reject(new Error(`${String(name)}: not in a forecast of somebody else`))),
  }) as SeedcastService;
}

function storedOf(shared: SharedForecast, settings: Settings): StoredWorkspace {
  const { plan, planName, scenarios } = shared;
  const book = bookWith(plan);
  const plans = book.plans.map((named) => ({ ...named, name: planName }));
  return { settings, plans: { ...book, plans, scenarios }, imports: [], edits: [] };
}
