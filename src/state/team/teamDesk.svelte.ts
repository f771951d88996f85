import type { Forecast, ScoreCheck, SellerList, TeamAnswer } from '../../engine';
import { saidOfSeller, withSeller } from '../../workspace/sellers';
import type { Settings, SellerSettings } from '../../workspace/types';
import type { AppState } from '../app.svelte';
import type { Workspace } from '../workspace.svelte';
import { SellerOfDevice } from './sellerOfDevice.svelte';

/** Waiting is spoken of only when it takes longer than this. */
const PATIENCE_MILLISECONDS = 400;
/** Deals on a list to begin with, and how many more each time they are asked for. */
const ITEMS = 20;

/** What each seller brings, and what one does next: asked of the worker while the screen is open. */
export class TeamDesk {
  readonly #app: AppState;
  readonly #workspace: Workspace;
  readonly device: SellerOfDevice;
  #team = $state.raw<TeamAnswer | null>(null);
  #list = $state.raw<SellerList | null>(null);
  #check = $state.raw<ScoreCheck | null>(null);
  #checked = $state<'not' | 'running' | 'done' | 'cancelled'>('not');
  #done = $state(0);
  #isRunning = $state(false);
  #isSlow = $state(false);
  #failure = $state<string | null>(null);
  #items = $state(ITEMS);
  /** Whose list is looked at without being the one of this device. */
  #looked = $state.raw<string | null>(null);
  /** Counts what was asked for: an answer to anything but the newest is dropped. */
  #latest = 0;
  #checkOf = '';

  constructor(app: AppState) {
    this.#app = app;
    this.#workspace = app.workspace;
    this.device = new SellerOfDevice(`seedcast ${location.pathname}`);
  }

  /** The newest answers; they stay on screen while the next ones are made. */
  get team(): TeamAnswer | null {
    return this.#team;
  }
  get list(): SellerList | null {
    return this.#list;
  }
  get isRunning(): boolean {
    return this.#isRunning;
  }
  /** True once it has taken long enough to speak of it. */
  get isSlow(): boolean {
    return this.#isSlow;
  }
  /** What went wrong inside, for a person to report; null when all is well. */
  get failure(): string | null {
    return this.#failure;
  }
  /** How right scores would have been; null until it has been worked out, and where there is too little past. */
  get check(): ScoreCheck | null {
    return this.#check;
  }
  get checked(): 'not' | 'running' | 'done' | 'cancelled' {
    return this.#checked;
  }
  /** Share of the check done, 0 to 1. */
  get done(): number {
    return this.#done;
  }

  /** All that the answers rest on, as one value: whoever sees it change asks again. */
  get question(): {
    forecast: Forecast;
    sellers: Settings['sellers'];
    seller: string | null;
    items: number;
  } | null {
    const { answer, isBusy, isPreview } = this.#app.forecasting;
    if (answer === null || isBusy || isPreview || this.#workspace.activeImport === null) return null;
    const { sellers } = this.#workspace.settings;
    return { forecast: answer.forecast, sellers, seller: this.shown, items: this.#items };
  }

  async ask(): Promise<void> {
    const { question } = this;
    if (question === null) return;
    const { service, settings, plan } = this.#workspace;
    const turn = ++this.#latest;
    this.#failure = null;
    this.#isRunning = true;
    const timer = setTimeout(() => {
      if (turn === this.#latest) this.#isSlow = true;
    }, PATIENCE_MILLISECONDS);
    const request = {
      settings,
      periods: question.forecast.quarters
        .slice(0, 2)
        .map(({ from, to, kinds, distribution }) => ({ from, to, kinds, distribution })),
      ramp: plan.kinds.spear.ramp.map(({ value }) => value),
    };
    try {
      const team = await service.team(request);
      if (turn !== this.#latest) return;
      this.#team = team;
      const list = await service.myList({ ...request, seller: question.seller, most: question.items });
      if (turn === this.#latest) this.#list = list;
    } catch (error) {
      if (turn === this.#latest) this.#failure = error instanceof Error ? error.message : String(error);
    } finally {
      clearTimeout(timer);
      if (turn === this.#latest) {
        this.#isRunning = false;
        this.#isSlow = false;
      }
    }
  }

  /** Whose list is shown; null = everybody's. */
  get shown(): string | null {
    return this.#looked ?? this.device.seller;
  }
  /** Whether nobody has been chosen to show the list of. */
  get isUndecided(): boolean {
    return this.#looked === null && !this.device.hasChosen;
  }

  /** Shows somebody's list once; the one of this device stays what it is. */
  look(seller: string): void {
    this.#items = ITEMS;
    this.#looked = seller;
  }

  showMore(): void {
    this.#items += ITEMS;
  }

  choose(seller: string | null): void {
    this.#items = ITEMS;
    this.#looked = null;
    this.device.choose(seller);
  }

  saidOf(name: string): SellerSettings {
    return saidOfSeller(this.#workspace.settings.sellers, name);
  }

  say(name: string, said: SellerSettings): void {
    this.sayOfAll([{ name, said }]);
  }

  /** One change of the settings, however many sellers it is about. */
  sayOfAll(changes: readonly { name: string; said: SellerSettings }[]): void {
    const sellers = changes.reduce(
      (all, { name, said }) => withSeller(all, name, said),
      this.#workspace.settings.sellers,
    );
    this.#workspace.changeSettings({ sellers });
  }

  /** Replays the past of the deals in use once; a second look at the same costs nothing. */
  async checkScores(): Promise<void> {
    const of = `${this.#workspace.revision} ${this.#workspace.settings.activeImport ?? ''}`;
    if (this.#checked === 'running' || (this.#checked === 'done' && this.#checkOf === of)) return;
    this.#checkOf = of;
    this.#checked = 'running';
    this.#done = 0;
    try {
      const result = await this.#workspace.service.checkScores(this.#workspace.settings, (done) => {
        this.#done = done;
      });
      if (result.ok) this.#check = result.value;
      this.#checked = result.ok ? 'done' : 'cancelled';
    } catch (error) {
      this.#checked = 'cancelled';
      this.#failure = error instanceof Error ? error.message : String(error);
    }
  }

  async cancelCheck(): Promise<void> {
    // Where the worker has ended there is nothing left to cancel; the request itself says so.
    await this.#workspace.service.cancelScoreCheck().catch(() => undefined);
  }
}

const desks = new WeakMap<AppState, TeamDesk>();

/** The one of this app, loaded with the screen. */
export function teamDeskOf(app: AppState): TeamDesk {
  let desk = desks.get(app);
  if (!desk) {
    desk = new TeamDesk(app);
    desks.set(app, desk);
  }
  return desk;
}
