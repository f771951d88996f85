import { defaultPlan, type Day, type Plan } from '../engine';
import type { SeedcastService, StorageProblem } from '../worker/protocol';
import { defaultSettings } from '../workspace/defaultSettings';
import type { ImportRecord, Settings } from '../workspace/types';
import { Autosave } from './autosave';
import { guessCurrency } from './guessCurrency';
import { answerOrStopped, serviceStopped } from './serviceStopped';
import { preferredLocale, setLocale } from '../i18n/locale.svelte';
import { defaultStageNames } from '../i18n/stageNames';
import { todayAsDay } from './today';

/** What a change touches: a forecast is made anew only where the numbers depend on it. */
export type WorkspaceChange = 'numbers' | 'looks';

/** Settings that change a forecast; the others (theme, targets, language) only change what is shown of it. */
const NUMERIC_SETTINGS = [
  'currency',
  'fiscalYearStart',
  'sourceKinds',
  'activeImport',
  'hasStarted',
] as const;

/** The user's settings, plan and imports: loaded once, changed by the screens, saved by themselves. */
export class Workspace {
  readonly service: SeedcastService;
  readonly #databaseName: string;
  readonly #listeners: ((change: WorkspaceChange) => void)[] = [];
  #savesSettings: Autosave<Settings> | null = null;
  #savesPlan: Autosave<Plan> | null = null;

  #phase = $state<'opening' | 'ready' | 'failed'>('opening');
  #problem = $state.raw<StorageProblem | null>(null);
  #settings = $state.raw<Settings>(
    defaultSettings(preferredLocale(navigator.languages), guessCurrency(navigator.languages)),
  );
  #plan = $state.raw<Plan>(defaultPlan(guessCurrency(navigator.languages)));
  #imports = $state.raw<readonly ImportRecord[]>([]);

  constructor(service: SeedcastService, databaseName: string) {
    this.service = service;
    this.#databaseName = databaseName;
  }

  get phase() {
    return this.#phase;
  }
  /** Why the last load or save failed. */
  get problem(): StorageProblem | null {
    return this.#problem;
  }
  get settings(): Settings {
    return this.#settings;
  }
  get plan(): Plan {
    return this.#plan;
  }
  /** Newest first. */
  get imports(): readonly ImportRecord[] {
    return this.#imports;
  }
  get activeImport(): ImportRecord | null {
    return this.#imports.find((record) => record.id === this.#settings.activeImport) ?? null;
  }
  get today(): Day {
    return todayAsDay(new Date());
  }

  onChange(listener: (change: WorkspaceChange) => void): void {
    this.#listeners.push(listener);
  }

  /** Reads what is stored; only then do changes begin to be saved. */
  async open(): Promise<void> {
    await this.#load();
    if (this.#phase === 'failed') return;
    this.#savesSettings = new Autosave((value) => this.#store(() => this.service.saveSettings(value)));
    this.#savesPlan = new Autosave((value) => this.#store(() => this.service.savePlan(value)));
    try {
      await this.service.onOutsideChange((what) => void this.#onOutsideChange(what));
    } catch (error) {
      this.#problem = serviceStopped(error);
    }
  }

  changeSettings(patch: Partial<Settings>): void {
    const before = this.#settings;
    this.#settings = { ...before, ...patch };
    this.#applyLooks();
    this.#savesSettings?.schedule(this.#settings);
    this.#announce(NUMERIC_SETTINGS.some((key) => before[key] !== this.#settings[key]) ? 'numbers' : 'looks');
  }

  changePlan(plan: Plan): void {
    this.#plan = plan;
    this.#savesPlan?.schedule(plan);
    this.#announce('numbers');
  }

  /** Stores what is still waiting: before a reload, an import or a backup. */
  async flush(): Promise<void> {
    await Promise.all([this.#savesSettings?.flush(), this.#savesPlan?.flush()]);
  }

  /** Takes over what the service has just stored (after an import, a removal, a restore). */
  async reload(): Promise<void> {
    this.#savesSettings?.drop();
    this.#savesPlan?.drop();
    await this.#load();
    this.#announce('numbers');
  }

  async #load(): Promise<void> {
    const opened = await answerOrStopped(() => this.service.open(this.#databaseName));
    if (!opened.ok) {
      this.#problem = opened.problem;
      this.#phase = 'failed';
      // What went wrong is told in the user's language, as far as it is known.
      this.#applyLooks();
      return;
    }
    const { settings, plan, imports } = opened.value;
    const languages = navigator.languages;
    this.#settings = settings ?? defaultSettings(preferredLocale(languages), guessCurrency(languages));
    // First, so that the default stages are named in the user's language.
    this.#applyLooks();
    this.#plan = plan ?? defaultPlan(this.#settings.currency, defaultStageNames());
    this.#imports = imports;
    this.#problem = null;
    this.#phase = 'ready';
  }

  async #store(save: () => ReturnType<SeedcastService['saveSettings']>): Promise<void> {
    const saved = await answerOrStopped(save);
    this.#problem = saved.ok ? null : saved.problem;
  }

  async #onOutsideChange(
    what: Parameters<Parameters<SeedcastService['onOutsideChange']>[0]>[0],
  ): Promise<void> {
    if (what === 'newerSchema') this.#problem = { code: 'newerSchema', params: {} };
    else await this.reload();
  }

  #applyLooks(): void {
    setLocale(this.#settings.locale, navigator.languages);
    document.documentElement.dataset.theme = this.#settings.theme;
  }

  #announce(change: WorkspaceChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
