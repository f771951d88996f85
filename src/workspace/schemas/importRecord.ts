import * as v from 'valibot';
import { DEALS_PER_IMPORT, EXAMPLES_PER_NOTE } from '../limits';
import { mappingSchema } from './mapping';
import { count, day, name, text } from './values';

const rowIssue = v.object({
  file: text,
  row: count,
  column: text,
  value: text,
  code: v.picklist([
    'missingCreated',
    'badDate',
    'badNumber',
    'tooFewColumns',
    'tooManyColumns',
    'badQuotes',
    'unknownOutcome',
    'createdInFuture',
  ]),
});

const qualityNote = v.object({
  code: v.picklist([
    'closedBeforeCreated',
    'wonWithoutDate',
    'lostWithoutDate',
    'wonWithoutAmount',
    'expectedInPast',
    'closedInFuture',
    'statusContradictsStage',
    'sameDayWins',
    'noSourceColumn',
    'noAmountColumn',
    'unmatchedKeys',
    'duplicateKeys',
    'severalCurrencies',
    'numericIdsRounded',
    'onlyOpen',
    'onlyWon',
    'noLost',
    'dateUnreadable',
    'textCut',
    'notRealLosses',
    'historyUnmatched',
    'historyUnreadable',
    'historyBegins',
    'sheetsLeftOut',
    'staleOpens',
    'sourceLate',
    'leftEdge',
    'rejectedRows',
    'duplicateRows',
  ]),
  count,
  rows: v.pipe(v.array(count), v.maxLength(DEALS_PER_IMPORT)),
  example: v.exactOptional(text),
  money: v.exactOptional(v.pipe(v.number(), v.finite())),
  currency: v.exactOptional(text),
  deals: v.exactOptional(
    v.pipe(
      v.array(v.object({ row: count, name: text, text: v.exactOptional(text) })),
      v.maxLength(EXAMPLES_PER_NOTE),
    ),
  ),
});

const report = v.object({
  rows: count,
  deals: count,
  rejected: count,
  duplicates: count,
  blank: count,
  footer: count,
  repeatedHeader: count,
  issues: v.pipe(v.array(rowIssue), v.maxLength(DEALS_PER_IMPORT)),
  notes: v.pipe(v.array(qualityNote), v.maxLength(1_000)),
  dataDay: day,
  duplicatesAcrossFiles: v.exactOptional(count),
  history: v.exactOptional(
    v.object({
      rows: count,
      entries: count,
      otherChanges: count,
      duplicates: count,
      unmatched: count,
      rejected: count,
      ignored: count,
    }),
  ),
});

export const importRecordSchema = v.object({
  id: v.pipe(name, v.minLength(1)),
  files: v.pipe(v.array(text), v.maxLength(100)),
  isExample: v.boolean(),
  importedAt: v.pipe(v.number(), v.finite()),
  dataDay: day,
  mapping: mappingSchema,
  report,
  fingerprint: v.exactOptional(text),
  compared: v.exactOptional(
    v.object({
      importId: name,
      dataDay: day,
      added: count,
      changed: count,
      gone: count,
      same: count,
    }),
  ),
});
