import { transfer, wrap } from 'comlink';
import { createSecondHalf } from '../engine';
import type { FunnelModel, Outcomes } from '../engine';
import { nextTurn, Turnstile } from './turns';

/** What the name of a worker says of it: one that draws paths for another, and nothing else. */
export const SECOND_THREAD = 'second-thread';

/** Draws the second half of a simulation. Newest request wins: one that is superseded answers null. */
export interface SecondThread {
  /** Answers once its code has been loaded: true. False where that can't be. */
  stand(): Promise<boolean>;
  drawSecondHalf(model: FunnelModel, paths: number, seed: number): Promise<Outcomes | null>;
}

/** Paths between two looks at the messages. */
const PATHS_PER_TURN = 1_000;

/** The far end: runs inside the second thread. */
export function createSecondThread(): SecondThread {
  const turnstile = new Turnstile();
  return {
    stand: () => Promise.resolve(true),
    async drawSecondHalf(model, paths, seed) {
      const ticket = turnstile.enter();
      const half = createSecondHalf(model, { paths, seed });
      for (let done = 0; done < half.paths; done = half.advance(PATHS_PER_TURN)) {
        if (done > 0) await nextTurn();
        if (ticket.ended) return null;
      }
      return transfer(half.outcomes, buffersOf(half.outcomes));
    },
  };
}

/**
 * Starts a second thread: the same file as the worker's own, under another name. Null where there is but one processor. Should
 * it end, fail to start or say what can't be read, it answers null from then on, and the simulation goes on alone.
 */
export function startSecondThread(): SecondThread | null {
  if (typeof Worker === 'undefined' || navigator.hardwareConcurrency < 2) return null;
  const worker = new Worker(self.location.href, { type: 'module', name: SECOND_THREAD });
  const ended = new Promise<null>((resolve) => {
    const end = (event: Event): void => {
      event.preventDefault();
      worker.terminate();
      resolve(null);
    };
    worker.onerror = end;
    worker.onmessageerror = end;
  });
  const remote = wrap(worker) as unknown as SecondThread;
  return {
    stand: async () => await Promise.race([remote.stand(), ended.then(() => false)]),
    drawSecondHalf: async (...request) => await Promise.race([remote.drawSecondHalf(...request), ended]),
  };
}

/** For the far end: a request that it can't read has no answer. An error tells the near end, which would wait for one. */
export function endOnUnreadableRequest(): void {
  self.addEventListener('messageerror', () => {
    throw new Error('unreadable request');
  });
}

function buffersOf({ value, wins, customers, recurring, cost }: Outcomes): ArrayBuffer[] {
  return [value, wins, customers, recurring, cost].flatMap((values) =>
    values && values.buffer instanceof ArrayBuffer ? [values.buffer] : [],
  );
}
