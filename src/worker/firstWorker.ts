let waiting: Worker | null = null;

/**
 * Starts the worker before the page's own script has been read: it takes a while to stand, and every first answer waits for it. Called
 * by `wake`, a script of its own ahead of the page's.
 */
export function wakeFirstWorker(): void {
  const worker = startWorker();
  waiting = worker;
  const forget = (): void => {
    if (waiting === worker) waiting = null;
  };
  // Nobody listens yet: the one that is started instead says what is wrong.
  worker.addEventListener('error', forget, { once: true });
  worker.addEventListener('messageerror', forget, { once: true });
}

/** The worker that was woken, once; else a new one. */
export function takeWorker(): Worker {
  const woken = waiting;
  waiting = null;
  return woken ?? startWorker();
}

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
