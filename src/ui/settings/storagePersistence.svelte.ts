/** Whether the browser keeps what is stored here when room runs short, and asking it to. */
export class StoragePersistence {
  #isKept = $state<boolean | null>(null);
  #isKnown = $state(false);
  #wasRefused = $state(false);

  /** Null before the browser has answered, and where it can't say. */
  get isKept(): boolean | null {
    return this.#isKept;
  }
  /** True once it has been asked. */
  get isKnown(): boolean {
    return this.#isKnown;
  }
  get wasRefused(): boolean {
    return this.#wasRefused;
  }

  async look(): Promise<void> {
    // Missing on pages without https and in older browsers, whatever the types say.
    const storage = navigator.storage as StorageManager | undefined;
    this.#isKept = storage ? await storage.persisted().catch(() => null) : null;
    this.#isKnown = true;
  }

  async ask(): Promise<void> {
    this.#isKept = await navigator.storage.persist().catch(() => false);
    this.#wasRefused = !this.#isKept;
  }
}
