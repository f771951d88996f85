import type { DealRecord } from '../engine';
import type { DealChanges, DealEdit, EditableField } from './types';

export const EDITABLE_FIELDS = [
  'name',
  'company',
  'owner',
  'source',
  'created',
  'outcome',
  'closed',
  'expectedClose',
  'amount',
  'currency',
  'stage',
] as const satisfies readonly EditableField[];

/** An edit that changes nothing. */
export function untouched(dealId: string): DealEdit {
  return { dealId, isExcluded: false, changes: {}, added: null };
}

export function isEmptyEdit({ isExcluded, changes, added }: DealEdit): boolean {
  return !isExcluded && added === null && Object.keys(changes).length === 0;
}

/** The fields in which what a user wants a deal to say differs from what the import says. */
export function changesTo(
  imported: DealRecord,
  wanted: Partial<Pick<DealRecord, EditableField>>,
): DealChanges {
  const changed = EDITABLE_FIELDS.filter((field) => field in wanted && wanted[field] !== imported[field]);
  return Object.fromEntries(changed.map((field) => [field, { from: imported[field], to: wanted[field] }]));
}

/**
 * What was changed on a deal, for the id it now has. A deal added by hand is not copied: it keeps its own id, and would be there
 * twice.
 */
export function editUnder(dealId: string, edit: DealEdit): DealEdit {
  return { ...edit, dealId, added: null };
}
