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
    stage === '' || fields.isOwn
      ? null
      : ((hasStatus ? undefined : mapping.outcomes[stage]) ?? fields.outcomeOfLabel(stage));
  const byStage = stage === '' ? null : (stageWord ?? 'open');
  const byStatus = status === '' ? byStage : (mapping.outcomes[status] ?? fields.outcomeOfLabel(status));
  if (byStatus === null) {
    return hasStatus || fields.text.stage !== undefined ? null : outcomeByDates(fields, row);
  }
  const outcome = mapping.vendor === 'odoo' ? outcomeInOdoo(fields, row, byStatus, stageWord) : byStatus;
  const isClosedStage = stageWord === 'won' || stageWord === 'lost';
  return {
    outcome,
    stage: isClosedStage ? readPreviousStage(fields, mapping, row) : stage === '' ? null : stage,
    contradictsStage: status !== '' && isClosedStage && stageWord !== outcome,
  };
}

/**
 * Odoo has a stage for won deals only. A lost one keeps its stage and is put away: no longer active, its chance 0, with
 * a reason; a won one has a chance of 100 whatever its stage is called.
 */
function outcomeInOdoo(fields: Fields, row: number, byStatus: Outcome, stageWord: Outcome | null): Outcome {
  if (stageWord === 'won') return 'won';
  if (byStatus !== 'open') return byStatus;
  if ((fields.text.lostReason?.text(row) ?? '') !== '') return 'lost';
  const probability = fields.probability?.parse(row) ?? null;
  const hasClosed = (fields.days.closed?.text(row) ?? '') !== '';
  if (probability === 1) return 'won';
  return probability === 0 && hasClosed ? 'lost' : 'open';
}

/**
 * The open stage a closed deal was last in, from a column that keeps it: one stage, or all earlier ones in a list with
 * the latest at the end.
 */
function readPreviousStage(fields: Fields, mapping: ImportMapping, row: number): string | null {
  const cell = fields.text.previousStage?.text(row) ?? '';
  if (cell === '') return null;
  if (mapping.stageOrder.includes(cell)) return cell;
  const isOpen = (label: string): boolean =>
    label !== '' && (mapping.outcomes[label] ?? fields.outcomeOfLabel(label) ?? 'open') === 'open';
  const earlier = cell.split(/\s*(?:[,;|\n]|->|→)\s*/).filter(isOpen);
  return earlier[earlier.length - 1] ?? null;
}

/** A list without outcomes: what has a closing date was sold. */
function outcomeByDates(fields: Fields, row: number): ReadOutcome {
  const has = (meaning: 'wonOn' | 'lostOn' | 'closed' | 'closeDate'): boolean =>
    (fields.days[meaning]?.text(row) ?? '') !== '';
  const isWon = has('wonOn') || (!has('lostOn') && (has('closed') || has('closeDate')));
  return { outcome: isWon ? 'won' : has('lostOn') ? 'lost' : 'open', stage: null, contradictsStage: false };
}
