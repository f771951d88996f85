import type { Explanation } from '../../../engine';
import type { ExplainRequest, SeedcastService } from '../../../worker/protocol';

export interface LatestExplanation {
  /** The newest answer; the one before stays until the next is there. Null where there are no deals. */
  readonly explanation: Explanation | null;
  readonly state: 'waiting' | 'ready' | 'failed';
}

/**
 * Asks the worker for an explanation whenever what `request` reads changes. To be called while a component is made: it
 * lasts as long as that.
 *
 * @param request null where there is nothing to ask
 */
export function latestExplanation(
  service: SeedcastService,
  request: () => ExplainRequest | null,
): LatestExplanation {
  let explanation = $state.raw<Explanation | null>(null);
  let state = $state<LatestExplanation['state']>('waiting');

  $effect(() => {
    const wanted = request();
    let isNewest = true;
    const settle = (answer: Explanation | null, next: LatestExplanation['state']): void => {
      if (!isNewest) return;
      explanation = answer;
      state = next;
    };
    if (wanted === null) settle(null, 'ready');
    else
      service.explain(wanted).then(
        (answer) => settle(answer, 'ready'),
        () => settle(null, 'failed'),
      );
    return () => (isNewest = false);
  });

  return {
    get explanation() {
      return explanation;
    },
    get state() {
      return state;
    },
  };
}
