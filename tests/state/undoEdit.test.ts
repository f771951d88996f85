import { expect, test } from 'vitest';
import type { DealRecord } from '../../src/engine';
import { undoEdit } from '../../src/state/undoEdit';
import { untouched } from '../../src/workspace/dealEdits';
import type { DealEdit } from '../../src/workspace/types';

const BLANK = untouched('1');
const amount = { amount: { from: 100, to: 250 } };
const name = { name: { from: 'Roof', to: 'Wall' } };
const changed = (changes: DealEdit['changes']): DealEdit => ({ ...BLANK, changes });

test('the last change undone leaves what was before', () => {
  const excluded = { ...BLANK, isExcluded: true };
  expect(undoEdit(changed(amount), excluded, changed(amount))).toEqual(excluded);
});

test('the older of two changes undone leaves the newer one', () => {
  const both = changed({ ...amount, ...name });
  expect(undoEdit(both, BLANK, changed(amount))).toEqual(changed(name));
  expect(undoEdit({ ...changed(amount), isExcluded: true }, BLANK, changed(amount))).toEqual({
    ...BLANK,
    isExcluded: true,
  });
});

test('a field that has been changed again since stays as it is', () => {
  const again = changed({ amount: { from: 100, to: 300 } });
  expect(undoEdit(again, BLANK, changed(amount))).toEqual(again);
});

test('a change taken back comes back, beside what has been said since', () => {
  expect(undoEdit(changed(name), changed(amount), BLANK)).toEqual(changed({ ...name, ...amount }));
});

test('a deal of one’s own goes back field by field, and goes altogether where its adding is undone', () => {
  const deal = { id: 'own-1', name: 'Roof', amount: 100, stage: 'Offer' } as DealRecord;
  const added = (fields: Partial<DealRecord>): DealEdit => ({ ...BLANK, added: { ...deal, ...fields } });
  const now = added({ amount: 250, stage: 'Won' });
  expect(undoEdit(now, added({}), added({ amount: 250 }))).toEqual(added({ stage: 'Won' }));
  expect(undoEdit(now, BLANK, added({})).added).toBeNull();
  expect(undoEdit(BLANK, added({}), BLANK)).toEqual(added({}));
});
