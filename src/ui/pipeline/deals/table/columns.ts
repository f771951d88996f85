import { m } from '../../../../i18n/paraglide/messages';
import type { EditableField } from '../../../../workspace/types';
import type { Sort } from '../dealFilter';

/** The columns beside the deal's name, in the order they stand. */
export const COLUMNS = [
  'company',
  'kind',
  'owner',
  'source',
  'stage',
  'outcome',
  'amount',
  'created',
  'expectedClose',
  'closed',
  'chance',
  'expected',
] as const;

export type Column = (typeof COLUMNS)[number];

export interface ColumnFacts {
  label: () => string;
  /** Pixels: what its longest ordinary content takes. */
  width: number;
  isNumber: boolean;
  /** Null where the deals can't be ordered by it. */
  sort: Sort | null;
  /** Its field of a deal, where that can be changed. */
  field: EditableField | null;
}

const text = (
  label: () => string,
  width: number,
  sort: Sort | null,
  field: EditableField | null,
): ColumnFacts => ({
  label,
  width,
  isNumber: false,
  sort,
  field,
});

export const COLUMN_FACTS: Readonly<Record<Column, ColumnFacts>> = {
  company: text(m.pipeline_field_company, 164, 'company', 'company'),
  kind: text(m.pipeline_field_kind, 64, 'kind', null),
  owner: text(m.pipeline_field_owner, 120, 'owner', 'owner'),
  source: text(m.deals_field_source, 132, null, 'source'),
  stage: text(m.pipeline_field_stage, 136, 'stage', 'stage'),
  outcome: text(m.pipeline_field_outcome, 92, 'outcome', 'outcome'),
  amount: { ...text(m.pipeline_field_amount, 124, 'amount', 'amount'), isNumber: true },
  created: text(m.pipeline_field_created, 120, 'created', 'created'),
  expectedClose: text(m.deals_field_expectedClose, 128, 'expectedClose', 'expectedClose'),
  closed: text(m.pipeline_field_closed, 120, 'closed', 'closed'),
  chance: { ...text(m.deals_field_chance, 80, 'chance', null), isNumber: true },
  expected: { ...text(m.deals_field_expected, 116, 'expected', null), isNumber: true },
};

/** Pixels that a name takes at least, and what can be done with a row. */
export const NAME_WIDTH = 200;
export const ACTION_WIDTH = 84;

/** With the name they fill a desk without scrolling sideways. When a deal was closed stands under its outcome. */
export const FIRST_COLUMNS: readonly Column[] = [
  'kind',
  'owner',
  'stage',
  'amount',
  'expectedClose',
  'chance',
  'expected',
];
