import { expect, test } from 'vitest';
import { rowAfterKey, scrolledTo } from '../../../../src/ui/pipeline/deals/table/tableKeys';

test.each([
  ['ArrowDown', 5, 6],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 99, 99],
  ['PageDown', 5, 15],
  ['PageUp', 5, 0],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['Enter', 50, null],
])('%s leads from row %i to %j of 100', (key, from, to) => {
  expect(rowAfterKey(key, from, 100, 10)).toBe(to);
});

test('a row that is wholly in view is not scrolled to; others just as far as needed', () => {
  const view = { scrollTop: 100, height: 50, rowHeight: 10 };
  expect(scrolledTo(12, view)).toBe(100);
  expect(scrolledTo(3, view)).toBe(30);
  expect(scrolledTo(20, view)).toBe(160);
});
