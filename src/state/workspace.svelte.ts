import { defaultPlan, type Day, type Plan } from '../engine';
import type { SeedcastService, StorageProblem } from '../worker/protocol';
import { defaultSettings } from '../workspace/defaultSettings';
import { activePlanOf, bookWith, withActivePlan } from '../workspace/planBook';
import type { ImportRecord, PlanBook, Settings } from '../workspace/types';
import { Autosave } from './autosave';
import { guessCurrency } from './guessCurrency';
import { isSame } from './isSame';
import type { PlanStep } from './plan/planStep';
import { answerOrStopped, serviceStopped } from './serviceStopped';
import { preferredLocale, setLocale } from '../i18n/locale.svelte';
import { defaultStageNames } from '../i18n/stageNames';
import { todayAsDay } from './today';
import { forgetNote, leaveNote, readNote } from './unsavedNote';

/**
 * What a change touches: a forecast is made anew only where the numbers depend on it. `moving`: so do they, and more changes are
 * about to follow (see `beginMove`); `rested`: no more will follow.
 */
export type WorkspaceChange = 'numbers' | 'moving' | 'rested' | 'looks';

/** Settings that change a forecast; the others (theme, targets, language) only change what is shown of it. */
const NUMERIC_SETTINGS = [
  'currency',
  'fiscalYearStart',
  'sourceKinds',
  'rates',
  'activeImport',
  'hasStarted',
] as const;

/** Hears of every change of the plans: changed here (`step`: as was said to be done) or replaced by what was stored elsewhere. */
type PlansListener = (before: PlanBook, from: 'here' | 'elsewhere', step?: PlanStep) => void;

/** The user's settings, plans and imports: loaded once, changed by the screens, saved by themselves. */
export class Workspace {
  readonly service: SeedcastService;
  readonly #databaseName: string;
  readonly #listeners: ((change: WorkspaceChange) => void)[] = [];
  #savesSettings: Autosave<Settings> | null = null;
  readonly #plansListeners: PlansListener[] = [];
  #savesPlans: Autosave<PlanBook> | null = null;

