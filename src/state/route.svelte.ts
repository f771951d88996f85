export const SCREENS = [
  'welcome',
  'forecast',
  'plan',
  'pipeline',
  'diagnose',
  'team',
  'budget',
  'scenarios',
  'track',
  'share',
  'settings',
  'shared',
] as const;
export type Screen = (typeof SCREENS)[number];

/** `#/plan/goal`: the screen and the part of it, with all that follows. */
function readHash(hash: string): { screen: Screen | null; part: string | null } {
  const [name, ...parts] = hash.replace(/^#\/?/, '').split('/');
  return { screen: SCREENS.find((screen) => screen === name) ?? null, part: parts.join('/') || null };
}

/** Where a tab keeps the forecast of somebody else that it shows: sites on one origin share the storage of a session too. */
export const receivedKey = (): string => `seedcast ${location.pathname} received`;

/** Where a device keeps which screen the app opens with where the address names none: the address of one. */
export const opensKey = (): string => `seedcast ${location.pathname} opens`;

/** The screen that is shown, and the ways to others. */
export interface Route {
  /** Null where the address names no screen. */
  readonly screen: Screen | null;
  /** The part of the screen that the address names; null where it names none. */
  readonly part: string | null;
  /** What the link that was followed last carries (`#/s/…`): the forecast of somebody else. */
  readonly received: { link: string } | null;
  go(screen: Screen): void;
  /** The address of a screen, for a link. */
  to(screen: Screen, part?: string | null): string;
}

/** The screen named in the address (`#/plan`). In the fragment, so that any static host under any path will do. */
export class AddressRoute implements Route {
  #received = $state.raw<{ link: string } | null>(null);
  #place = $state.raw(this.#read());

  constructor() {
    if (location.hash === '') this.#openAsKept();
    addEventListener('hashchange', () => (this.#place = this.#read()));
  }

  get screen(): Screen | null {
    return this.#place.screen;
  }
  get part(): string | null {
    return this.#place.part;
  }
  get received(): { link: string } | null {
    return this.#received;
  }

  go(screen: Screen): void {
    location.hash = `/${screen}`;
  }
  to(screen: Screen, part: string | null = null): string {
    return linkTo(screen, part);
  }

  #openAsKept(): void {
    try {
      const kept = localStorage.getItem(opensKey());
      if (kept === null) return;
      history.replaceState(null, '', kept);
      this.#place = this.#read();
    } catch {
      // Forbidden: it opens as everywhere.
    }
  }

  #read() {
    const link = location.hash;
    if (/^#\/?s\//.test(link)) {
      this.#received = { link };
      // It belongs neither in the address bar nor in the history; a reload finds it where only this tab looks.
      history.replaceState(null, '', linkTo('shared'));
      try {
        sessionStorage.setItem(receivedKey(), link);
      } catch {
        // Forbidden: it lasts as long as the page.
      }
    }
    return readHash(location.hash);
  }
}

export function linkTo(screen: Screen, part: string | null = null): string {
  return part === null ? `#/${screen}` : `#/${screen}/${part}`;
}
