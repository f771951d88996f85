import { expect, test } from 'vitest';
import {
  countNarrowing,
  EVERY_DEAL,
  orderedBy,
  sortedBy,
  withoutNarrowing,
} from '../../../../src/ui/pipeline/deals/dealFilter';

test('a new order begins with what one looks for first: large amounts, names from A, what closes next', () => {
  expect(orderedBy(EVERY_DEAL, 'amount').descending).toBe(true);
  expect(orderedBy(EVERY_DEAL, 'name').descending).toBe(false);
  expect(orderedBy(EVERY_DEAL, 'expectedClose').descending).toBe(false);
});

test('the same head once more turns the order round', () => {
  const once = sortedBy(EVERY_DEAL, 'amount');
  expect(once).toMatchObject({ sort: 'amount', descending: true });
  expect(sortedBy(once, 'amount').descending).toBe(false);
});

test('clearing keeps the order', () => {
  const narrowed = { ...sortedBy(EVERY_DEAL, 'amount'), kind: 'net', owner: 'Eva', only: 'edited' } as const;
  expect(countNarrowing(narrowed)).toBe(3);
  expect(withoutNarrowing(narrowed)).toEqual({ ...EVERY_DEAL, sort: 'amount', descending: true });
  expect(countNarrowing(withoutNarrowing(narrowed))).toBe(0);
});
