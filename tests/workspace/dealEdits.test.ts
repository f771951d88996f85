import { expect, test } from 'vitest';
import type { DealRecord } from '../../src/engine';
import { editUnder, isEmptyEdit, untouched } from '../../src/workspace/dealEdits';

test('what was changed on a deal holds under its new id; a deal added by hand keeps its own', () => {
  const changes = { amount: { from: 100, to: 250 } };
  const edit = { ...untouched('1'), isExcluded: true, changes };
  expect(editUnder('2', edit)).toEqual({ ...edit, dealId: '2' });
  const added = { ...untouched('own-1'), added: { id: 'own-1' } as DealRecord };
  expect(isEmptyEdit(editUnder('2', added))).toBe(true);
});
