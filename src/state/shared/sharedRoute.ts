import { linkTo, SCREENS, type Route, type Screen } from '../route.svelte';

/** The screens that somebody else's forecast is shown on. */
export const SHARED_SCREENS = ['forecast', 'plan', 'scenarios'] as const;

/**
 * The way about in somebody else's forecast: its screens are parts of the screen `shared`, so that no link in them leads to the
 * user's own. What has no place in it leads to its Forecast.
 */
export class SharedRoute implements Route {
  readonly #outer: Route;
  readonly received = null;

  constructor(outer: Route) {
    this.#outer = outer;
  }

  get screen(): Screen {
    return this.#parts.screen;
  }
  get part(): string | null {
    return this.#parts.part;
  }

  go(screen: Screen): void {
    location.hash = this.to(screen);
  }
  to(screen: Screen, part: string | null = null): string {
    const inner = SHARED_SCREENS.find((each) => each === screen) ?? 'forecast';
    if (inner === 'forecast') return linkTo('shared');
    return linkTo('shared', part === null ? inner : `${inner}/${part}`);
  }

  get #parts(): { screen: Screen; part: string | null } {
    const [name, ...rest] = (this.#outer.part ?? '').split('/');
    const screen = SCREENS.find((each) => each === name && isShared(each)) ?? 'forecast';
    return { screen, part: rest.join('/') || null };
  }
}

function isShared(screen: Screen): boolean {
  return SHARED_SCREENS.some((each) => each === screen);
}
