import type { Day, DealRecord } from '../engine';
import type { DealEdit, EditableField, Settings } from '../workspace/types';
import { rateOf } from '../workspace/rates';

/** A deal as its edit has it, with the fields in which the edit counts. */
export interface Written {
  record: DealRecord;
  changedFields: readonly EditableField[];
}

/** Lays an edit over an imported deal. A change counts only while the import says what it said when it was made. */
export function layOver(imported: DealRecord, { changes }: DealEdit): Written {
  const changedFields: EditableField[] = [];
  let record = imported;
  for (const field of Object.keys(changes) as EditableField[]) {
    const change = changes[field];
    if (!change || change.from !== imported[field] || change.to === imported[field]) continue;
    record = { ...record, [field]: change.to };
    changedFields.push(field);
  }
  return { record: changedFields.length === 0 ? imported : inOrder(record, changedFields), changedFields };
}

/** Fields that follow from others, as the import itself leaves them: what is open has not closed, nothing closes before it exists. */
function inOrder(record: DealRecord, changedFields: readonly EditableField[]): DealRecord {
  const isOpen = record.outcome === 'open';
  const closed = isOpen ? null : record.closed;
  const { closedBeforeCreated, ...rest } = record;
  const isRedated = changedFields.some((field) => field === 'created' || field === 'closed');
  return {
    ...rest,
    ...(closedBeforeCreated && !isRedated && { closedBeforeCreated }),
    closed,
    created: closed === null ? record.created : Math.min(record.created, closed),
    expectedClose: isOpen ? record.expectedClose : null,
    lostReason: record.outcome === 'lost' ? record.lostReason : null,
  };
}

/** Which days of a deal are the user's own words, by the fields they changed: an outcome that was typed is known by now. */
export function typedDays(fields: readonly EditableField[]): { created: boolean; closed: boolean } {
  const closed = fields.includes('closed') || fields.includes('outcome');
  return { created: fields.includes('created'), closed };
}

/**
 * What the user wrote is known, though the export may be some days older: typed days behind its data day count as that day.
 * Else a deal that was won this morning would stay open, and one added today would not be there, until the next import. A
 * closing to come that the export itself has stays to come, whatever else is changed of the deal.
 */
export function knownOn(record: DealRecord, dataDay: Day, typed: readonly EditableField[]): DealRecord {
  const days = typedDays(typed);
  const closed = days.closed && record.closed !== null ? Math.min(record.closed, dataDay) : record.closed;
  // What has closed was there before.
  const created = days.created || days.closed ? Math.min(record.created, dataDay) : record.created;
  return created === record.created && closed === record.closed ? record : { ...record, created, closed };
}

/** An edit as far as an export of an earlier day could have told it: what was typed for a day after had not happened yet. */
export function editAsOf(edit: DealEdit, day: Day): DealEdit {
  const { outcome: _, closed, ...otherChanges } = edit.changes;
  const isToCome = (closed?.to ?? day) > day;
  const changes = isToCome ? otherChanges : edit.changes;
  return { ...edit, changes, added: edit.added && addedAsOf(edit.added, day) };
}

function addedAsOf(added: DealRecord, day: Day): DealRecord | null {
  if (added.created > day) return null;
  return added.closed !== null && added.closed > day ? { ...added, outcome: 'open', closed: null } : added;
}

/** With its amount in the settings' currency, where that is known; else as it is, and then left out of sums. */
export function inSettingsCurrency(
  record: DealRecord,
  settings: Pick<Settings, 'currency' | 'rates'>,
): DealRecord {
  const { currency, amount } = record;
  if (currency === null || currency === settings.currency) return record;
  const rate = rateOf(currency, settings);
  if (rate === null) return record;
  return { ...record, amount: amount === null ? null : amount * rate, currency: settings.currency };
}
