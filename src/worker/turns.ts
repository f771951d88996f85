/**
 * Lets waiting messages in before going on. A message channel, because browsers hold timers of the same purpose back
 * for 4 ms each, which ten slices of a 60 ms simulation would feel.
 */
export async function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
  port1.close();
}

/** Whether work may go on, and if not, why. */
export interface Ticket {
  readonly ended: 'superseded' | 'cancelled' | null;
}

/** Gives out tickets of which only the newest is good: newest request wins. */
export class Turnstile {
  #newest: { ended: Ticket['ended'] } = { ended: null };

  enter(): Ticket {
    this.#newest.ended ??= 'superseded';
    this.#newest = { ended: null };
    return this.#newest;
  }

  cancel(): void {
    this.#newest.ended ??= 'cancelled';
  }
}
