import type { ImportChanges } from '../../../engine';
import type { CompareRequest, SeedcastService } from '../../../worker/protocol';

/** More than this many single deals nobody reads. */
export const MOST_CHANGED = 5;

export interface LatestChanges {
  /** The newest answer; the one before stays until the next is there. Null where there is nothing to compare. */
  readonly changes: ImportChanges | null;
  readonly hasFailed: boolean;
}

/**
 * Asks the worker what has changed whenever what `request` reads does. To be called while a component is made: it lasts as
 * long as that.
 *
 * @param request null where it is not the moment to ask: what was answered last stays
 */
export function latestChanges(service: SeedcastService, request: () => CompareRequest | null): LatestChanges {
  let changes = $state.raw<ImportChanges | null>(null);
  let hasFailed = $state(false);

  $effect(() => {
    const wanted = request();
    if (wanted === null) return;
    let isNewest = true;
    service.compareImports(wanted).then(
      (answer) => {
        if (isNewest) [changes, hasFailed] = [answer, false];
      },
      () => {
        if (isNewest) [changes, hasFailed] = [null, true];
      },
    );
    return () => (isNewest = false);
  });

  return {
    get changes() {
      return changes;
    },
    get hasFailed() {
      return hasFailed;
    },
  };
}
