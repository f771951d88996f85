import { defaultSettings } from '../../workspace/defaultSettings';
import { bookWith } from '../../workspace/planBook';
import type { SharedForecast } from '../../workspace/sharedForecast';
import type { AppState } from '../app.svelte';
import { FIRST_SIGHT_PATHS, Forecasting } from '../forecasting.svelte';
import { Importing } from '../importing.svelte';
import type { Installation } from '../installation.svelte';
import { isSame } from '../isSame';
import type { Notices } from '../notices.svelte';
import type { Route } from '../route.svelte';
import { Workspace } from '../workspace.svelte';
import { SharedRoute } from './sharedRoute';
import { sharedService } from './sharedService';

/** No database has this name: nothing of somebody else's forecast is stored. */
const NOWHERE = 'nowhere';

/**
 * Somebody else's forecast as the screens know an app: they show it and change a copy of it as they do with one's own, and none
 * of it is stored.
 */
export class SharedApp implements AppState {
  readonly workspace: Workspace;
  readonly forecasting: Forecasting;
  readonly importing: Importing;
  readonly installation: Installation;
  readonly notices: Notices;
  readonly route: Route;
  readonly theirs: SharedForecast;

  constructor(outer: AppState, theirs: SharedForecast) {
    const { locale, theme } = outer.workspace.settings;
    const { currency, fiscalYearStart, companyName, targets } = theirs;
    const settings = {
      ...defaultSettings(locale, currency),
      ...{ theme, fiscalYearStart, companyName, targets },
      hasStarted: true,
    };
    this.theirs = theirs;
    this.workspace = new Workspace(sharedService(outer.workspace.service, theirs, settings), NOWHERE);
    this.forecasting = new Forecasting(this.workspace, FIRST_SIGHT_PATHS);
    this.importing = new Importing(this.workspace);
    this.installation = outer.installation;
    this.notices = outer.notices;
    this.route = new SharedRoute(outer.route);
  }

  /** Takes over what was sent and asks for its forecast; does not wait for that. */
  async open(): Promise<void> {
    await this.workspace.open();
    void this.forecasting.refresh();
  }

  /** The forecast with what was changed in the copy. */
  get copy(): SharedForecast {
    const { plan, plans, settings } = this.workspace;
    return { ...this.theirs, plan, targets: settings.targets, scenarios: plans.scenarios };
  }

  /** Whether the copy says something else than what was sent. */
  get isChanged(): boolean {
    return !isSame(this.copy, this.theirs);
  }

  /** Puts the copy back to what was sent. Returns the way back. */
  backToAsSent(): () => void {
    const { plans } = this.workspace;
    const { targets } = this.workspace.settings;
    this.#show(this.theirs);
    return () => {
      this.workspace.changeSettings({ targets });
      this.workspace.changePlans(plans);
    };
  }

  #show({ plan, planName, targets, scenarios }: SharedForecast): void {
    const book = bookWith(plan);
    this.workspace.changeSettings({ targets });
    this.workspace.changePlans({
      ...book,
      plans: book.plans.map((named) => ({ ...named, name: planName })),
      scenarios,
    });
  }
}
