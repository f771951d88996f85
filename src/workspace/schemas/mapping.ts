import * as v from 'valibot';
import { LEAVE_OUTS } from '../../engine';
import { COLUMNS_PER_FILE, LABELS } from '../limits';
import { count, day, kind, outcome, table, text } from './values';

const meaning = v.picklist([
  'id',
  'name',
  'company',
  'owner',
  'source',
  'pipeline',
  'created',
  'closed',
  'wonOn',
  'lostOn',
  'expectedClose',
  'closeDate',
  'amount',
  'currency',
  'stage',
  'status',
  'previousStage',
  'lostReason',
  'probability',
  'category',
  'stageEntry',
  'ignore',
]);

const dateOrder = v.picklist(['ymd', 'dmy', 'mdy']);

const column = v.object({
  index: count,
  header: text,
  meaning,
  confidence: v.picklist(['sure', 'likely', 'guess']),
  stage: v.exactOptional(text),
  dateOrder: v.exactOptional(dateOrder),
  decimalMark: v.exactOptional(v.picklist(['.', ','])),
});

const columns = v.pipe(v.array(column), v.maxLength(COLUMNS_PER_FILE));

const history = v.object({
  file: count,
  keyIndex: count,
  historyKeyIndex: count,
  stageIndex: count,
  dateIndex: count,
  fromIndex: v.nullable(count),
  fieldIndex: v.nullable(count),
  dateOrder: v.exactOptional(dateOrder),
});

export const mappingSchema = v.object({
  vendor: v.picklist([
    'hubspot',
    'salesforce',
    'pipedrive',
    'zoho',
    'close',
    'attio',
    'copper',
    'odoo',
    'generic',
  ]),
  columns,
  mainFile: count,
  join: v.nullable(v.object({ keyIndex: count, joinedKeyIndex: count, columns })),
  history: v.exactOptional(history),
  outcomes: table(outcome),
  stageOrder: v.pipe(v.array(text), v.maxLength(LABELS)),
  sources: table(kind),
  currency: text,
  dataDay: v.nullable(day),
  leaveOutSources: v.exactOptional(v.pipe(v.array(text), v.maxLength(LABELS))),
  leaveOutPipelines: v.exactOptional(v.pipe(v.array(text), v.maxLength(LABELS))),
  leaveOut: v.exactOptional(v.pipe(v.array(v.picklist(LEAVE_OUTS)), v.maxLength(LEAVE_OUTS.length))),
});
