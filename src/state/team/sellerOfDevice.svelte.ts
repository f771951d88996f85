import { linkTo, opensKey } from '../route.svelte';

/**
 * Whose list is shown here, and whether the app opens with it. Both belong to whoever holds the device, not to the business: they lie in
 * local storage, no backup and no link has them, and without local storage they last as long as the page.
 */
export class SellerOfDevice {
  readonly #key: string;
  #seller = $state.raw<string | null>(null);
  #hasChosen = $state(false);
  #opensWithList = $state(false);

  /** @param path what tells apart the apps of one origin, which share local storage */
  constructor(path: string) {
    this.#key = `${path} seller`;
    const kept = onLocalStorage((storage) => storage.getItem(this.#key)) ?? null;
    if (kept !== null) {
      this.#hasChosen = true;
      this.#seller = kept === '' ? null : kept;
    }
    this.#opensWithList = (onLocalStorage((storage) => storage.getItem(opensKey())) ?? null) !== null;
  }

  /** Null = everybody. */
  get seller(): string | null {
    return this.#seller;
  }
  /** False until somebody has said who sits here. */
  get hasChosen(): boolean {
    return this.#hasChosen;
  }
  get opensWithList(): boolean {
    return this.#opensWithList;
  }

  choose(seller: string | null): void {
    this.#seller = seller;
    this.#hasChosen = true;
    onLocalStorage((storage) => storage.setItem(this.#key, seller ?? ''));
  }

  openWithList(isOn: boolean): void {
    this.#opensWithList = isOn;
    onLocalStorage((storage) =>
      isOn ? storage.setItem(opensKey(), linkTo('team', 'list')) : storage.removeItem(opensKey()),
    );
  }
}

/** Local storage may be forbidden or full. */
function onLocalStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
