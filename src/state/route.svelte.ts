export const SCREENS = ['welcome', 'forecast', 'plan', 'pipeline', 'scenarios', 'track', 'settings'] as const;
export type Screen = (typeof SCREENS)[number];

/** `#/plan/goal`: the screen and the part of it. */
function readHash(hash: string): { screen: Screen | null; part: string | null } {
  const [name, part = ''] = hash.replace(/^#\/?/, '').split('/');
  return { screen: SCREENS.find((screen) => screen === name) ?? null, part: part === '' ? null : part };
}

/** The screen named in the address (`#/plan`). In the fragment, so that any static host under any path will do. */
export class Route {
  #place = $state.raw(readHash(location.hash));

  constructor() {
    addEventListener('hashchange', () => {
      this.#place = readHash(location.hash);
    });
  }

  /** Null where the address names no screen. */
  get screen(): Screen | null {
    return this.#place.screen;
  }
  /** The part of the screen that the address names; null where it names none. */
  get part(): string | null {
    return this.#place.part;
  }

  go(screen: Screen): void {
    location.hash = `/${screen}`;
  }
}

export function linkTo(screen: Screen, part: string | null = null): string {
  return part === null ? `#/${screen}` : `#/${screen}/${part}`;
}
