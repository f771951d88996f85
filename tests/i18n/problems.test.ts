import { describe, expect, test } from 'vitest';
import { importProblemSentence } from '../../src/i18n/importProblems';
import { LOCALES } from '../../src/i18n/locale.svelte';
import { storageSentence } from '../../src/i18n/problems';
import { qualitySentence } from '../../src/i18n/qualityNotes';
import { rowIssueSentence } from '../../src/i18n/rowIssues';
import type { QualityNote, RowIssueCode } from '../../src/workspace/importTypes';
import type { ImportProblem } from '../../src/csv/types';
import type { StorageProblem } from '../../src/worker/protocol';
import { speak } from './speak';

const IMPORT: Record<ImportProblem['code'], ImportProblem['params']> = {
  emptyFile: { file: 'deals.csv' },
  onlyHeader: { file: 'deals.csv' },
  onlyHistory: { file: 'deals.csv' },
  binaryFile: { file: 'deals.csv', looksLike: 'xlsx' },
  tooLarge: { file: 'deals.csv', megabytes: 212.4, limitMegabytes: 150 },
  tooManyRows: { file: 'deals.csv', limit: 1_000_000 },
  unreadable: { file: 'deals.csv' },
  noUsableColumns: { file: 'deals.csv', missing: 'created, stage' },
  allRejected: { file: 'deals.csv', rows: 12, row: 2, column: 'Amount', value: '1.2.3', code: 'badNumber' },
  noCommonKey: { first: 'deals.csv', second: 'leads.csv' },
  tooManyFiles: { count: 3 },
  cancelled: {},
};
const STORAGE: Record<StorageProblem['code'], StorageProblem['params']> = {
  quotaExceeded: {},
  newerSchema: {},
  storageUnavailable: {},
  serviceStopped: { reason: 'WorkerCrash' },
  damagedData: { path: 'settings.currency' },
  notABackup: {},
  damagedBackup: { path: 'plan.stages' },
  newerBackup: { version: 'second' },
  needsPassphrase: {},
  wrongPassphrase: {},
  noEncryption: {},
  tooSlowToOpen: {},
};
const ROWS: Record<RowIssueCode, true> = {
  missingCreated: true,
  badDate: true,
  badNumber: true,
  tooFewColumns: true,
  tooManyColumns: true,
  badQuotes: true,
  unknownOutcome: true,
  createdInFuture: true,
};
const NOTES: readonly QualityNote['code'][] = ['closedBeforeCreated', 'onlyOpen', 'onlyWon', 'sameDayWins'];

describe.each(LOCALES)('in %s', (locale) => {
  test.each(Object.entries(IMPORT))(
    'an import that fails by %s is told in whole sentences',
    (code, params) => {
      speak(locale);
      const sentence = importProblemSentence({ code: code as ImportProblem['code'], params });
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/undefined|[{}]|problems_|\? /);
      for (const value of Object.values(params))
        if (String(value).endsWith('.csv')) expect(sentence).toContain(value);
    },
  );

  test.each(Object.entries(STORAGE))(
    'storage that fails by %s is told in whole sentences',
    (code, params) => {
      speak(locale);
      const sentence = storageSentence({ code: code as StorageProblem['code'], params });
      expect(sentence).toMatch(/\.$/);
      expect(sentence).not.toMatch(/undefined|[{}]|problems_/);
    },
  );

  test.each(Object.keys(ROWS))('a row left out by %s names its row and says what to do', (code) => {
    speak(locale);
    const issue = { row: 14, column: 'Amount', value: '1.2.3', code: code as RowIssueCode };
    expect(rowIssueSentence(issue)).toMatch(/^(Row|Rad) 14\b.+\. .+\.$/);
  });

  test.each(NOTES)('a note on %s reads well for one and for many', (code) => {
    speak(locale);
    const [one, many] = [1, 2481].map((count) => qualitySentence({ code, count }));
    expect(one).toMatch(/\.$/);
    expect(many).not.toMatch(/undefined|[{}]|problems_/);
  });
});

test('an error says what, where and what to do', () => {
  speak('en');
  expect(rowIssueSentence({ row: 14, column: 'Amount', value: '1.2.3', code: 'badNumber' })).toBe(
    'Row 14, Amount: “1.2.3” is not a number. Check the decimal mark.',
  );
});

test('missing columns are named as on screen', () => {
  speak('en');
  const problem = {
    code: 'noUsableColumns',
    params: { file: 'deals.csv', missing: 'created, stage' },
  } as const;
  expect(importProblemSentence(problem)).toContain('“Created on” and “Stage”');
});

test('numbers in sentences are written as the language writes them', () => {
  speak('sv');
  expect(qualitySentence({ code: 'sameDayWins', count: 2481 })).toContain('2\u00a0481');
});
