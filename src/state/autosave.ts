const QUIET_MILLISECONDS = 400;

/**
 * Saves the newest value once changes pause, one save at a time. It is made only after the first load, so that an
 * empty start can never overwrite what is stored.
 */
export class Autosave<T> {
  #pending: { value: T } | null = null;
  #unanswered: { value: T } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running: Promise<void> = Promise.resolve();
  readonly #save: (value: T) => Promise<void>;

  constructor(save: (value: T) => Promise<void>) {
    this.#save = save;
  }

  /** The newest value that is not known to be stored, waiting or on its way; null where all is. */
  get unsaved(): T | null {
    return (this.#pending ?? this.#unanswered)?.value ?? null;
  }

  schedule(value: T): void {
    this.#pending = { value };
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), QUIET_MILLISECONDS);
  }

  /** Forgets what is waiting: the stored value has just been replaced from elsewhere. */
  drop(): void {
    this.#pending = null;
  }

  /** Saves what is waiting, now; resolves when all is stored. */
  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const pending = this.#pending;
    this.#pending = null;
    if (pending) {
      this.#unanswered = pending;
      this.#running = this.#running
        .then(() => this.#save(pending.value))
        .finally(() => this.#settle(pending));
    }
    return this.#running;
  }

  #settle(saved: { value: T }): void {
    if (this.#unanswered === saved) this.#unanswered = null;
  }
}
