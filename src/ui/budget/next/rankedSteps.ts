import type { NextStep, NextSteps } from '../../../engine';

/** What brings most for its money first; what can't be told last. */
export function rankedSteps({ steps }: Pick<NextSteps, 'steps'>): NextStep[] {
  const rank = ({ outcome }: NextStep): number => outcome?.perUnit ?? -Infinity;
  return [...steps].sort((one, other) => (rank(other) > rank(one) ? 1 : rank(other) < rank(one) ? -1 : 0));
}