  #phase = $state<'opening' | 'ready' | 'failed'>('opening');
  #problem = $state.raw<StorageProblem | null>(null);
  #settings = $state.raw<Settings>(
    defaultSettings(preferredLocale(navigator.languages), guessCurrency(navigator.languages)),
  );
  #plans = $state.raw<PlanBook>(bookWith(defaultPlan(guessCurrency(navigator.languages))));
  #imports = $state.raw<readonly ImportRecord[]>([]);
  #revision = $state(0);
  #isMoving = false;
  #isClosing = false;

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
  /** All plans. */
  get plans(): PlanBook {
    return this.#plans;
  }
  /** The active one: it is forecast and edited. */
  get plan(): Plan {
    return activePlanOf(this.#plans).plan;
  }
  /** Newest first. */
  get imports(): readonly ImportRecord[] {
    return this.#imports;
  }
  get activeImport(): ImportRecord | null {
    return this.#imports.find((record) => record.id === this.#settings.activeImport) ?? null;
  }
  /** Rises with every change of the numbers: tells which state a forecast is of. */
  get revision(): number {
    return this.#revision;
  }
  get today(): Day {
    return todayAsDay(new Date());
  }

  onChange(listener: (change: WorkspaceChange) => void): void {
    this.#listeners.push(listener);
  }

  onPlansChange(listener: PlansListener): void {
    this.#plansListeners.push(listener);
  }

  /** Reads what is stored; only then do changes begin to be saved. */
  async open(): Promise<void> {
    await this.#load();
    if (this.#phase === 'failed') return;
    await this.#recover();
    this.#savesSettings = new Autosave((value) => this.#store(() => this.service.saveSettings(value)));
    this.#savesPlans = new Autosave((value) => this.#store(() => this.service.savePlans(value)));
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

  /** Changes the active plan. What was done, for undo, is seen by comparing (`stepBetween`) unless `step` says it better. */
  changePlan(plan: Plan, step?: PlanStep): void {
    this.changePlans(withActivePlan(this.#plans, plan), step);
  }

  changePlans(plans: PlanBook, step?: PlanStep): void {
    const before = this.#plans;
    const planBefore = this.plan;
    this.#plans = plans;
    this.#savesPlans?.schedule(plans);
    for (const listener of this.#plansListeners) listener(before, 'here', step);
    // A copy is the same plan under another name.
    if (this.plan === planBefore) this.#announce('looks');
    else this.#announce(this.#isMoving ? 'moving' : 'numbers');
  }

  /**
   * A hand has taken hold of something, such as a slider or a bar of a chart: until `endMove` changes of the plan are forecast as
   * previews and undone together.
   */
  beginMove(): void {
    this.#isMoving = true;
  }

  get isMoving(): boolean {
    return this.#isMoving;
  }

  endMove(): void {
    if (!this.#isMoving) return;
    this.#isMoving = false;
    this.#announce('rested');
  }

  /** Stores what is still waiting: before a reload, an import or a backup. */
  async flush(): Promise<void> {
    await Promise.all([this.#savesSettings?.flush(), this.#savesPlans?.flush()]);
  }

  /**
   * The page may be closed at any moment from now: stores what is still waiting and, as the worker may not live to do it, leaves a
   * note of it for the next page.
   */
  async flushBeforeClosing(): Promise<void> {
    this.#isClosing = true;
    this.#leaveNote();
    await this.flush();
    this.#isClosing = false;
    this.#leaveNote();
  }

  /** Takes over what the service has just stored (after an import, a removal, a restore). */
  async reload(): Promise<void> {
    this.#savesSettings?.drop();
    this.#savesPlans?.drop();
    await this.#load();
    this.#announce('numbers');
  }

  #leaveNote(): void {
    leaveNote(this.#databaseName, {
      settings: this.#savesSettings?.unsaved ?? null,
      plan: this.#savesPlans?.unsaved ?? null,
    });
  }

  /** Stores what a page that was closed could not, and reads it. */
  async #recover(): Promise<void> {
    const note = readNote(this.#databaseName);
    if (note === null) return;
    const recovered = await answerOrStopped(() => this.service.recover(note));
    if (recovered.ok) forgetNote(this.#databaseName);
    await this.#load();
  }

  async #load(): Promise<void> {
    const opened = await answerOrStopped(() => this.service.open(this.#databaseName));
    if (!opened.ok) {
      [this.#problem, this.#phase] = [opened.problem, 'failed'];
      // What went wrong is told in the user's language, as far as it is known.
      this.#applyLooks();
      return;
    }
    const { settings, plans, imports } = opened.value;
    const languages = navigator.languages;
    this.#settings = settings ?? defaultSettings(preferredLocale(languages), guessCurrency(languages));
    // First, so that the default stages are named in the user's language.
    this.#applyLooks();
    this.#replacePlans(plans ?? bookWith(defaultPlan(this.#settings.currency, defaultStageNames())));
    this.#imports = imports;
    this.#problem = null;
    this.#phase = 'ready';
  }

  #replacePlans(plans: PlanBook): void {
    const before = this.#plans;
    // What is read anew after some other change is mostly the same; undo then goes on.
    if (isSame(plans, before)) return;
    this.#plans = plans;
    for (const listener of this.#plansListeners) listener(before, 'elsewhere');
  }

  async #store(save: () => ReturnType<SeedcastService['saveSettings']>): Promise<void> {
    const saved = await answerOrStopped(save);
    this.#problem = saved.ok ? null : saved.problem;
    // What another page left is older than this.
    if (saved.ok && !this.#isClosing) forgetNote(this.#databaseName);
  }

  async #onOutsideChange(
    what: Parameters<Parameters<SeedcastService['onOutsideChange']>[0]>[0],
  ): Promise<void> {
    if (what === 'newerSchema') {
      this.#problem = { code: 'newerSchema', params: {} };
      return;
    }
    // What was changed here and is of another sort than what was stored there is not to be lost.
    if (what === 'settings') await this.#savesPlans?.flush();
    else if (what === 'plan') await this.#savesSettings?.flush();
    await this.reload();
  }

  #applyLooks(): void {
    setLocale(this.#settings.locale, navigator.languages);
    document.documentElement.dataset.theme = this.#settings.theme;
  }

  #announce(change: WorkspaceChange): void {
    if (change === 'numbers' || change === 'moving') this.#revision += 1;
    for (const listener of this.#listeners) listener(change);
  }
}
