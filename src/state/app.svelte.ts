import { getContext, setContext } from 'svelte';
import type { SeedcastService } from '../worker/protocol';
import type { SharedForecast } from '../workspace/sharedForecast';
import { afterPaint } from './afterPaint';
import { Forecasting } from './forecasting.svelte';
import { Importing } from './importing.svelte';
import { Installation } from './installation.svelte';
import { Notices } from './notices.svelte';
import { AddressRoute, type Route } from './route.svelte';
import { Workspace } from './workspace.svelte';

/** All that the screens share. Made once in main.ts and handed down by context. */
export class AppState {
  readonly workspace: Workspace;
  readonly forecasting: Forecasting;
  readonly importing: Importing;
  readonly installation: Installation;
  readonly notices = new Notices();
  readonly route: Route = new AddressRoute();
  /** Whose forecast the screens show: somebody else's, as it was sent, or (null) the user's own. */
  readonly theirs: SharedForecast | null = null;

  constructor(service: SeedcastService, databaseName: string) {
    this.workspace = new Workspace(service, databaseName);
    this.forecasting = new Forecasting(this.workspace);
    this.importing = new Importing(this.workspace);
    this.installation = new Installation(() => this.workspace.flush());
    // How right such a forecast has been is worth knowing, but nobody waits for it: loaded and made afterwards.
    this.forecasting.onShown(() => {
      void afterPaint()
        .then(() => import('./trackRecord.svelte'))
        .then(
          ({ trackRecordOf }) => trackRecordOf(this).afterForecast(),
          // Without a connection: the screen that shows it says so itself.
          () => undefined,
        );
    });
  }

  async open(): Promise<void> {
    await this.workspace.open();
    // Leaving the page is the last chance to store what autosave still holds back.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.workspace.flushBeforeClosing();
    });
    addEventListener('pagehide', () => void this.workspace.flushBeforeClosing());
    // Somebody else's forecast is what was asked for: its screen sees to this one once that is shown.
    if (this.workspace.phase === 'ready' && this.route.screen !== 'shared') await this.forecasting.refresh();
  }
}

const KEY = Symbol('app');

export function provideApp(app: AppState): void {
  setContext(KEY, app);
}

export function useApp(): AppState {
  return getContext<AppState>(KEY);
}
