export const SCREENS = ['welcome', 'forecast', 'plan', 'pipeline', 'track', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

function screenOf(hash: string): Screen | null {
  const name = hash.replace(/^#\/?/, '').split('/')[0];
  return SCREENS.find((screen) => screen === name) ?? null;
}

/** The screen named in the address (`#/plan`). In the fragment, so that any static host under any path will do. */
export class Route {
  #screen = $state<Screen | null>(null);

  constructor() {
    this.#screen = screenOf(location.hash);
    addEventListener('hashchange', () => {
      this.#screen = screenOf(location.hash);
    });
  }

  /** Null where the address names no screen. */
  get screen(): Screen | null {
    return this.#screen;
  }

  go(screen: Screen): void {
    location.hash = `/${screen}`;
  }
}

export function linkTo(screen: Screen): string {
  return `#/${screen}`;
}
