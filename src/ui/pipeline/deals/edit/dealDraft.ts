import { isoDay, type Day, type DealRecord } from '../../../../engine';
import { parseAmount, type AmountProblem, type WritingHabit } from '../../../../state/parseAmount';
import type { EditableField } from '../../../../workspace/types';
import { dayOfField } from '../../dayOfField';

/** A deal's fields as they stand in the form: text, and days in the browser's own way ('2026-11-23'). */
export type DealDraft = Readonly<Record<Exclude<EditableField, 'outcome'>, string>> &
  Pick<DealRecord, 'outcome'>;

export type DealFields = Pick<DealRecord, EditableField>;

export type DraftProblem =
  | 'nameMissing'
  | 'dayMissing'
  | 'notADay'
  | 'inFuture'
  | 'closedMissing'
  | 'closedBeforeCreated'
  | 'unknownCurrency'
  | AmountProblem;

export type ReadDraft =
  | { ok: true; fields: DealFields }
  | { ok: false; problems: Readonly<Partial<Record<EditableField, DraftProblem>>> };

/** How a deal's fields are written for editing. */
export function draftOf(deal: DealFields, writeNumber: (value: number) => string): DealDraft {
  const day = (value: Day | null): string => (value === null ? '' : isoDay(value));
  return {
    name: deal.name,
    company: deal.company ?? '',
    owner: deal.owner ?? '',
    source: deal.source ?? '',
    created: day(deal.created),
    outcome: deal.outcome,
    closed: day(deal.closed),
    expectedClose: day(deal.expectedClose),
    amount: deal.amount === null ? '' : writeNumber(deal.amount),
    currency: deal.currency ?? '',
    stage: deal.stage ?? '',
  };
}

/**
 * The fields that a draft says, or what is wrong with which. What was not touched stays as it was, whatever it is: an export may
 * hold what nobody could type here.
 *
 * @param before the deal as the form showed it first, and the draft made of it
 * @param today nothing has happened later
 * @param untyped fields whose text the browser could not make a day of
 */
export function readDraft(
  draft: DealDraft,
  before: { fields: DealFields; draft: DealDraft },
  { today, habit, untyped }: { today: Day; habit: WritingHabit; untyped: ReadonlySet<EditableField> },
): ReadDraft {
  const problems: Partial<Record<EditableField, DraftProblem>> = {};
  const isTouched = (field: EditableField): boolean =>
    draft[field] !== before.draft[field] || untyped.has(field);
  const textOr = (field: 'company' | 'owner' | 'source' | 'stage'): string | null =>
    isTouched(field) ? draft[field].trim() || null : before.fields[field];
  const day = (field: 'created' | 'closed' | 'expectedClose'): Day | null => {
    if (!isTouched(field)) return before.fields[field];
    if (untyped.has(field)) problems[field] = 'notADay';
    if (draft[field] === '') return null;
    const read = dayOfField(draft[field]);
    if (read === null) problems[field] = 'notADay';
    else if (field !== 'expectedClose' && read > today) problems[field] = 'inFuture';
    return read;
  };

  const name = isTouched('name') ? draft.name.trim() : before.fields.name;
  if (name === '' && draft.company.trim() === '') problems.name = 'nameMissing';
  const created = day('created');
  if (created === null) problems.created ??= 'dayMissing';
  const closed = draft.outcome === 'open' ? null : day('closed');
  if (draft.outcome !== 'open' && closed === null && (isTouched('outcome') || isTouched('closed'))) {
    problems.closed ??= 'closedMissing';
  }
  const isOutOfOrder = closed !== null && created !== null && closed < created;
  if (isOutOfOrder && (isTouched('closed') || isTouched('created')))
    problems.closed ??= 'closedBeforeCreated';
  const expectedClose = day('expectedClose');

  let { amount, currency } = before.fields;
  if (isTouched('amount')) {
    const read = draft.amount.trim() === '' ? null : parseAmount(draft.amount, habit);
    amount = read?.ok ? read.value : null;
    if (read && !read.ok) problems.amount = read.problem;
  }
  if (isTouched('currency')) {
    currency = draft.currency.trim().toUpperCase() || null;
    if (currency !== null && !/^[A-Z]{3}$/.test(currency)) problems.currency = 'unknownCurrency';
  }

  if (created === null || Object.keys(problems).length > 0) return { ok: false, problems };
  const fields: DealFields = {
    name,
    company: textOr('company'),
    owner: textOr('owner'),
    source: textOr('source'),
    created,
    outcome: draft.outcome,
    closed,
    expectedClose,
    amount,
    currency,
    stage: textOr('stage'),
  };
  return { ok: true, fields };
}
