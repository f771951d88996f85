import { expect, test } from 'vitest';
import { isoDay } from '../../../src/engine';
import { readDate, readNumber } from '../../../src/ui/pipeline/check/readExample';

test.each([
  ['3/4/2026', 'dmy', '2026-04-03'],
  ['3/4/2026', 'mdy', '2026-03-04'],
  ['03.04.26 10:15', 'dmy', '2026-04-03'],
  ['2026-04-03T10:15:00Z', 'ymd', '2026-04-03'],
  ['4/30/2026', 'dmy', null],
  ['soon', 'dmy', null],
] as const)('readDate(%j, %j) is the day %j', (example, order, expected) => {
  const day = readDate(example, order);
  expect(day === null ? null : isoDay(day)).toBe(expected);
});

test.each([
  ['1.234', '.', 1.234],
  ['1.234', ',', 1234],
  ['€ 3.500,50', ',', 3500.5],
  ['-12,5', '.', -125],
  ['none', '.', null],
] as const)('readNumber(%j, %j) is %j', (example, mark, expected) => {
  expect(readNumber(example, mark)).toBe(expected);
});
