/** What a change of the plans did, so that undo can say what it takes back. */
export type PlanStepCode =
  | 'figure'
  | 'doubt'
  | 'basis'
  | 'history' // taken over from the imported deals
  | 'stages'
  | 'season'
  | 'team'
  | 'start'
  | 'goal' // taken over from goal seek
  | 'reset'
  | 'currency'
  | 'planCopied'
  | 'planStarted'
  | 'planRenamed'
  | 'planRemoved'
  | 'planSwitched';

export interface PlanStep {
  code: PlanStepCode;
  /**
   * What was changed, such as the address of a figure. Changes of the same within one move of the hand, or within a second of
   * each other, are undone together; null: each by itself.
   */
  key: string | null;
}

/** A change that nothing more is known of. */
export const UNNAMED_STEP: PlanStep = { code: 'figure', key: null };
