import type { Workbox } from 'workbox-window';

/** Chromium's offer to install, kept until the user asks for it; no other browser has it. */
interface InstallOffer extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

function isInstallOffer(event: Event): event is InstallOffer {
  return 'prompt' in event && typeof event.prompt === 'function';
}

/** True in a window of its own: installed, and started as an app. `standalone` is Safari's own word on iOS. */
function runsAsApp(): boolean {
  return (
    matchMedia('(display-mode: standalone)').matches ||
    ('standalone' in navigator && navigator.standalone === true)
  );
}

/** The installed app: installing it, offline readiness and updates. A new version waits until the user says so. */
export class Installation {
  #hasUpdate = $state(false);
  #isInstalled = $state(runsAsApp());
  #offer = $state.raw<InstallOffer | null>(null);
  #worker: Workbox | null = null;
  readonly #flush: () => Promise<void>;

  /** `flush` stores what is still waiting; it runs before the reload that an update needs. */
  constructor(flush: () => Promise<void>) {
    this.#flush = flush;
    // Comes soon after the page loads and only once, so somebody has to be listening from the start.
    addEventListener('beforeinstallprompt', (event) => {
      if (!isInstallOffer(event)) return;
      event.preventDefault();
      this.#offer = event;
    });
    addEventListener('appinstalled', () => {
      this.#offer = null;
      this.#isInstalled = true;
    });
  }

  get hasUpdate(): boolean {
    return this.#hasUpdate;
  }
  get isInstalled(): boolean {
    return this.#isInstalled;
  }
  /** True where the browser lets a page offer it; elsewhere the user finds it in the browser's own menu. */
  get canInstall(): boolean {
    return this.#offer !== null;
  }

  /** Lets the browser ask whether to install. An offer can be used once; the browser makes a new one if declined. */
  async install(): Promise<void> {
    const offer = this.#offer;
    this.#offer = null;
    await offer?.prompt();
  }

  /**
   * Registers the service worker of this path. Does nothing where there is none (development, old browsers), and
   * nothing where the browser forbids it (blocked site data, some private windows): Seedcast then works while online.
   */
  async register(): Promise<void> {
    if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
    try {
      const [{ Workbox }, { storeLaterParts }] = await Promise.all([
        import('workbox-window'),
        import('./laterParts'),
      ]);
      const worker = new Workbox('./sw.js', { scope: './' });
      worker.addEventListener('waiting', () => {
        this.#hasUpdate = true;
        void storeLaterParts();
      });
      worker.addEventListener('controlling', (event) => {
        if (event.isUpdate) location.reload();
      });
      await worker.register();
      this.#worker = worker;
      // Not waited for: the service worker of a first visit takes a while.
      void storeLaterParts();
    } catch {
      this.#worker = null;
    }
  }

  later(): void {
    this.#hasUpdate = false;
  }

  async update(): Promise<void> {
    await this.#flush();
    this.#worker?.messageSkipWaiting();
  }
}
