import type { Day, DealRecord } from '../engine';
import type { ImportMapping, QualityNote, RowIssueCode } from '../workspace/importTypes';
import type { Field, Fields } from './readFields';
import { readOutcome } from './readOutcome';
import { readStageEntries } from './readStageEntries';
import type { StageEntries } from './readStageEntries';

export interface RowFault {
  code: RowIssueCode;
  column: string;
  value: string;
}

export type ReadDeal =
  | {
      /** `id` and `name` are '' where the row has none. */
      deal: DealRecord;
      notes: readonly QualityNote['code'][];
      /** The latest day up to today on which something certainly happened: creation, a stage entry, a closing. */
      latestFact: Day;
      fault?: never;
    }
  | { fault: RowFault; deal?: never };

function faultOf(code: RowIssueCode, field: Field<unknown> | undefined, row: number): { fault: RowFault } {
  return { fault: { code, column: field?.header ?? '', value: field?.text(row) ?? '' } };
}

/** One row as a deal, or the first reason why not. `today` is the last day a deal can have been created on. */
export function readDeal(fields: Fields, mapping: ImportMapping, row: number, today: Day): ReadDeal {
  const notes: QualityNote['code'][] = [];
  const created = fields.days.created?.parse(row) ?? null;
  if (created === null) return faultOf('missingCreated', fields.days.created, row);
  if (created === 'unreadable') return faultOf('badDate', fields.days.created, row);
  if (created > today) return faultOf('createdInFuture', fields.days.created, row);

  const state = readOutcome(fields, mapping, row);
  if (state === null) return faultOf('unknownOutcome', fields.text.status ?? fields.text.stage, row);
  if (state.contradictsStage) notes.push('statusContradictsStage');
  const { outcome } = state;

  const amount = fields.amount?.parse(row) ?? null;
  if (amount === 'unreadable') return faultOf('badNumber', fields.amount ?? undefined, row);

  const entries = readStageEntries(fields, row, created, today);
  if (entries.isUnreadable) notes.push('dateUnreadable');
  const closing =
    outcome === 'open' ? { day: null, isFact: false } : readClosing(fields, outcome, entries, row);
  if (closing.fault) return { fault: closing.fault };
  const expected = outcome === 'open' ? readExpected(fields, row) : null;
  if (expected === 'unreadable') notes.push('dateUnreadable');

  const isBackwards = closing.day !== null && closing.day < created;

  const text = (meaning: 'name' | 'company' | 'owner' | 'source' | 'pipeline' | 'lostReason' | 'category') =>
    fields.text[meaning]?.text(row) || null;
  const probability = fields.probability?.parse(row) ?? null;
  const named = fields.text.currency?.parse(row) ?? null;
  const currency = named === null || named === 'unreadable' ? mapping.currency : named;
  // One literal for all deals: objects put together of parts take many times as long.
  const deal: DealRecord = {
    id: fields.text.id?.text(row) ?? '',
    name: text('name') ?? '',
    company: text('company'),
    owner: text('owner'),
    source: text('source'),
    pipeline: text('pipeline'),
    // Nothing is won before it exists: a deal entered after the fact began at the latest on the day it closed.
    created: isBackwards && closing.day !== null ? closing.day : created,
    outcome,
    closed: closing.day,
    expectedClose: expected === 'unreadable' ? null : expected,
    amount,
    currency: currency === '' ? null : currency,
    stage: state.stage ?? entries.open[entries.open.length - 1]?.stage ?? null,
    stageEntries: entries.open,
    lostReason: outcome === 'lost' ? text('lostReason') : null,
    probability: probability === 'unreadable' ? null : probability,
    category: text('category'),
  };
  if (isBackwards) deal.closedBeforeCreated = true;
  return {
    deal,
    notes,
    latestFact: Math.max(
      created,
      entries.latest,
      closing.isFact && closing.day !== null && closing.day <= today ? closing.day : created,
    ),
  };
}

/** The day a closed deal closed: the column of its outcome, else any closing column, else its stage's entry. */
function readClosing(
  fields: Fields,
  outcome: 'won' | 'lost',
  entries: StageEntries,
  row: number,
): { day: Day | null; isFact: boolean; fault?: RowFault } {
  const { days } = fields;
  const candidates = [outcome === 'won' ? days.wonOn : days.lostOn, days.closed, days.closeDate];
  for (const field of candidates) {
    const day = field?.parse(row) ?? null;
    if (day === null) continue;
    if (day === 'unreadable') return { day: null, isFact: false, ...faultOf('badDate', field, row) };
    return { day, isFact: field !== days.closeDate };
  }
  return { day: outcome === 'won' ? entries.won : entries.lost, isFact: true };
}

function readExpected(fields: Fields, row: number): Day | null | 'unreadable' {
  const expected = fields.days.expectedClose?.parse(row) ?? null;
  return expected ?? fields.days.closeDate?.parse(row) ?? null;
}
