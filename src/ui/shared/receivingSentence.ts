import { shareSentence } from '../../i18n/shareProblems';
import type { ReceivingProblem } from '../../state/shared/receiving.svelte';

/** Why somebody else's forecast can't be opened, and what to do. */
export function receivingSentence(problem: ReceivingProblem): string {
  return shareSentence(problem);
}
