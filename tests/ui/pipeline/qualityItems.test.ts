import { expect, test } from 'vitest';
import { exampleText } from '../../../src/ui/pipeline/report/exampleText';
import { rankNotes, switchOf } from '../../../src/ui/pipeline/report/qualityItems';
import type { QualityNote } from '../../../src/workspace/importTypes';

const note = (code: QualityNote['code'], count: number, money?: number): QualityNote => ({
  code,
  count,
  rows: [],
  ...(money !== undefined && { money }),
});

test('what concerns every number comes first, then money, then the number of deals', () => {
  const notes = [
    note('textCut', 900),
    note('expectedInPast', 3, 10),
    note('staleOpens', 2, 5_000),
    note('dateUnreadable', 4),
    note('noLost', 10),
  ];
  expect(rankNotes(notes).map(({ code }) => code)).toEqual([
    'noLost',
    'staleOpens',
    'expectedInPast',
    'textCut',
    'dateUnreadable',
  ]);
});

test('only sorts of deals that a forecast can do without have a switch', () => {
  expect(switchOf(note('sameDayWins', 5))).toBe('sameDayWins');
  expect(switchOf(note('noLost', 5))).toBeNull();
});

test('a day reads as a day, anything else as it stands in the file', () => {
  expect(exampleText('2026-03-04')).toMatch(/Mar.* 2026/);
  expect(exampleText('Duplicate entry')).toBe('“Duplicate entry”');
});
