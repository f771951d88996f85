import type { Transaction } from 'dexie';
import { migrate, MIGRATIONS } from '../workspace/migrate';
import type { Part, Version } from '../workspace/versions';
import type { BlockRow, DocumentRow, EditRow, ImportRow } from './tables';

/** Takes every row to `version` from the one before it, in the transaction of the schema change: all rows or none. */
export async function upgradeRows(transaction: Transaction, version: Version): Promise<void> {
  const step = MIGRATIONS.filter(({ to }) => to === version);
  const carry = (part: Part, value: unknown): unknown => migrate(part, value, step[0]?.from ?? version, step);

  await transaction
    .table<DocumentRow>('documents')
    .toCollection()
    .modify((row) => {
      row.value = carry(row.name, row.value);
    });
  await transaction
    .table<ImportRow>('imports')
    .toCollection()
    .modify((row) => {
      row.record = carry('importRecord', row.record);
    });
  await transaction
    .table<BlockRow>('blocks')
    .toCollection()
    .modify((row) => {
      if (Array.isArray(row.deals)) row.deals = row.deals.map((deal: unknown) => carry('deal', deal));
    });
  await transaction
    .table<EditRow>('edits')
    .toCollection()
    .modify((row, context) => {
      context.value = carry('edit', row) as EditRow;
    });
}
