import type { Settings } from '../../../workspace/types';
import type { ExplainRequest } from '../../../worker/protocol';
import type { Figure } from './figure';

/** More than this many single deals nobody reads. */
export const MOST_DEALS = 8;

/** What the worker is asked: plain figures, nothing of what only the page needs. */
export function requestOf(settings: Settings, figure: Figure): ExplainRequest {
  const { from, to, kind, value, alreadyWon, fromOpen, fromNew } = figure;
  return {
    settings,
    figure: { from, to, kind, value, alreadyWon, fromOpen, fromNew },
    mostDeals: MOST_DEALS,
  };
}
