import { COLUMNS, FIRST_COLUMNS, type Column } from './columns';

/**
 * Which columns are shown. They belong to the screen they are seen on, not to the business, so they lie in local storage: no backup
 * takes them to another screen, and without local storage they last as long as the page.
 */
export class ChosenColumns {
  readonly #key: string;
  #chosen = $state.raw<readonly Column[]>(FIRST_COLUMNS);

  /** @param path what tells apart the apps of one origin, which share local storage */
  constructor(path: string) {
    this.#key = `${path} columns`;
    const kept = onLocalStorage((storage) => storage.getItem(this.#key));
    if (kept !== null && kept !== undefined) this.#chosen = inOrder(new Set(kept.split(' ')));
  }

  /** In the order they stand. */
  get list(): readonly Column[] {
    return this.#chosen;
  }

  set(column: Column, isShown: boolean): void {
    const chosen = new Set<string>(this.#chosen);
    if (isShown) chosen.add(column);
    else chosen.delete(column);
    this.#chosen = inOrder(chosen);
    onLocalStorage((storage) => storage.setItem(this.#key, this.#chosen.join(' ')));
  }

  /** Back to the columns the app begins with. */
  reset(): void {
    this.#chosen = FIRST_COLUMNS;
    onLocalStorage((storage) => storage.removeItem(this.#key));
  }
}

function inOrder(chosen: ReadonlySet<string>): readonly Column[] {
  return COLUMNS.filter((column) => chosen.has(column));
}

/** Local storage may be forbidden or full. */
function onLocalStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
