import type { Outcome } from '../engine';
import type { ImportMapping } from '../workspace/importTypes';
import type { Fields } from './readFields';

export interface ReadOutcome {
  outcome: Outcome;
  /** The stage label, where it names a stage of the funnel and not just the outcome. */
  stage: string | null;
  contradictsStage: boolean;
}

/**
 * Outcome of a row: its status label, else its stage label, as mapped or by its words; without such columns, by the
 * dates it carries. null = there is a column for it, but nothing in it says open, won or lost.
 */
export function readOutcome(fields: Fields, mapping: ImportMapping, row: number): ReadOutcome | null {
  const status = fields.text.status?.text(row) ?? '';
  const stage = fields.text.stage?.text(row) ?? '';
  const hasStatus = fields.text.status !== undefined;
  // Where a status decides, the mapping's labels are those of the status and a stage speaks by its words.
  const stageWord =
    stage === '' ? null : ((hasStatus ? undefined : mapping.outcomes[stage]) ?? fields.outcomeOfLabel(stage));
  const byStage = stage === '' ? null : (stageWord ?? 'open');
  const outcome = status === '' ? byStage : (mapping.outcomes[status] ?? fields.outcomeOfLabel(status));
  if (outcome === null) {
    return hasStatus || fields.text.stage !== undefined ? null : outcomeByDates(fields, row);
  }
  const isClosedStage = stageWord === 'won' || stageWord === 'lost';
  return {
    outcome,
    stage: stage === '' || isClosedStage ? null : stage,
    contradictsStage: status !== '' && isClosedStage && stageWord !== outcome,
  };
}

/** A list without outcomes: what has a closing date was sold. */
function outcomeByDates(fields: Fields, row: number): ReadOutcome {
  const has = (meaning: 'wonOn' | 'lostOn' | 'closed' | 'closeDate'): boolean =>
    (fields.days[meaning]?.text(row) ?? '') !== '';
  const isWon = has('wonOn') || (!has('lostOn') && (has('closed') || has('closeDate')));
  return { outcome: isWon ? 'won' : has('lostOn') ? 'lost' : 'open', stage: null, contradictsStage: false };
}
